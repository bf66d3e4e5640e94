package io.csm.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparingADraftTest {

    private static Draft draft(String key, String subject) {
        return new Draft(key, Optional.empty(), Optional.empty(), subject, "Text");
    }

    @Test
    void has_a_subject_on_one_line() {
        assertThat(draft("alert/acme", " QBR\r\nBcc: all@example.com ").subject())
                .isEqualTo("QBR Bcc: all@example.com");
    }

    @Test
    void refuses_a_blank_subject() {
        assertThatThrownBy(() -> draft("alert/acme", " \n "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the subject of a draft must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with blank", "line\nbreak", "caf\u00e9"})
    void refuses_a_key_that_does_not_fit_into_a_header(String key) {
        assertThatThrownBy(() -> draft(key, "QBR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key of a draft must be 1 to 2000 printable characters but was '" + key + "'");
    }

    @Test
    void takes_a_key_of_2000_characters_and_no_more() {
        assertThat(draft("k".repeat(2000), "QBR").key()).hasSize(2000);
        assertThatThrownBy(() -> draft("k".repeat(2001), "QBR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makes_a_key_of_any_parts() {
        assertThat(Draft.keyOf("alert", "acme")).isEqualTo("alert/acme");
        assertThat(draft(Draft.keyOf("alert", "caf\u00e9 1\n"), "QBR").key()).isEqualTo("alert/caf%C3%A9+1%0A");
        assertThat(Draft.keyOf("a/b", "c")).isNotEqualTo(Draft.keyOf("a", "b/c"));
    }
}
