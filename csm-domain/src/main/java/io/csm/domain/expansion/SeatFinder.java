package io.csm.domain.expansion;

import io.csm.domain.account.Money;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Writer;
import io.csm.domain.signal.StandardSignals;
import io.csm.domain.signal.UsageTrend;
import io.csm.domain.time.Quarter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds that seats run short. */
final class SeatFinder {

    private static final double NEARLY_FULL = 0.90;
    private static final double FULL = 1.0;
    private static final int CENTS = 2;

    private final AccountBrief brief;
    private final Contract contract;
    private final double use;

    private SeatFinder(AccountBrief brief, Contract contract, double use) {
        this.brief = brief;
        this.contract = contract;
        this.use = use;
    }

    static Optional<Opportunity> find(AccountBrief brief, Contract contract) {
        return contract.use().stream()
                .filter(use -> use > NEARLY_FULL)
                .mapToObj(use -> new SeatFinder(brief, contract, use).opportunity())
                .findFirst();
    }

    static String whyNone(Contract contract) {
        return contract.use().isPresent() ? "its seats are not short" : "how many of its seats are in use is not known";
    }

    private Opportunity opportunity() {
        return new Opportunity(
                brief.account().id(),
                OpportunityType.SEATS,
                Quarter.of(brief.day()),
                evidence(),
                impact(),
                talkTrack(),
                confidence(),
                Writer.RULES);
    }

    /** People who share seats need more of them, whatever else is the matter. */
    private Confidence confidence() {
        if (use > FULL) {
            return Confidence.HIGH;
        }
        return isCritical() ? Confidence.LOW : Confidence.MEDIUM;
    }

    private boolean isCritical() {
        return brief.health().risk() == ChurnRisk.CRITICAL;
    }

    /** As many as bring the use down to 80 %, one at least. */
    private Optional<Long> seatsToAdd() {
        return contract.seats()
                .flatMap(bought -> contract.seatsUsed().map(used -> Math.max(1, (5 * used + 3) / 4 - bought)));
    }

    private Optional<Money> impact() {
        return contract.arr().flatMap(arr -> seatsToAdd().map(added -> worth(arr, BigDecimal.valueOf(added))));
    }

    private Money worth(Money arr, BigDecimal added) {
        BigDecimal seats = BigDecimal.valueOf(contract.seats().orElseThrow());
        return new Money(arr.amount().multiply(added).divide(seats, CENTS, RoundingMode.HALF_UP), arr.currency());
    }

    private List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        evidence.add(contract.seatsInUse()
                .map(seats -> Prose.sentence(seats + " (" + share() + ")"))
                .orElse(share() + " of the seats bought are in use."));
        evidence.add(seatsToAdd()
                .map(added -> moreSeats(added) + " would bring the use down to 80 %"
                        + contract.arr()
                                .map(arr -> ", at " + Prose.money(worth(arr, BigDecimal.ONE)) + " a seat and year.")
                                .orElse("; what they are worth is open, as the ARR is not known."))
                .orElse("How many more are needed, and what they are worth, is open: the number of seats bought is not"
                        + " known."));
        if (isGrowing()) {
            evidence.add("Usage is growing.");
        }
        if (isCritical()) {
            evidence.add("The account is at critical risk of leaving: settle that before any talk of seats.");
        }
        return evidence;
    }

    private String share() {
        return Prose.percent(use) + (contract.useIsLeast() ? " or more" : "");
    }

    private String moreSeats(long added) {
        return (contract.useIsLeast() ? "At least " : "") + Prose.count(added, "more seat");
    }

    private boolean isGrowing() {
        return brief.value(StandardSignals.USAGE_TREND)
                .equals(OptionalDouble.of(StandardSignals.USAGE_TREND.valueOf(UsageTrend.GROWING)));
    }

    private String talkTrack() {
        String now = "On your side " + contract.seatsInUse().orElse(share() + " of the seats are in use") + ".";
        String soon = use > FULL
                ? "That is more than you have bought, so the next people who join would find none."
                : "That leaves little room for the next people who join.";
        String offer = seatsToAdd()
                .map(added -> moreSeats(added) + " would give you room to grow"
                        + impact().map(money -> ", for " + Prose.money(money) + " a year")
                                .orElse("")
                        + "; shall I prepare that"
                        + contract.renewsOn()
                                .filter(day -> day.isAfter(brief.day()))
                                .map(day -> " before the renewal on " + Prose.day(day))
                                .orElse("")
                        + "?")
                .orElse("How many people do you expect to join this year?");
        return now + " " + soon + " " + offer;
    }
}
