package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.adapter.llm.LlmSettings.Key;
import io.csm.adapter.llm.LlmSettings.Prices;
import io.csm.adapter.llm.LlmSettings.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingUpALanguageModelTest {

    private static final LlmSettings NONE = LlmSettings.none();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openai    | false | false | false
            openai    | true  | false | false
            openai    | false | true  | false
            openai    | true  | true  | true
            anthropic | true  | false | false
            anthropic | true  | true  | true
            ollama    | true  | false | true
            ollama    | false | false | false
            """)
    void is_configured_with_a_model_and_the_key_that_the_provider_needs(
            String provider, boolean model, boolean key, boolean configured) {
        LlmSettings settings = LlmSettings.of(Provider.ofCode(provider));
        settings = model ? settings.withModel("m") : settings;
        settings = key ? settings.withKey(new Key("k")) : settings;

        assertThat(settings.isConfigured()).isEqualTo(configured);
    }

    @Test
    void lists_the_providers_when_it_does_not_know_one() {
        assertThatThrownBy(() -> Provider.ofCode("acme"))
                .hasMessage("the provider must be openai, anthropic or ollama but was 'acme'");
    }

    @ParameterizedTest
    @CsvSource({"PT0.999S, false", "PT1S, true", "PT5M, true", "PT5M0.001S, false"})
    void waits_from_one_second_to_five_minutes(Duration timeout, boolean sound) {
        if (sound) {
            assertThat(NONE.withTimeout(timeout).timeout()).isEqualTo(timeout);
        } else {
            assertThatThrownBy(() -> NONE.withTimeout(timeout))
                    .hasMessage("the time-out of the language model must be from PT1S to PT5M but was " + timeout);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:11434", "https://llm.example.com/v1", "HTTPS://llm.example.com"})
    void is_at_a_web_address(String url) {
        assertThat(NONE.withBaseUrl(url).address()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llm.example.com",
                "ftp://llm.example.com",
                "https://",
                "https://a:hidden@llm.example.com",
                "https://llm.example.com?key=hidden",
                "not a url",
                ""
            })
    void refuses_other_addresses_without_repeating_them(String url) {
        assertThatThrownBy(() -> NONE.withBaseUrl(url))
                .hasMessageStartingWith("the base URL of the language model must start with http:// or https://")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "line\nbreak", "s\u00e4"})
    void refuses_a_key_that_no_header_can_carry_without_showing_it(String key) {
        assertThatThrownBy(() -> new Key(key))
                .hasMessageStartingWith("the key of the language model must have at least one character");
    }

    @Test
    void never_shows_the_key() {
        assertThat(NONE.withKey(new Key("sk-1234")).toString()).contains("***").doesNotContain("sk-1234");
    }

    @Test
    void needs_prices_for_a_limit_of_cost() {
        assertThatThrownBy(() -> NONE.withCostADay(BigDecimal.ONE))
                .hasMessage("a daily cost limit needs the prices of a million input and output tokens");
        assertThat(NONE.withPrices(new Prices(BigDecimal.ONE, BigDecimal.TEN))
                        .withCostADay(BigDecimal.ZERO)
                        .costADay())
                .contains(BigDecimal.ZERO);
    }

    @Test
    void refuses_what_is_below_zero() {
        assertThatThrownBy(() -> NONE.withTokensADay(-1))
                .hasMessage("the daily token limit must be at least 0 but was -1");
        assertThatThrownBy(() -> new Prices(BigDecimal.ONE.negate(), BigDecimal.ONE))
                .hasMessage("the price of a million input tokens must be at least 0 but was -1");
    }

    @Test
    void refuses_a_model_without_a_name() {
        assertThatThrownBy(() -> NONE.withModel(" ")).hasMessage("the name of the model must not be blank");
    }
}
