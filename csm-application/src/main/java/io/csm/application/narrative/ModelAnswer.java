package io.csm.application.narrative;

import io.csm.domain.account.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One answer of a language model, kept as it came.
 *
 * @param at when it was asked
 * @param purpose what for: {@code health_summary}, {@code churn}, {@code qbr}, {@code expansion} or {@code adoption}
 * @param account about whom
 * @param model the name of the model
 * @param answer as it came, at most 200,000 characters; what is longer is cut
 * @param outcome what became of it
 * @param problem why it was not used; empty when it was
 * @param inputTokens as the provider counted them, 0 when it did not say
 * @param outputTokens as the provider counted them, 0 when it did not say
 * @param cost by the prices that are set; empty when no prices are set
 */
public record ModelAnswer(
        Instant at,
        String purpose,
        AccountId account,
        String model,
        String answer,
        Outcome outcome,
        Optional<String> problem,
        long inputTokens,
        long outputTokens,
        Optional<BigDecimal> cost) {

    /** What became of an answer. */
    public enum Outcome {
        /** Its text is used. */
        USED,
        /** It could not be used, and the model was asked once more. */
        ASKED_AGAIN,
        /** It could not be used, and the rules wrote. */
        REJECTED,
        /** There was none: the provider failed, or was silent. */
        FAILED
    }

    private static final int LONGEST = 200_000;

    public ModelAnswer {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(cost, "cost");
        answer = answer.length() > LONGEST ? answer.substring(0, LONGEST) : answer;
    }
}
