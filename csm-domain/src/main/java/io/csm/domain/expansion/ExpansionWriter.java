package io.csm.domain.expansion;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import java.util.List;

/** Writes the draft about an account's opportunities. */
public final class ExpansionWriter {

    private ExpansionWriter() {}

    /** One summary of all opportunities of an account. */
    public static Draft draft(AccountBrief brief, List<Opportunity> opportunities) {
        return new Draft(
                Draft.keyOf("expansion", brief.account().id().value()),
                java.util.Optional.of(brief.account().id()),
                java.util.Optional.empty(),
                "Expansion of " + brief.account().name(),
                opportunities.toString());
    }
}
