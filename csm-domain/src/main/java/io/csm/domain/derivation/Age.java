package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.FEATURE_USED;
import static io.csm.domain.event.StandardEvents.LOGIN;

import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.fact.Touchpoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a value was observed: when the newest of something occurred, and where there is none, the instant from which one
 * looks.
 *
 * @param words the something, such as {@code the newest touchpoint}
 */
record Age(String words, Function<History, Optional<Instant>> newest) {

    /** Of a state of records, which is as it is now. */
    static final Age NOW = new Age("now", history -> Optional.empty());

    static final Age ACTIVITY = newest("the newest login or use in 90 days", Window.LAST_90_DAYS, LOGIN, FEATURE_USED);

    static final Age TOUCHPOINT = new Age(
            "the newest touchpoint",
            history -> history.touchpoints().map(Touchpoint::occurredAt).max(Comparator.naturalOrder()));

    /** The newest event of these types in that window. */
    static Age newest(String words, Window window, EventType... types) {
        return new Age(
                words,
                history -> history.events(window, types).map(Event::occurredAt).max(Comparator.naturalOrder()));
    }

    Instant observedAt(History history) {
        return newest.apply(history).orElse(history.asOf());
    }
}
