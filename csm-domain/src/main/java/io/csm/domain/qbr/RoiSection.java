package io.csm.domain.qbr;

import io.csm.domain.narrative.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the account got for its money. */
final class RoiSection {

    static final String HEADING = "ROI and business impact";

    private static final double NOTEWORTHY = 0.05;

    /** From here on a percentage says less than the numbers. */
    private static final int MANIFOLD = 3;

    private final Reviewed reviewed;
    private final UsageFigures usage;
    private final ServiceFigures service;
    private final boolean anyFigure;

    private RoiSection(QbrFacts facts) {
        reviewed = Reviewed.of(facts);
        usage = new UsageFigures(reviewed);
        service = new ServiceFigures(reviewed);
        anyFigure = !facts.roi().isEmpty();
    }

    static QbrSection write(QbrFacts facts) {
        RoiSection section = new RoiSection(facts);
        return new QbrSection(
                HEADING,
                section.narrative(),
                facts.roi().stream().map(RoiSection::bullet).toList());
    }

    private static String bullet(Metric metric) {
        return metric.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + metric.name().substring(1) + ": "
                + metric.value()
                + metric.before().map(before -> " (before: " + before + ")").orElse("");
    }

    private String narrative() {
        List<String> sentences = new ArrayList<>();
        usage.uses().map(this::uses).ifPresent(sentences::add);
        people().ifPresent(sentences::add);
        value().ifPresent(sentences::add);
        if (sentences.size() < 3) {
            support().ifPresent(sentences::add);
        }
        if (sentences.isEmpty()) {
            sentences.add(
                    anyFigure
                            ? "the figures at hand for " + reviewed.period() + " are too few to tell a return from them"
                            : "for " + reviewed.period()
                                    + " there are no figures yet from which a return could be told");
        }
        if (sentences.size() < 2) {
            sentences.add("more can be told here as soon as further data on usage, support and contract is at hand");
        }
        return Sentences.of(sentences);
    }

    private String uses(long uses) {
        if (uses == 0) {
            return "no use of the product was recorded " + reviewed.when();
        }
        return "your team used the product " + Prose.count(uses, "time") + " " + reviewed.when()
                + usage.usesBefore().map(before -> compared(uses, before)).orElse("");
    }

    private String compared(long uses, long before) {
        String then = reviewed.isOver() ? "the quarter before" : "the same days of the quarter before";
        if (before == 0) {
            return ", after no recorded use in " + then;
        }
        if (uses > MANIFOLD * before) {
            return ", up from " + Prose.count(before, "time") + " in " + then;
        }
        double change = (double) (uses - before) / before;
        if (Math.abs(change) < NOTEWORTHY) {
            return ", about as much as in " + then;
        }
        return ", " + Prose.percent(Math.abs(change)) + (change > 0 ? " more" : " less") + " than in " + then;
    }

    private Optional<String> people() {
        return reviewed.contract()
                .seatsInUse()
                .or(() -> usage.people()
                        .filter(people -> people > 0)
                        .map(people -> people == 1
                                ? "1 person was active"
                                : String.format(Locale.ROOT, "%,d people were active", people)));
    }

    private Optional<String> value() {
        return reviewed.contract()
                .arr()
                .map(arr -> new ValueFigures(reviewed)
                        .perPerson()
                        .map(each -> "at an annual contract value of " + Prose.money(arr) + ", that comes to "
                                + Prose.money(each) + " for each active person")
                        .orElse("the annual contract value is " + Prose.money(arr)));
    }

    private Optional<String> support() {
        long opened = service.opened();
        long solved = service.solved();
        return opened + solved == 0
                ? Optional.empty()
                : Optional.of(Prose.count(opened, "support ticket") + (opened == 1 ? " was" : " were") + " opened and "
                        + solved + " solved " + reviewed.when());
    }
}
