package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.FEATURE_BREADTH;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.SEATS_UTILIZATION_RATE;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;

import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.narrative.Situation.FeatureDrop;
import io.csm.domain.signal.Signal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** People use the product less, rarely, or only a part of it. */
final class UsageWorries {

    private static final double OF_A_RULE = 50;
    private static final double RARE_LOGIN_DAYS = 30;
    private static final double HALF = 0.5;

    /** What is derived where nobody was there in the 90 days that are looked at. */
    private static final double NO_LOGIN_DAYS = 90;

    private static final Set<Signal> TREND = Set.of(USAGE_TREND);
    private static final Set<Signal> LOGINS = Set.of(LOGIN_FREQUENCY_DAYS);
    private static final Set<Signal> FEATURES = Set.of(FEATURE_ADOPTION_RATE, FEATURE_BREADTH);
    private static final Set<Signal> SEATS = Set.of(SEATS_UTILIZATION_RATE);

    private UsageWorries() {}

    static Stream<Worry> of(Situation situation) {
        return Stream.of(trend(situation), logins(situation), features(situation), seats(situation))
                .flatMap(Optional::stream);
    }

    private static double weight(Situation situation, Set<Signal> signals) {
        boolean fired = situation.hasFired(ChurnTrigger.BEHAVIORAL);
        return situation.lost(signals) + (fired && signals.equals(TREND) ? OF_A_RULE : 0);
    }

    private static Optional<Worry> trend(Situation situation) {
        String trend = situation.word(USAGE_TREND);
        return switch (trend) {
            case "declining" -> Optional.of(worry(situation, declining(situation), " uses the product less and less"));
            case "inactive" -> Optional.of(worry(situation, stopped(situation), " has stopped using the product"));
            default -> Optional.empty();
        };
    }

    private static Worry worry(Situation situation, Fall fall, String verb) {
        return new Worry(
                TREND,
                weight(situation, TREND),
                situation.who() + verb + (fall.figures().isEmpty() ? "" : ": " + fall.figures()),
                fall.clause(),
                Prose.sentence(fall.risk() + situation.price(TREND)),
                Optional.of(winBack(situation)));
    }

    /** A fall of usage in three wordings; the figures are empty where no events tell of it. */
    private record Fall(String figures, String clause, String risk) {}

    private static Fall declining(Situation situation) {
        long now = situation.usesNow();
        long before = situation.usesBefore();
        if (now >= before) {
            return new Fall("", "usage is declining", "usage is declining from one month to the next");
        }
        String share = Prose.percent((double) (before - now) / before);
        String figures = Prose.count(now, "use") + " in the last 30 days after " + Prose.count(before, "use")
                + " in the 30 days before";
        String most = situation
                .steepestDrop()
                .map(drop -> ", most of all in " + Prose.quoted(drop.feature()) + " (from " + Prose.count(drop.before())
                        + " to " + Prose.count(drop.now()) + ")")
                .orElse("");
        return new Fall(
                figures,
                "usage fell by " + share + ", with " + figures,
                "in 30 days usage fell by " + share + ", from " + Prose.count(before, "use") + " to " + Prose.count(now)
                        + most);
    }

    private static Fall stopped(Situation situation) {
        long before = situation.usesBefore();
        if (situation.usesNow() > 0 || before == 0) {
            return new Fall("", "usage has stopped", "nobody uses the product any more");
        }
        return new Fall(
                "nobody did in the last 30 days, after " + Prose.count(before, "use") + " in the 30 days before",
                "nobody used the product in the last 30 days, after " + Prose.count(before, "use")
                        + " in the 30 days before",
                "usage has stopped: from " + Prose.count(before, "use") + " to none in 30 days");
    }

    private static String winBack(Situation situation) {
        String feature = situation
                .steepestDrop()
                .map(FeatureDrop::feature)
                .map(name -> ", beginning with " + Prose.quoted(name))
                .orElse("");
        return "Find out with " + situation.people().closest() + " why people "
                + (situation.word(USAGE_TREND).equals("inactive")
                        ? "stopped using the product"
                        : "use the product less")
                + feature + ", and agree on a plan to win them back " + situation.deadline() + ".";
    }

    private static Optional<Worry> logins(Situation situation) {
        double days = situation.value(LOGIN_FREQUENCY_DAYS);
        if (!(days > RARE_LOGIN_DAYS)) {
            return Optional.empty();
        }
        boolean never = days >= NO_LOGIN_DAYS && situation.isDerived(LOGIN_FREQUENCY_DAYS);
        String often = Prose.days((long) days);
        String rarely = never ? "nobody has logged in for " + often : "people log in every " + often;
        return Optional.of(new Worry(
                LOGINS,
                weight(situation, LOGINS),
                "At " + situation.who() + ", " + rarely,
                rarely,
                Prose.sentence((never ? rarely : "people log in only every " + often) + situation.price(LOGINS)),
                Optional.of("Bring people back to log in " + situation.deadline()
                        + ": ask which teams no longer do, and what they use instead.")));
    }

    private static Optional<Worry> features(Situation situation) {
        Signal signal = Double.isNaN(situation.value(FEATURE_ADOPTION_RATE)) ? FEATURE_BREADTH : FEATURE_ADOPTION_RATE;
        double rate = situation.value(signal);
        if (!(rate < HALF) || situation.lost(FEATURES) <= 0) {
            return Optional.empty();
        }
        String share = rate == 0 ? "none" : "only " + Prose.percent(rate);
        return Optional.of(new Worry(
                FEATURES,
                weight(situation, FEATURES),
                situation.who() + " uses " + share + " of the features it pays for",
                share + " of the plan's features " + (rate == 0 ? "is" : "are") + " in use",
                Prose.sentence("they use " + share + " of the features they pay for" + situation.price(FEATURES)),
                Optional.of("Train people in the features they do not use " + situation.deadline() + "; ask "
                        + situation.people().closest() + " which of them would help most.")));
    }

    private static Optional<Worry> seats(Situation situation) {
        double rate = situation.value(SEATS_UTILIZATION_RATE);
        if (!(rate < HALF) || situation.lost(SEATS) <= 0) {
            return Optional.empty();
        }
        String of = situation
                .account()
                .seatsBought()
                .filter(seats -> seats > 1)
                .map(seats -> seats + " ")
                .orElse("");
        String used = rate == 0
                ? "none of the " + of + "seats bought is used"
                : "only " + Prose.percent(rate) + " of the " + of + "seats bought are used";
        return Optional.of(new Worry(
                SEATS,
                weight(situation, SEATS),
                "At " + situation.who() + ", " + used,
                used,
                Prose.sentence(used + situation.price(SEATS)),
                Optional.of("Onboard people onto the unused seats " + situation.deadline()
                        + ", or settle on fewer seats before they ask for it.")));
    }
}
