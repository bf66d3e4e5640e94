package io.csm.application.delivery;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that waits for a channel, or that a channel took or refused.
 *
 * @param number its name; unique in its tenant, in the order of their making; 0 before it is stored
 * @param channel the name of the channel that it is for: {@code workspace}, {@code draft}, {@code chat} or {@code
 *     webhook:NAME}
 * @param key names what is delivered: one with the same channel and key is stored once, and a receiver that gets it twice
 *     sees the same key
 * @param account about whom; empty for the portfolio
 * @param title what it is, for people
 * @param content what the channel is to take, as {@link Content} takes it
 * @param state where it stands
 * @param attempts how many times it was tried
 * @param nextAttemptAt not before then
 * @param problem what went wrong the last time; empty when nothing did
 * @param createdAt when it was made
 * @param endedAt when it was taken or given up
 */
public record Delivery(
        long number,
        String channel,
        String key,
        Optional<AccountId> account,
        String title,
        Map<String, Object> content,
        State state,
        int attempts,
        Instant nextAttemptAt,
        Optional<String> problem,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /** Where a delivery stands. */
    public enum State {
        /** Waits for its first or next attempt. */
        WAITING,
        /** The channel took it. */
        DELIVERED,
        /** Given up; somebody may try it again. */
        DEAD
    }

    public Delivery {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(nextAttemptAt, "nextAttemptAt");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(endedAt, "endedAt");
        content = Content.copyOf(content);
        if (channel.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("a delivery must have a channel and a key");
        }
    }

    /** One that waits for its first attempt. */
    public static Delivery waiting(
            String channel,
            String key,
            Optional<AccountId> account,
            String title,
            Map<String, Object> content,
            Instant at) {
        return new Delivery(
                0, channel, key, account, title, content, State.WAITING, 0, at, Optional.empty(), at, Optional.empty());
    }

    /** The channel took it. */
    public Delivery delivered(Instant at) {
        return ended(State.DELIVERED, Optional.empty(), at);
    }

    /** It will be tried again at that instant. */
    public Delivery failed(String why, Instant next) {
        return new Delivery(
                number,
                channel,
                key,
                account,
                title,
                content,
                State.WAITING,
                attempts + 1,
                next,
                Optional.of(why),
                createdAt,
                Optional.empty());
    }

    /** It is left alone until that instant; nothing was tried. */
    public Delivery postponed(Instant next) {
        return new Delivery(
                number,
                channel,
                key,
                account,
                title,
                content,
                State.WAITING,
                attempts,
                next,
                problem,
                createdAt,
                endedAt);
    }

    /** It is given up. */
    public Delivery dead(String why, Instant at) {
        return ended(State.DEAD, Optional.of(why), at);
    }

    private Delivery ended(State next, Optional<String> why, Instant at) {
        return new Delivery(
                number,
                channel,
                key,
                account,
                title,
                content,
                next,
                attempts + 1,
                nextAttemptAt,
                why,
                createdAt,
                Optional.of(at));
    }
}
