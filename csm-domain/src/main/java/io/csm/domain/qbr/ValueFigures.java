package io.csm.domain.qbr;

import io.csm.domain.account.Money;
import io.csm.domain.expansion.Contract;
import io.csm.domain.health.HealthScore;
import io.csm.domain.narrative.Prose;
import io.csm.domain.signal.StandardSignals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the contract is worth, and what is made of it. */
final class ValueFigures {

    private static final int CENTS = 2;
    private static final String SEATS_SOURCE = "people active in 30 days";

    private final Reviewed reviewed;
    private final Contract contract;

    ValueFigures(Reviewed reviewed) {
        this.reviewed = reviewed;
        contract = reviewed.contract();
    }

    Stream<Metric> metrics() {
        return Stream.of(value(), growth(), seats(), valuePerPerson()).flatMap(Optional::stream);
    }

    private Optional<Metric> value() {
        return contract.arr()
                .map(arr -> new Metric(
                        "annual contract value",
                        Prose.money(arr),
                        valueBefore().map(Prose::money),
                        isRecorded() ? "the account's record" : "the running subscriptions"));
    }

    /** Only what is counted in the same way can be compared. */
    private Optional<Money> valueBefore() {
        return isRecorded()
                ? Optional.empty()
                : Contract.arrOn(reviewed.brief(), reviewed.period().previous().lastDay());
    }

    private boolean isRecorded() {
        return reviewed.brief()
                .facts()
                .terms()
                .arr()
                .or(reviewed.brief().account()::arr)
                .isPresent();
    }

    private Optional<Metric> growth() {
        return reviewed.brief().value(StandardSignals.ARR_GROWTH_RATE).stream()
                .mapToObj(rate -> new Metric(
                        "change of the contract value within a year",
                        (rate > 0 ? "+" : "") + Prose.percent(rate),
                        Optional.empty(),
                        "the subscriptions today and a year before"))
                .findFirst();
    }

    private Optional<Metric> seats() {
        return contract.use().stream()
                .mapToObj(use -> new Metric("seats in use", seats(use), seatsBefore(), SEATS_SOURCE))
                .findFirst();
    }

    private String seats(double use) {
        return (contract.useIsLeast() ? "at least " : "")
                + contract.seats()
                        .flatMap(bought -> contract.seatsUsed()
                                .map(used -> Prose.count(used) + " of " + Prose.count(bought) + ", or "))
                        .orElse("")
                + Prose.percent(use);
    }

    private Optional<String> seatsBefore() {
        return reviewed.start().stream()
                .map(health -> seatsOf(health.score()))
                .flatMapToDouble(OptionalDouble::stream)
                .mapToObj(Prose::percent)
                .findFirst();
    }

    private static OptionalDouble seatsOf(HealthScore score) {
        return score.snapshot().value(StandardSignals.SEATS_UTILIZATION_RATE);
    }

    private Optional<Metric> valuePerPerson() {
        return perPerson()
                .map(money -> new Metric(
                        "annual contract value per active person",
                        Prose.money(money),
                        Optional.empty(),
                        "the contract value over the "
                                + (contract.seatsUsed().isPresent() ? SEATS_SOURCE : "people active in the quarter")));
    }

    /** What a year costs for each of the people who were active, counted as {@link UsageFigures#people} does. */
    Optional<Money> perPerson() {
        return new UsageFigures(reviewed)
                .people()
                .filter(people -> people > 0)
                .flatMap(people -> contract.arr()
                        .map(arr -> new Money(
                                arr.amount().divide(BigDecimal.valueOf(people), CENTS, RoundingMode.HALF_UP),
                                arr.currency())));
    }
}
