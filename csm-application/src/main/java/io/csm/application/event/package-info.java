/**
 * Takes in the stream of events: each once, late ones where they belong, and what cannot be taken into a quarantine.
 * Start at {@link io.csm.application.event.IngestEvents}.
 */
package io.csm.application.event;
