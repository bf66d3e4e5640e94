package io.csm.domain.qbr;

import io.csm.domain.draft.Draft;
import io.csm.domain.narrative.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Phrases the facts of a review, for a customer's executive to read: honest about what needs attention, and without what
 * is for us alone, such as opportunities of low confidence and talk tracks.
 */
public final class QbrWriter {

    private QbrWriter() {}

    /** The same facts give the same text. */
    public static QbrText write(QbrFacts facts) {
        return new QbrText(
                HealthSection.write(facts),
                RoiSection.write(facts),
                AdoptionSection.write(facts),
                NextStepsSection.write(facts));
    }

    /** The draft {@code QBR Ready: {name} \u2014 {period}} with the review as text. */
    public static Draft draft(Qbr qbr) {
        return new Draft(
                Draft.keyOf(
                        "qbr",
                        qbr.account().value(),
                        qbr.period().toString(),
                        qbr.trigger().code()),
                Optional.of(qbr.account()),
                qbr.ownerId(),
                "QBR Ready: " + qbr.accountName() + " \u2014 " + qbr.period(),
                body(qbr));
    }

    private static String body(Qbr qbr) {
        List<String> lines = new ArrayList<>();
        lines.add("Quarterly business review of " + Prose.plain(qbr.accountName()) + " for " + qbr.period()
                + ", prepared on " + Prose.day(Reviewed.dayOf(qbr.generatedAt())));
        qbr.text().sections().forEach(section -> {
            heading(lines, section.heading());
            lines.add(section.narrative());
            section.bullets().forEach(bullet -> lines.add("- " + bullet));
        });
        if (!qbr.missing().isEmpty()) {
            heading(lines, "Not in this review");
            qbr.missing().forEach(sentence -> lines.add("- " + sentence));
        }
        lines.add("");
        lines.add("(" + qbr.writer() + ")");
        return String.join("\n", lines) + "\n";
    }

    private static void heading(List<String> lines, String text) {
        lines.add("");
        lines.add(text.toUpperCase(Locale.ROOT));
    }
}
