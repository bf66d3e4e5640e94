package io.csm.domain.qbr;

import java.util.List;

/** The four sections of a review. */
public record QbrText(QbrSection health, QbrSection roi, QbrSection adoption, QbrSection nextSteps) {

    /** In the order in which they are read. */
    public List<QbrSection> sections() {
        return List.of(health, roi, adoption, nextSteps);
    }
}
