package io.csm.app.config;

import io.csm.adapter.llm.LlmSettings;
import io.csm.app.database.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns the found texts about the language model into its settings. Variables that other tools know by their own names,
 * such as {@code OPENAI_MODEL}, count for that provider only, and less than those of CSM.
 */
final class LlmSettingsReader {

    private static final String INPUT_PRICE = "llm.input_price_per_million_tokens";
    private static final String OUTPUT_PRICE = "llm.output_price_per_million_tokens";

    private final FoundSettings found;
    private final Map<String, String> environment;

    LlmSettingsReader(FoundSettings found, Map<String, String> environment) {
        this.found = found;
        this.environment = environment;
    }

    LlmSettings read(Supplier<Optional<Secret>> secret) {
        LlmSettings.Provider provider = found.checked(
                "llm.provider",
                () -> LlmSettings.Provider.ofCode(
                        found.text("llm.provider").orElse(LlmSettings.Provider.OPENAI.code())));
        LlmSettings settings = LlmSettings.of(provider);
        settings = with(settings, "llm.model", own(provider, "MODEL", "llm.model"), LlmSettings::withModel);
        settings = with(settings, "llm.base_url", own(provider, "BASE_URL", "llm.base_url"), LlmSettings::withBaseUrl);
        settings = with(settings, "llm.api_key_file", key(provider, secret), LlmSettings::withKey);
        settings = with(settings, "llm.timeout", timeout(), LlmSettings::withTimeout);
        settings = with(settings, "llm.daily_token_limit", tokens(), LlmSettings::withTokensADay);
        settings = with(settings, INPUT_PRICE, prices(), LlmSettings::withPrices);
        return with(settings, "llm.daily_cost_limit", amount("llm.daily_cost_limit"), LlmSettings::withCostADay);
    }

    private interface Change<T> {
        LlmSettings apply(LlmSettings settings, T value);
    }

    private <T> LlmSettings with(LlmSettings settings, String name, Optional<T> value, Change<T> change) {
        return value.map(some -> found.checked(name, () -> change.apply(settings, some)))
                .orElse(settings);
    }

    /** The setting; or the provider's own variable, unless the one of CSM is set. */
    private Optional<String> own(LlmSettings.Provider provider, String what, String setting) {
        Optional<String> variable =
                provider == LlmSettings.Provider.OPENAI ? variable("OPENAI_" + what) : Optional.empty();
        return variable(FoundSettings.variable(setting)).or(() -> variable).or(() -> found.text(setting));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Optional<LlmSettings.Key> key(LlmSettings.Provider provider, Supplier<Optional<Secret>> secret) {
        Optional<String> own = switch (provider) {
            case OPENAI -> variable("OPENAI_API_KEY");
            case ANTHROPIC -> variable("ANTHROPIC_API_KEY");
            case OLLAMA -> Optional.empty();
        };
        return own.filter(key -> variable("CSM_LLM_API_KEY").isEmpty())
                .or(() -> secret.get().map(Secret::value))
                .map(key -> new LlmSettings.Key(key.strip()));
    }

    private Optional<Duration> timeout() {
        return found.text("llm.timeout").map(text -> found.duration("llm.timeout", LlmSettings.DEFAULT_TIMEOUT));
    }

    private Optional<Long> tokens() {
        String setting = "llm.daily_token_limit";
        return found.text(setting).map(text -> (long) found.number(setting, LlmSettings.DEFAULT_TOKENS_A_DAY, true));
    }

    private Optional<BigDecimal> amount(String setting) {
        return found.text(setting).map(text -> BigDecimal.valueOf(found.number(setting, 0, false)));
    }

    private Optional<LlmSettings.Prices> prices() {
        Optional<BigDecimal> input = amount(INPUT_PRICE);
        Optional<BigDecimal> output = amount(OUTPUT_PRICE);
        if (input.isPresent() != output.isPresent()) {
            throw new IllegalArgumentException(INPUT_PRICE + " and " + OUTPUT_PRICE + " must be set together");
        }
        return input.map(in -> found.checked(INPUT_PRICE, () -> new LlmSettings.Prices(in, output.orElseThrow())));
    }
}
