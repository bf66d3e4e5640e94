package io.csm.application.quality;

import java.util.Locale;
import java.util.Objects;

/**
 * Something that looks odd.
 *
 * @param kind what
 * @param count how often, at least once
 * @param of of how many that could be so
 * @param example one of them: the id of an account, event or ticket, whatever the kind counts
 */
public record Oddity(Kind kind, long count, long of, String example) {

    public Oddity {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(example, "example");
        if (count < 1 || count > of) {
            throw new IllegalArgumentException("count must be from 1 to " + of + " but was " + count);
        }
    }

    /** What can look odd. */
    public enum Kind {
        CHURNED_BUT_RUNNING("accounts marked as churned have a subscription that runs"),
        CHURN_TOLD_NOT_MARKED("accounts of which a churn was told are not marked as churned"),
        CHURN_WITHOUT_END("churns were told of a day on which no subscription of the account ends"),
        EVENT_BEFORE_SUBSCRIPTION("events occurred before the subscription that they name began"),
        OVERLAPPING_SUBSCRIPTIONS("accounts have subscriptions that overlap"),
        TICKET_WITHOUT_SATISFACTION("closed tickets say nothing about satisfaction"),
        UNKNOWN_OWNER("accounts are owned by somebody who is no known user");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** What a program reads, such as {@code churned_but_running}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** To follow {@code 110 of 110}. */
        public String sentence() {
            return sentence;
        }
    }
}
