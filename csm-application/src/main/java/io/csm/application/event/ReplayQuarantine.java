package io.csm.application.event;

import io.csm.application.access.Actor;
import io.csm.application.event.IngestEvents.Ingested;
import io.csm.application.event.IngestEvents.Refused;
import io.csm.application.event.Quarantined.State;
import io.csm.application.event.port.QuarantineRepository;
import io.csm.application.shared.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tries quarantined events again, once what kept them out is mended: the account is known now, the day has come. */
public final class ReplayQuarantine {

    /** Documents may be large. */
    private static final int PAGE = 50;

    private final QuarantineRepository quarantine;
    private final IngestEvents ingestEvents;
    private final UnitOfWork unitOfWork;
    private final Function<String, Arrival> reader;

    /**
     * Creates the use case.
     *
     * @param reader reads a document as on arrival; throws {@link IllegalArgumentException} when it breaks a rule
     */
    public ReplayQuarantine(
            QuarantineRepository quarantine,
            IngestEvents ingestEvents,
            UnitOfWork unitOfWork,
            Function<String, Arrival> reader) {
        this.quarantine = quarantine;
        this.ingestEvents = ingestEvents;
        this.unitOfWork = unitOfWork;
        this.reader = reader;
    }

    /** Which of the open entries. */
    public sealed interface Selection {

        /** Every one. */
        static Selection all() {
            return new All();
        }

        /** Those with these numbers, as far as they are open. */
        static Selection numbered(Collection<Long> numbers) {
            return new Numbered(Set.copyOf(numbers));
        }

        /** Whether the entry with that number is meant. */
        boolean holds(long number);
    }

    private record All() implements Selection {
        @Override
        public boolean holds(long number) {
            return true;
        }
    }

    private record Numbered(Set<Long> numbers) implements Selection {
        @Override
        public boolean holds(long number) {
            return numbers.contains(number);
        }
    }

    /**
     * What became of the entries.
     *
     * @param stored how many events are stored now
     * @param duplicates how many were stored already
     * @param refused how many are still refused; they stay open, each with the reason of this time
     */
    public record Replayed(int stored, int duplicates, int refused) {

        private Replayed plus(Replayed other) {
            return new Replayed(stored + other.stored, duplicates + other.duplicates, refused + other.refused);
        }
    }

    /**
     * Takes the events in as received at that instant, page by page. A document that cannot be read stays open with the
     * reason that it has.
     */
    public Replayed replay(Actor actor, Selection selection, Instant at) {
        Replayed replayed = new Replayed(0, 0, 0);
        List<Quarantined> page = quarantine.listOpen(actor.tenant(), 0, PAGE);
        while (!page.isEmpty()) {
            List<Quarantined> selected = page.stream()
                    .filter(entry -> selection.holds(entry.number()))
                    .toList();
            replayed = replayed.plus(unitOfWork.commit(actor.tenant(), () -> replay(actor, selected, at)));
            page = quarantine.listOpen(actor.tenant(), page.get(page.size() - 1).number(), PAGE);
        }
        return replayed;
    }

    private Replayed replay(Actor actor, List<Quarantined> entries, Instant at) {
        List<Quarantined> readable = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (Quarantined entry : entries) {
            read(entry).ifPresent(arrival -> {
                readable.add(entry);
                arrivals.add(arrival);
            });
        }
        Ingested ingested = ingestEvents.ingest(actor, arrivals, at, refused -> refuse(actor, readable, refused, at));
        close(actor, readable, ingested.refused(), at);
        int unreadable = entries.size() - readable.size();
        return new Replayed(
                ingested.stored(), ingested.duplicates(), ingested.refused().size() + unreadable);
    }

    private Optional<Arrival> read(Quarantined entry) {
        try {
            return Optional.of(reader.apply(entry.document()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private void refuse(Actor actor, List<Quarantined> entries, List<Refused> refused, Instant at) {
        List<Quarantined> changed = refused.stream()
                .filter(each -> !sameReason(entries.get(each.index()), each.entry()))
                .map(each -> entries.get(each.index()).refusedFor(each.entry()))
                .toList();
        quarantine.refuseAgain(actor.tenant(), changed, at);
    }

    private static boolean sameReason(Quarantined before, Quarantined now) {
        return before.repeats(before.refusedFor(now));
    }

    private void close(Actor actor, List<Quarantined> entries, List<Refused> refused, Instant at) {
        Set<Integer> still = refused.stream().map(Refused::index).collect(Collectors.toSet());
        List<Long> done = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!still.contains(i)) {
                done.add(entries.get(i).number());
            }
        }
        quarantine.close(actor.tenant(), done, State.STORED, at);
    }
}
