package io.csm.application.handoff;

import io.csm.application.delivery.Content;
import io.csm.domain.account.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a request: what was done, what was not, and why.
 *
 * @param task which of the four
 * @param account about whom; empty for the portfolio
 * @param status whether all of it was done
 * @param done what was done, in sentences
 * @param notDone what was not, and why
 * @param result the figures and texts, as {@link Content} takes them
 * @param failure what broke it off; empty when it came to its end, whatever came of it
 */
public record HandoffAnswer(
        TaskType task,
        Optional<AccountId> account,
        Status status,
        List<String> done,
        List<NotDone> notDone,
        Map<String, Object> result,
        Optional<RuntimeException> failure) {

    /** Whether all of it was done. */
    public enum Status {
        DONE,
        /** Some of it was. */
        PARTIAL,
        /** Nothing that was asked for was. */
        FAILED;

        /** How it is written in answers: the name in lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that was not done.
     *
     * @param account at whom; empty where it is about none
     * @param what was to be done
     * @param why it was not
     */
    public record NotDone(Optional<AccountId> account, String what, String why) {}

    public HandoffAnswer {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(failure, "failure");
        done = List.copyOf(done);
        notDone = List.copyOf(notDone);
        result = Content.copyOf(result);
    }
}
