package io.csm.domain.adoption;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.narrative.Writer;

/** Writes the draft about an account's adoption. */
public final class AdoptionWriter {

    private AdoptionWriter() {}

    /** The rate as a whole percent and the first five recommendations. */
    public static Draft draft(AccountBrief brief, AdoptionReport report, Writer writer) {
        return new Draft(
                Draft.keyOf("adoption", report.account().value()),
                java.util.Optional.of(report.account()),
                java.util.Optional.empty(),
                "Adoption of " + brief.account().name(),
                writer.toString());
    }
}
