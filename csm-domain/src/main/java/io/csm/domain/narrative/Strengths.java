package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.ARR_GROWTH_RATE;
import static io.csm.domain.signal.StandardSignals.CHAMPION_STATUS;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.INVOICE_PAYMENT_STATUS;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.SEATS_UTILIZATION_RATE;
import static io.csm.domain.signal.StandardSignals.STAKEHOLDER_ENGAGEMENT;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;

import io.csm.domain.health.Rag;
import io.csm.domain.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/** What speaks for an account. */
final class Strengths {

    private static final double MOST = 0.8;
    private static final double NEARLY_ALL_SEATS = 0.9;

    /** Where the rate ends; there may be more people. */
    private static final double MOST_PER_SEAT = 2;

    private static final double PROMOTER = 9;

    private final Situation situation;

    Strengths(Situation situation) {
        this.situation = situation;
    }

    /** Half sentences, the most telling first. */
    List<String> clauses() {
        List<String> clauses = new ArrayList<>();
        if (is(USAGE_TREND, "growing")) {
            clauses.add(growth());
        }
        if (situation.value(FEATURE_ADOPTION_RATE) >= MOST) {
            clauses.add(share(FEATURE_ADOPTION_RATE) + " of the plan's features are in use");
        }
        if (is(STAKEHOLDER_ENGAGEMENT, "high") || is(CHAMPION_STATUS, "active")) {
            clauses.add("the stakeholders are engaged");
        }
        if (situation.value(NPS_SCORE) >= PROMOTER) {
            clauses.add("they would recommend us (" + (long) situation.value(NPS_SCORE) + " of 10)");
        }
        if (is(INVOICE_PAYMENT_STATUS, "current") && situation.overdueInvoices().isEmpty()) {
            clauses.add("invoices are paid on time");
        }
        return clauses;
    }

    private boolean is(Signal signal, String word) {
        return situation.word(signal).equals(word);
    }

    private String growth() {
        long now = situation.usesNow();
        long before = situation.usesBefore();
        return now > before && before > 0
                ? "usage grew by " + Prose.percent((double) (now - before) / before) + ", with "
                        + Prose.count(now, "use") + " in the last 30 days after " + Prose.count(before, "use")
                        + " in the 30 days before"
                : "usage is growing";
    }

    private String share(Signal signal) {
        return situation.value(signal) == 1 ? "all" : Prose.percent(situation.value(signal));
    }

    /** Whole sentences about what speaks for more business; hardly any while the account is not GREEN. */
    List<String> expansionSignals() {
        List<String> signals = new ArrayList<>();
        double seats = situation.value(SEATS_UTILIZATION_RATE);
        if (seats > NEARLY_ALL_SEATS && situation.score().rag() != Rag.RED) {
            String of =
                    situation.account().seatsBought().map(count -> count + " ").orElse("");
            signals.add(Prose.sentence(
                    seats > 1
                            ? "more people use it than seats are bought: "
                                    + (seats >= MOST_PER_SEAT ? "at least " : "") + Prose.percent(seats) + " of the "
                                    + of
                                    + "seats"
                            : Prose.percent(seats) + " of the " + of + "seats bought are used"));
        }
        if (situation.isGreen() && is(USAGE_TREND, "growing")) {
            signals.add(Prose.sentence(growth()));
        }
        if (situation.isGreen() && situation.value(FEATURE_ADOPTION_RATE) >= MOST) {
            signals.add(Prose.sentence(
                    "the plan is used to the full: " + share(FEATURE_ADOPTION_RATE) + " of its features"));
        }
        double growth = situation.value(ARR_GROWTH_RATE);
        if (growth > 0) {
            signals.add(Prose.sentence("what they pay grew by " + Prose.percent(growth) + " within a year"));
        }
        return signals;
    }
}
