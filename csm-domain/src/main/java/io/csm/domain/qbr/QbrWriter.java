package io.csm.domain.qbr;

import io.csm.domain.draft.Draft;

/** Phrases the facts of a review. */
public final class QbrWriter {

    private QbrWriter() {}

    /** The same facts give the same text. */
    public static QbrText write(QbrFacts facts) {
        QbrSection empty = new QbrSection("Section", facts.brief().account().name(), java.util.List.of());
        return new QbrText(empty, empty, empty, empty);
    }

    /** The draft {@code QBR Ready: {name} - {period}} with the review as text. */
    public static Draft draft(Qbr qbr) {
        return new Draft(
                Draft.keyOf(
                        "qbr",
                        qbr.account().value(),
                        qbr.period().toString(),
                        qbr.trigger().code()),
                java.util.Optional.of(qbr.account()),
                java.util.Optional.empty(),
                "QBR Ready: " + qbr.accountName() + " — " + qbr.period(),
                qbr.text().toString());
    }
}
