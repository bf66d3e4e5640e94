package io.csm.domain.derivation;

import io.csm.domain.fact.FactId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One fact or event that a derived value comes from.
 *
 * @param day in UTC, on which it happened
 * @param time when exactly; empty for what has a day alone, such as an invoice
 * @param id of the fact or event, in the system that told of it
 * @param sentence what it says, such as {@code used reports 4 times}
 */
public record Evidence(LocalDate day, Optional<Instant> time, FactId id, String sentence) {

    /** By time, the newest first; then by id and sentence, so that there is one order. A mere day counts as its start. */
    public static final Comparator<Evidence> NEWEST_FIRST = Comparator.comparing(Evidence::instant)
            .reversed()
            .thenComparing(Evidence::id)
            .thenComparing(Evidence::sentence);

    public Evidence {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** Of something that happened at that instant. */
    public static Evidence at(Instant time, FactId id, String sentence) {
        return new Evidence(LocalDate.ofInstant(time, ZoneOffset.UTC), Optional.of(time), id, sentence);
    }

    /** Of something that has a day alone. */
    public static Evidence on(LocalDate day, FactId id, String sentence) {
        return new Evidence(day, Optional.empty(), id, sentence);
    }

    private Instant instant() {
        return time.orElseGet(() -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** One line, such as {@code 2026-03-02: used reports 4 times (mixpanel e-17)}. */
    @Override
    public String toString() {
        return day + ": " + sentence + " (" + id + ")";
    }
}
