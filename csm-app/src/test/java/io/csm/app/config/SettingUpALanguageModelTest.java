package io.csm.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.adapter.llm.LlmSettings;
import io.csm.adapter.llm.LlmSettings.Key;
import io.csm.adapter.llm.LlmSettings.Prices;
import io.csm.adapter.llm.LlmSettings.Provider;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingUpALanguageModelTest {

    @TempDir
    private Path home;

    private LlmSettings read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(home.resolve("csm.yaml"), yaml);
        return CsmSettings.load(home, environment).llm();
    }

    @Test
    void asks_nobody_unless_told_to() throws IOException {
        assertThat(read("", Map.of())).isEqualTo(LlmSettings.none());
    }

    @Test
    void understands_the_variables_that_other_tools_have_settled() throws IOException {
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY", "sk-1", "OPENAI_MODEL", "gpt-x", "OPENAI_BASE_URL", "https://llm.example.com/v1");

        LlmSettings settings = read("llm:\n  model: other\n", environment);

        assertThat(settings)
                .isEqualTo(LlmSettings.none()
                        .withKey(new Key("sk-1"))
                        .withModel("gpt-x")
                        .withBaseUrl("https://llm.example.com/v1"));
        assertThat(settings.isConfigured()).isTrue();
    }

    @Test
    void does_not_send_the_key_of_one_provider_to_the_address_of_another() throws IOException {
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY", "sk-1",
                "OPENAI_MODEL", "gpt-x",
                "OPENAI_BASE_URL", "https://llm.example.com/v1",
                "ANTHROPIC_API_KEY", "sk-ant-1");

        LlmSettings settings = read("llm:\n  provider: anthropic\n  model: claude-x\n", environment);

        assertThat(settings)
                .isEqualTo(LlmSettings.of(Provider.ANTHROPIC)
                        .withKey(new Key("sk-ant-1"))
                        .withModel("claude-x"));
    }

    @Test
    void prefers_its_own_variables() throws IOException {
        Map<String, String> environment = Map.of(
                "OPENAI_MODEL", "gpt-x", "CSM_LLM_MODEL", "gpt-y", "OPENAI_API_KEY", "sk-1", "CSM_LLM_API_KEY", "sk-2");

        LlmSettings settings = read("", environment);

        assertThat(settings.model()).contains("gpt-y");
        assertThat(settings.key()).contains(new Key("sk-2"));
    }

    @Test
    void reads_a_key_from_a_file_and_everything_else_from_the_settings() throws IOException {
        Path key = Files.writeString(home.resolve("key"), "sk-file\n");

        LlmSettings settings = read("""
                llm:
                  model: gpt-x
                  api_key_file: %s
                  timeout: PT45S
                  daily_token_limit: 100000
                  input_price_per_million_tokens: 2.5
                  output_price_per_million_tokens: 10
                  daily_cost_limit: 3.5
                """.formatted(key), Map.of());

        assertThat(settings)
                .isEqualTo(LlmSettings.none()
                        .withModel("gpt-x")
                        .withKey(new Key("sk-file"))
                        .withTimeout(Duration.ofSeconds(45))
                        .withTokensADay(100_000)
                        .withPrices(new Prices(BigDecimal.valueOf(2.5), BigDecimal.valueOf(10.0)))
                        .withCostADay(BigDecimal.valueOf(3.5)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provider: acme                         | the provider must be openai, anthropic or ollama but was 'acme'
            timeout: PT0.5S                        | the time-out of the language model must be from PT1S to PT5M but was PT0.5S
            base_url: llm.example.com              | the base URL of the language model must start with http:// or https://
            daily_token_limit: -1                  | the daily token limit must be at least 0 but was -1
            daily_cost_limit: 3                    | a daily cost limit needs the prices of a million input and output tokens
            input_price_per_million_tokens: 3      | must be set together
            api_key: sk-1                          | a secret belongs into CSM_LLM_API_KEY or into a file named by llm.api_key_file
            modle: gpt-x                           | there is no setting 'llm.modle'; did you mean llm.model
            """)
    void says_what_is_wrong(String line, String sentence) {
        assertThatThrownBy(() -> read("llm:\n  " + line + "\n", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
