package io.csm.application.narrative.port;

import io.csm.application.access.TenantId;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.HealthSummary;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrText;
import java.util.List;

/**
 * Writes texts. It never decides: what it is given is settled, and it phrases it. It always answers, whatever happens:
 * one that asks a language model falls back to the rules and says so in the note. It may be slow, so it is never asked
 * inside a unit of work.
 */
public interface Narrator {

    /** What a score says. */
    Written<HealthSummary> healthSummary(TenantId tenant, AccountBrief brief);

    /** Why an account may leave and what to do about it. */
    Written<ChurnNarrative> churn(TenantId tenant, AccountBrief brief);

    /** The four sections of a review. */
    Written<QbrText> qbr(TenantId tenant, QbrFacts facts);

    /**
     * Talk tracks for the opportunities that were found, in their order and otherwise unchanged, and perhaps others
     * proposed after them, of types that were not found, each of low confidence and without an impact.
     */
    Written<List<Opportunity>> expansion(
            TenantId tenant, AccountBrief brief, List<Opportunity> found, ProductCatalogue catalogue);

    /** Recommendations for an adoption report, the most pressing first. */
    Written<List<String>> adoption(TenantId tenant, AccountBrief brief, AdoptionReport report);
}
