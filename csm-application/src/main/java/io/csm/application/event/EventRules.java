package io.csm.application.event;

import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Era;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What every event must keep to, whatever else is stored. */
final class EventRules {

    private static final String STORABLE = "must not hold the character U+0000";

    private EventRules() {}

    /** The first rule that the event breaks. */
    static Optional<Reason> broken(Event event, Instant receivedAt) {
        return type(event)
                .or(() -> time(event, receivedAt))
                .or(() -> size(event.payload()))
                .or(() -> texts(event));
    }

    private static Optional<Reason> type(Event event) {
        return StandardEvents.understands(event.type())
                ? Optional.empty()
                : reason("type", event.type().code(), "must be a standard event type, or one of the source custom");
    }

    private static Optional<Reason> time(Event event, Instant receivedAt) {
        Instant at = event.occurredAt();
        if (!Era.holds(at)) {
            return reason("occurred_at", at.toString(), Era.RULE);
        }
        return at.isAfter(receivedAt.plus(IngestEvents.AHEAD))
                ? reason("occurred_at", at.toString(), "must not be more than a day after it is received")
                : Optional.empty();
    }

    private static Optional<Reason> size(String payload) {
        int bytes = payload.length() * 3 <= IngestEvents.LARGEST_PAYLOAD
                ? payload.length()
                : payload.getBytes(StandardCharsets.UTF_8).length;
        return bytes > IngestEvents.LARGEST_PAYLOAD
                ? reason("payload", bytes + " bytes", "must have at most " + IngestEvents.LARGEST_PAYLOAD + " bytes")
                : Optional.empty();
    }

    private static Optional<Reason> texts(Event event) {
        return Stream.of(
                        text("person", event.person().orElse("")),
                        text("subject", event.subject().orElse("")),
                        text("payload", event.payload()),
                        escapes(event.payload()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Reason> text(String field, String text) {
        return text.indexOf('\0') >= 0 ? reason(field, text, STORABLE) : Optional.empty();
    }

    /** JSON can spell characters that no database keeps. */
    private static Optional<Reason> escapes(String payload) {
        int at = payload.indexOf('\\');
        while (at >= 0) {
            int unit = unit(payload, at);
            if (unit == 0) {
                return reason("payload", "\\u0000", STORABLE);
            }
            boolean pair = isHigh(unit) && isLow(unit(payload, at + 6));
            if (!pair && (isHigh(unit) || isLow(unit))) {
                return reason("payload", payload.substring(at, at + 6), "must not hold half of a surrogate pair");
            }
            at = payload.indexOf('\\', at + (pair ? 12 : 2));
        }
        return Optional.empty();
    }

    /** The UTF-16 unit that the escape at that place spells; -1 where there is no such escape. */
    private static int unit(String payload, int at) {
        if (!payload.startsWith("\\u", at) || at + 6 > payload.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(payload.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static boolean isHigh(int unit) {
        return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
    }

    private static boolean isLow(int unit) {
        return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
    }

    private static Optional<Reason> reason(String field, String value, String rule) {
        return Optional.of(new Reason(field, value, rule));
    }
}
