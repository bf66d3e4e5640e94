package io.csm.domain.alert;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something about an account that somebody was, or will be, told of.
 *
 * @param id its name; unique in its tenant
 * @param concern the condition as it was when the alert was last raised
 * @param state where it stands
 * @param snoozedUntil when it is to be heard of again; only while snoozed
 * @param firstRaisedAt when it was raised for the first time
 * @param raises how many times it was raised, at least 1; it was raised last at {@code concern.at()}
 * @param changedAt when its state last changed
 * @param changedBy who changed it: a user, or {@code csm}
 */
public record Alert(
        String id,
        Concern concern,
        AlertState state,
        Optional<Instant> snoozedUntil,
        Instant firstRaisedAt,
        int raises,
        Instant changedAt,
        String changedBy) {

    /** Who changed an alert when nobody did. */
    public static final String CSM = "csm";

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(concern, "concern");
        Objects.requireNonNull(firstRaisedAt, "firstRaisedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(changedBy, "changedBy");
        if (snoozedUntil.isPresent() != (state == AlertState.SNOOZED)) {
            throw new IllegalArgumentException("a snoozed alert, and no other, must say until when");
        }
        if (raises < 1) {
            throw new IllegalArgumentException("an alert must have been raised at least once but was " + raises);
        }
    }

    /** An alert that is raised for the first time. */
    public static Alert raised(String id, Concern concern) {
        return new Alert(id, concern, AlertState.OPEN, Optional.empty(), concern.at(), 1, concern.at(), CSM);
    }

    /** The same, raised once more by that concern; it is open again. */
    public Alert raisedAgain(Concern again) {
        return new Alert(id, again, AlertState.OPEN, Optional.empty(), firstRaisedAt, raises + 1, again.at(), CSM);
    }

    /** The same, open again without having been raised. */
    public Alert reopened(Instant at) {
        return in(AlertState.OPEN, Optional.empty(), at, CSM);
    }

    /** Somebody is at it. */
    public Alert acknowledged(Instant at, String by) {
        refuseResolved("acknowledged");
        return in(AlertState.ACKNOWLEDGED, Optional.empty(), at, by);
    }

    /** Somebody wants to hear of it again at that instant. */
    public Alert snoozed(Instant until, Instant at, String by) {
        refuseResolved("snoozed");
        if (!until.isAfter(at)) {
            throw new IllegalArgumentException("an alert must be snoozed until later than " + at + " but was " + until);
        }
        return in(AlertState.SNOOZED, Optional.of(until), at, by);
    }

    /** It is over. */
    public Alert resolved(Instant at, String by) {
        return in(AlertState.RESOLVED, Optional.empty(), at, by);
    }

    /** Whether its condition went away without anybody saying that it is over. */
    public boolean endedByItself() {
        return state == AlertState.RESOLVED && changedBy.equals(CSM);
    }

    private void refuseResolved(String what) {
        if (state == AlertState.RESOLVED) {
            throw new IllegalArgumentException("alert " + id + " is resolved and cannot be " + what);
        }
    }

    private Alert in(AlertState next, Optional<Instant> until, Instant at, String by) {
        return new Alert(id, concern, next, until, firstRaisedAt, raises, at, by);
    }

    public AccountId account() {
        return concern.account();
    }

    public AlertType type() {
        return concern.type();
    }

    /** When it was last raised. */
    public Instant raisedAt() {
        return concern.at();
    }

    /** The causes for which it was last raised. */
    public Set<String> causes() {
        return concern.causes();
    }

    /** Names this raise of it and no other: what is delivered because of it carries this as its key. */
    public String raiseKey() {
        return id + "/" + raises;
    }
}
