package io.csm.domain.narrative;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.HealthScore;
import io.csm.domain.signal.Figures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where a score stands and how it came there. */
public final class Standing {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Situation situation;

    Standing(Situation situation) {
        this.situation = situation;
    }

    /** {@code 33 of 100 (RED)}; as exact as it takes to look like a score of its band. */
    static String points(HealthScore score) {
        return exactEnough(score) + " of 100 (" + score.rag() + ")";
    }

    /** The points alone, as exact as it takes to look like a score of its band. */
    public static String exactEnough(HealthScore score) {
        for (int decimals = 0; decimals < 3; decimals++) {
            String shown = Figures.show(score.value(), decimals);
            if (score.scorecard().bands().of(Double.parseDouble(shown)).equals(score.band())) {
                return shown;
            }
        }
        return Figures.exact(score.value());
    }

    /** {@code 33 of 100 (RED) with critical churn risk, down from 61 on 31 January 2026}. */
    String words() {
        return points(situation.score()) + " with "
                + situation.brief().health().risk().code() + " churn risk" + movement();
    }

    private String movement() {
        Optional<AccountHealth> before = reference();
        if (before.isEmpty()) {
            return situation.brief().previous().isEmpty() ? "; this is its first score" : "";
        }
        HealthScore then = before.get().score();
        HealthScore now = situation.score();
        String was = exactEnough(then);
        if (was.equals(exactEnough(now))) {
            return ", as it was on " + Prose.day(dayOf(then));
        }
        boolean fell = now.value() < then.value();
        String change = (fell ? ", down from " : ", up from ") + was + " on " + Prose.day(dayOf(then));
        return change + (fell ? falling(dayOf(then)) : "");
    }

    /** The score of 30 days before, else the one before this. */
    private Optional<AccountHealth> reference() {
        return situation
                .brief()
                .at(situation.brief().asOf().minus(MONTH))
                .or(() -> situation.brief().previous());
    }

    /** Since when it has fallen with every score, where that is for longer than the change that was told. */
    private String falling(LocalDate told) {
        List<AccountHealth> history = situation.brief().history();
        int peak = history.size() - 1;
        while (peak > 0
                && history.get(peak - 1).score().value()
                        > history.get(peak).score().value()) {
            peak--;
        }
        if (history.isEmpty() || !dayOf(history.get(peak).score()).isBefore(told)) {
            return "";
        }
        HealthScore top = history.get(peak).score();
        return ", and falling since " + Prose.day(dayOf(top)) + ", when it was " + exactEnough(top);
    }

    private static LocalDate dayOf(HealthScore score) {
        return People.dayOf(score.scoredAt());
    }
}
