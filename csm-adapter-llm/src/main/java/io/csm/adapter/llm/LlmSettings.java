package io.csm.adapter.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which language model may write, and how much of it.
 *
 * @param provider whose protocol is spoken; default {@link Provider#OPENAI}
 * @param baseUrl where it is; default the provider's own address
 * @param model the model's name; without it no model is asked
 * @param key what the provider knows us by; Ollama needs none
 * @param timeout how long one answer may take; default 30 seconds, from 1 second to 5 minutes
 * @param tokensADay after that many tokens of a UTC day no model is asked until the next; default 500,000
 * @param prices what tokens cost; empty: the cost is not known
 * @param costADay after that cost of a UTC day no model is asked until the next; empty: no limit. It needs prices.
 */
public record LlmSettings(
        Provider provider,
        Optional<String> baseUrl,
        Optional<String> model,
        Optional<Key> key,
        Duration timeout,
        long tokensADay,
        Optional<Prices> prices,
        Optional<BigDecimal> costADay) {

    /** How long one answer may take unless told otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** How many tokens a day may take unless told otherwise. */
    public static final long DEFAULT_TOKENS_A_DAY = 500_000;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Whose protocol is spoken. */
    public enum Provider {
        /** OpenAI, and every server that speaks its chat completions. */
        OPENAI("https://api.openai.com/v1", true),
        ANTHROPIC("https://api.anthropic.com/v1", true),
        /** Models on a machine of one's own. */
        OLLAMA("http://localhost:11434", false);

        private final String home;
        private final boolean needsKey;

        Provider(String home, boolean needsKey) {
            this.home = home;
            this.needsKey = needsKey;
        }

        /** Whether it answers only those who have a key. */
        public boolean needsKey() {
            return needsKey;
        }

        /** What is written in settings: the name in lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The provider of that {@link #code()}.
         *
         * @throws IllegalArgumentException listing those there are
         */
        public static Provider ofCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the provider must be openai, anthropic or ollama but was '" + code + "'"));
        }
    }

    /**
     * A key that is used but never shown: its text form is {@code ***}.
     *
     * @param value the key itself: visible ASCII characters, as it travels in a header
     */
    public record Key(String value) {

        public Key {
            if (value.isEmpty() || !value.chars().allMatch(each -> each > ' ' && each < 127)) {
                throw new IllegalArgumentException(
                        "the key of the language model must have at least one character, and letters, digits and signs"
                                + " only");
            }
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * What tokens cost, in whatever currency the limit is in.
     *
     * @param perMillionIn price of a million tokens that go in, 0 or more
     * @param perMillionOut price of a million tokens that come out, 0 or more
     */
    public record Prices(BigDecimal perMillionIn, BigDecimal perMillionOut) {

        private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

        public Prices {
            refuseNegative("the price of a million input tokens", perMillionIn);
            refuseNegative("the price of a million output tokens", perMillionOut);
        }

        /** What so many tokens cost, exactly. */
        BigDecimal of(long tokensIn, long tokensOut) {
            return perMillionIn
                    .multiply(BigDecimal.valueOf(tokensIn))
                    .add(perMillionOut.multiply(BigDecimal.valueOf(tokensOut)))
                    .divide(MILLION);
        }
    }

    public LlmSettings {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(key, "key");
        baseUrl.ifPresent(LlmSettings::refuseOtherThanAddress);
        model.filter(String::isBlank).ifPresent(name -> {
            throw new IllegalArgumentException("the name of the model must not be blank");
        });
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the time-out of the language model must be from PT1S to PT5M but was " + timeout);
        }
        if (tokensADay < 0) {
            throw new IllegalArgumentException("the daily token limit must be at least 0 but was " + tokensADay);
        }
        costADay.ifPresent(limit -> refuseNegative("the daily cost limit", limit));
        if (costADay.isPresent() && prices.isEmpty()) {
            throw new IllegalArgumentException(
                    "a daily cost limit needs the prices of a million input and output tokens");
        }
    }

    private static void refuseNegative(String what, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(what + " must be at least 0 but was " + amount.toPlainString());
        }
    }

    private static void refuseOtherThanAddress(String url) {
        try {
            URI address = new URI(url);
            boolean isWeb =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (isWeb && address.getHost() != null && isPlain(address)) {
                return;
            }
        } catch (URISyntaxException malformed) {
            // told below, without the text: it may hold a password
        }
        throw new IllegalArgumentException("the base URL of the language model must start with http:// or https://,"
                + " name a host, and hold neither user nor query");
    }

    private static boolean isPlain(URI address) {
        return address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
    }

    /** No model: every text comes from its deterministic writer. */
    public static LlmSettings none() {
        return of(Provider.OPENAI);
    }

    /** The defaults of that provider, with neither model nor key. */
    public static LlmSettings of(Provider provider) {
        return new LlmSettings(
                provider,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DEFAULT_TIMEOUT,
                DEFAULT_TOKENS_A_DAY,
                Optional.empty(),
                Optional.empty());
    }

    /** Another place; default the provider's own. */
    public LlmSettings withBaseUrl(String url) {
        return new LlmSettings(provider, Optional.of(url), model, key, timeout, tokensADay, prices, costADay);
    }

    /** The model to ask; there is no default. */
    public LlmSettings withModel(String name) {
        return new LlmSettings(provider, baseUrl, Optional.of(name), key, timeout, tokensADay, prices, costADay);
    }

    /** The key to ask with; default none. */
    public LlmSettings withKey(Key secret) {
        return new LlmSettings(provider, baseUrl, model, Optional.of(secret), timeout, tokensADay, prices, costADay);
    }

    /** How long one answer may take; default {@link #DEFAULT_TIMEOUT}. */
    public LlmSettings withTimeout(Duration longest) {
        return new LlmSettings(provider, baseUrl, model, key, longest, tokensADay, prices, costADay);
    }

    /** How many tokens a UTC day may take; default {@link #DEFAULT_TOKENS_A_DAY}. */
    public LlmSettings withTokensADay(long limit) {
        return new LlmSettings(provider, baseUrl, model, key, timeout, limit, prices, costADay);
    }

    /** What tokens cost; default unknown. */
    public LlmSettings withPrices(Prices known) {
        return new LlmSettings(provider, baseUrl, model, key, timeout, tokensADay, Optional.of(known), costADay);
    }

    /** What a UTC day may cost; default no limit. Prices must be set before. */
    public LlmSettings withCostADay(BigDecimal limit) {
        return new LlmSettings(provider, baseUrl, model, key, timeout, tokensADay, prices, Optional.of(limit));
    }

    /** Whether there is a model, and a key where the provider needs one. */
    public boolean isConfigured() {
        return model.isPresent() && (key.isPresent() || !provider.needsKey);
    }

    /** Where the model is asked. */
    String address() {
        return baseUrl.orElse(provider.home);
    }
}
