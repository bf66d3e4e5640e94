package io.csm.domain.qbr;

import io.csm.domain.derivation.Feed;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.qbr.Reviewed.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How much the product was used in a quarter. */
final class UsageFigures {

    private static final String SOURCE = "product usage";

    private final Reviewed reviewed;

    UsageFigures(Reviewed reviewed) {
        this.reviewed = reviewed;
    }

    /** Empty where nobody tells of usage. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        uses().ifPresent(uses -> metrics.add(metric("uses of features", this::uses)));
        uses().ifPresent(uses -> metrics.add(metric("features used", this::features)));
        people().filter(people -> reviewed.contract().seatsUsed().isEmpty())
                .ifPresent(people -> metrics.add(new Metric(
                        "active people",
                        number(people),
                        peopleBefore().map(UsageFigures::number),
                        reviewed.overWhichDays("logins and product usage"))));
        return metrics;
    }

    private Metric metric(String name, Function<Stretch, Long> count) {
        return new Metric(
                name,
                number(count.apply(reviewed.now())),
                before(count).map(UsageFigures::number),
                reviewed.overWhichDays(SOURCE));
    }

    private <T> Optional<T> before(Function<Stretch, T> count) {
        return reviewed.remembersTheQuarterBefore() ? Optional.of(count.apply(reviewed.before())) : Optional.empty();
    }

    /** How often features were used; empty when nobody tells of it, or no longer of that quarter. */
    Optional<Long> uses() {
        return reviewed.has(Feed.USAGE) && reviewed.remembersTheQuarter()
                ? Optional.of(uses(reviewed.now()))
                : Optional.empty();
    }

    Optional<Long> usesBefore() {
        return uses().flatMap(now -> before(this::uses));
    }

    private long uses(Stretch stretch) {
        return reviewed.events(stretch, StandardEvents.FEATURE_USED)
                .mapToLong(Event::amount)
                .sum();
    }

    private long features(Stretch stretch) {
        return reviewed.events(stretch, StandardEvents.FEATURE_USED)
                .flatMap(event -> event.subject().stream())
                .distinct()
                .count();
    }

    /**
     * How many people were active: by the use of seats where it is known, as events rarely name everybody; else how many
     * are named; empty when nobody is.
     */
    Optional<Long> people() {
        return reviewed.contract().seatsUsed().or(this::named);
    }

    private Optional<Long> named() {
        return reviewed.has(Feed.PERSON) && reviewed.remembersTheQuarter()
                ? Optional.of(people(reviewed.now()))
                : Optional.empty();
    }

    private Optional<Long> peopleBefore() {
        return before(this::people);
    }

    private long people(Stretch stretch) {
        return reviewed.events(stretch, StandardEvents.LOGIN, StandardEvents.FEATURE_USED)
                .flatMap(event -> event.person().stream())
                .distinct()
                .count();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
