package io.csm.application.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * An event that was not taken, and why.
 *
 * @param number its own number within the tenant, given by the repository; 0 before
 * @param source the system it came from, shortened as all texts but document and rule; empty when it was not readable
 * @param id its id there; empty when it was not readable
 * @param account the account that it names; empty when it was not readable
 * @param document how it was written, as one JSON object
 * @param field what is wrong
 * @param value what stands there
 * @param rule what must stand there
 * @param receivedAt when it arrived
 * @param state what became of it
 */
public record Quarantined(
        long number,
        String source,
        String id,
        String account,
        String document,
        String field,
        String value,
        String rule,
        Instant receivedAt,
        State state) {

    /** What became of a quarantined event. */
    public enum State {
        /** Waits for somebody. */
        OPEN,
        /** Was taken later, here or under the same id from elsewhere. */
        STORED,
        /** Somebody decided against it. */
        DISCARDED
    }

    private static final int LONGEST = 200;

    public Quarantined {
        source = shortened(source);
        id = shortened(id);
        account = shortened(account);
        document = storable(document);
        field = shortened(field);
        value = shortened(value);
        rule = storable(rule);
        Objects.requireNonNull(state, "state");
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Longer than any id that is allowed, so that what was cut is never taken for the id of something else. */
    private static String shortened(String text) {
        String stored = storable(text);
        return stored.length() <= LONGEST ? stored : stored.substring(0, LONGEST) + "...";
    }

    /** The one character that no database keeps. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The same under that number. */
    public Quarantined numbered(long own) {
        return new Quarantined(own, source, id, account, document, field, value, rule, receivedAt, state);
    }

    /** The same with that end. */
    public Quarantined closed(State as) {
        return new Quarantined(number, source, id, account, document, field, value, rule, receivedAt, as);
    }

    /** The same, refused for the reason of that one. */
    public Quarantined refusedFor(Quarantined other) {
        return new Quarantined(
                number, source, id, account, document, other.field, other.value, other.rule, receivedAt, state);
    }

    /** Whether it is the same document, refused for the same reason. */
    public boolean repeats(Quarantined other) {
        return document.equals(other.document) && field.equals(other.field) && rule.equals(other.rule);
    }
}
