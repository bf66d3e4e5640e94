package io.csm.domain.qbr;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Feed;
import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.expansion.Contract;
import io.csm.domain.narrative.Prose;
import io.csm.domain.time.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An account over a quarter. A quarter that is not over is compared with as many days of the quarter before.
 *
 * @param brief the account
 * @param period the quarter
 * @param contract what it has bought
 */
record Reviewed(AccountBrief brief, Quarter period, Contract contract) {

    /** A score of longer before the quarter says little of its start. */
    private static final Duration NEAR_THE_START = Duration.ofDays(31);

    /** Two quarters are up to 184 days and events go back 180, so that the first days may be missing. */
    private static final Duration MISSING_DAYS = Duration.ofDays(5);

    static Reviewed of(AccountBrief brief, Quarter period) {
        return new Reviewed(brief, period, Contract.of(brief));
    }

    static Reviewed of(QbrFacts facts) {
        return of(facts.brief(), facts.period());
    }

    /** A part of a quarter; its first instant belongs to it, its last does not. */
    record Stretch(Instant from, Instant to) {

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }

        boolean holds(LocalDate day) {
            return holds(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /** The quarter as far as it is seen. */
    Stretch now() {
        Instant justAfter = brief.asOf().plus(1, ChronoUnit.MICROS);
        return new Stretch(period.begins(), justAfter.isBefore(period.ends()) ? justAfter : period.ends());
    }

    /** The quarter before, or as many days of it. */
    Stretch before() {
        Instant begins = period.previous().begins();
        Instant ends = isOver() ? period.begins() : begins.plus(Duration.between(period.begins(), now().to()));
        return new Stretch(begins, ends.isBefore(period.begins()) ? ends : period.begins());
    }

    /** Whether the last score is of its last day, or later. */
    boolean isOver() {
        return !brief.day().isBefore(period.lastDay());
    }

    /** Whether there is anything to be seen of it. */
    boolean hasBegun() {
        return !brief.asOf().isBefore(period.begins());
    }

    /** Whether events tell of the quarter, but for a few days at its beginning. */
    boolean remembersTheQuarter() {
        return hasBegun() && remembers(now());
    }

    /** Whether events tell of the quarter before, but for a few days at its beginning. */
    boolean remembersTheQuarterBefore() {
        return remembers(before());
    }

    private boolean remembers(Stretch stretch) {
        return !brief.asOf().minus(AccountFacts.EVENTS).isAfter(stretch.from().plus(MISSING_DAYS));
    }

    /** What the figures of both quarters rest on, beside their source. */
    String overWhichDays(String source) {
        if (!isOver()) {
            long days = Math.max(1, ChronoUnit.DAYS.between(period.firstDay(), brief.day()) + 1);
            return source + ", over the first " + Prose.days(days) + " of both quarters";
        }
        Instant known = brief.asOf().minus(AccountFacts.EVENTS);
        return known.isAfter(before().from())
                ? source + ", of the quarter before from " + Prose.day(dayOf(known)) + " on"
                : source;
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The score from the start of the quarter, else the first one in it; empty when the latest is the only one. */
    Optional<AccountHealth> start() {
        Optional<AccountHealth> atTheStart = brief.at(period.begins())
                .filter(health -> !scoredAt(health).isBefore(period.begins().minus(NEAR_THE_START)));
        return atTheStart
                .or(() -> brief.history().stream()
                        .filter(health -> now().holds(scoredAt(health)))
                        .findFirst())
                .filter(health -> scoredAt(health).isBefore(brief.asOf()));
    }

    private static Instant scoredAt(AccountHealth health) {
        return health.score().scoredAt();
    }

    boolean has(Feed feed) {
        return brief.facts().feeds().contains(feed);
    }

    /** Events of these types in that stretch. */
    Stream<Event> events(Stretch stretch, EventType... types) {
        List<EventType> wanted = List.of(types);
        return brief.facts().events().stream()
                .filter(event -> stretch.holds(event.occurredAt()) && wanted.contains(event.type()));
    }

    /** {@code in Q1 2026}, or that it is not over by the day on which one looks back. */
    String when() {
        boolean lookedBackAfterwards = !brief.facts().viewpoint().knownOn().isBefore(period.ends());
        return (isOver() || lookedBackAfterwards ? "in " : "so far in ") + period;
    }
}
