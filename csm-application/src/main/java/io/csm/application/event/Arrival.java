package io.csm.application.event;

import io.csm.domain.event.Event;
import java.util.Objects;

/**
 * An event as it arrived.
 *
 * @param event what it says
 * @param document how it was written, as one JSON object, for the quarantine should it be refused
 */
public record Arrival(Event event, String document) {

    public Arrival {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(document, "document");
    }
}
