package io.csm.domain.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTheWriterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules             | written by rules
            model gpt-4o-mini | written by the language model gpt-4o-mini
            model rules       | written by the language model rules
            """)
    void is_stored_by_its_code_and_shown_in_words(String code, String words) {
        assertThat(Writer.ofCode(code).code()).isEqualTo(code);
        assertThat(Writer.ofCode(code)).hasToString(words);
    }

    @Test
    void refuses_a_code_of_nobody() {
        assertThatThrownBy(() -> Writer.ofCode("monkeys"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a writer must be 'rules' or 'model NAME' but was 'monkeys'");
    }

    @Test
    void stays_with_a_text_that_changes() {
        Written<String> text = Written.byModel("a", "gpt").because("it is short");

        assertThat(text.map(String::length)).isEqualTo(Written.byModel(1, "gpt").because("it is short"));
        assertThat(Written.byRules("a").note()).isEmpty();
    }
}
