package io.csm.domain.expansion;

import io.csm.domain.brief.AccountBrief;
import java.util.List;

/** The rules that find opportunities; each is deterministic and says what it rests on. */
public final class ExpansionFinders {

    private ExpansionFinders() {}

    /** At most one of each type, in the order of {@link OpportunityType}, of the quarter of the brief's day. */
    public static List<Opportunity> find(AccountBrief brief, ProductCatalogue catalogue) {
        return List.of();
    }
}
