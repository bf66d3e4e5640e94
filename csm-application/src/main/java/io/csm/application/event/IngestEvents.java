package io.csm.application.event;

import io.csm.application.access.Actor;
import io.csm.application.change.MarkChanges;
import io.csm.application.event.port.EventRepository;
import io.csm.application.event.port.EventRepository.Outcome;
import io.csm.application.event.port.QuarantineRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.account.AccountId;
import io.csm.domain.event.Event;
import io.csm.domain.fact.FactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes in events by the batch. Each is stored once, however often it is sent; what cannot be taken goes to the
 * quarantine with its reason, and costs no other event anything.
 */
public final class IngestEvents {

    /** How far ahead of the clock an event may be: clocks differ. */
    public static final Duration AHEAD = Duration.ofDays(1);

    /** The largest payload in bytes of UTF-8. */
    public static final int LARGEST_PAYLOAD = 64 * 1024;

    private final EventRepository events;
    private final QuarantineRepository quarantine;
    private final MarkChanges changes;
    private final UnitOfWork unitOfWork;

    public IngestEvents(
            EventRepository events, QuarantineRepository quarantine, MarkChanges changes, UnitOfWork unitOfWork) {
        this.events = events;
        this.quarantine = quarantine;
        this.changes = changes;
        this.unitOfWork = unitOfWork;
    }

    /**
     * What became of a batch.
     *
     * @param stored how many are new
     * @param duplicates how many were there already
     * @param refused the rest, in the order of the batch; they are in the quarantine
     */
    public record Ingested(int stored, int duplicates, List<Refused> refused) {}

    /**
     * An event that was not taken.
     *
     * @param index its place in the batch, from 0
     * @param entry as it stands in the quarantine
     */
    public record Refused(int index, Quarantined entry) {}

    /** Stores a batch as received at that instant, all of it or none. */
    public Ingested ingest(Actor actor, List<Arrival> batch, Instant receivedAt) {
        return ingest(
                actor,
                batch,
                receivedAt,
                refused -> quarantine.append(
                        actor.tenant(), refused.stream().map(Refused::entry).toList()));
    }

    /** The same, with another place for those refused. */
    Ingested ingest(Actor actor, List<Arrival> batch, Instant receivedAt, Consumer<List<Refused>> keepRefused) {
        List<Refused> refused = new ArrayList<>();
        List<Integer> sound = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Optional<Reason> reason = EventRules.broken(batch.get(i).event(), receivedAt);
            if (reason.isPresent()) {
                refused.add(refusal(i, batch.get(i), reason.get(), receivedAt));
            } else {
                sound.add(i);
            }
        }
        return unitOfWork.commit(actor.tenant(), () -> {
            Ingested ingested = store(actor, batch, sound, refused, receivedAt);
            keepRefused.accept(ingested.refused());
            return ingested;
        });
    }

    private Ingested store(
            Actor actor, List<Arrival> batch, List<Integer> sound, List<Refused> refused, Instant receivedAt) {
        List<Event> arrived = sound.stream().map(i -> batch.get(i).event()).toList();
        List<Outcome> outcomes = events.append(actor.tenant(), arrived, receivedAt);
        Set<AccountId> changed = new LinkedHashSet<>();
        List<FactId> stored = new ArrayList<>();
        int duplicates = 0;
        List<Refused> all = new ArrayList<>(refused);
        for (int i = 0; i < outcomes.size(); i++) {
            Event event = arrived.get(i);
            switch (outcomes.get(i)) {
                case STORED -> {
                    changed.add(event.account());
                    stored.add(event.id());
                }
                case DUPLICATE -> duplicates++;
                case CONFLICT ->
                    all.add(refusal(
                            sound.get(i),
                            batch.get(sound.get(i)),
                            new Reason(
                                    "id",
                                    event.id().id(),
                                    "stands already on another event of "
                                            + event.id().source()),
                            receivedAt));
                case UNKNOWN_ACCOUNT ->
                    all.add(refusal(
                            sound.get(i),
                            batch.get(sound.get(i)),
                            new Reason("account_id", event.account().value(), "must be a known account"),
                            receivedAt));
            }
        }
        all.sort((one, other) -> Integer.compare(one.index(), other.index()));
        quarantine.closeStored(actor.tenant(), stored, receivedAt);
        changes.mark(actor.tenant(), changed, receivedAt);
        return new Ingested(stored.size(), duplicates, List.copyOf(all));
    }

    private static Refused refusal(int index, Arrival arrival, Reason reason, Instant receivedAt) {
        Event event = arrival.event();
        return new Refused(
                index,
                new Quarantined(
                        0,
                        event.id().source(),
                        event.id().id(),
                        event.account().value(),
                        arrival.document(),
                        reason.field(),
                        reason.value(),
                        reason.rule(),
                        receivedAt,
                        Quarantined.State.OPEN));
    }
}
