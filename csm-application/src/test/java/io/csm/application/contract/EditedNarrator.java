package io.csm.application.contract;

import io.csm.application.access.TenantId;
import io.csm.application.narrative.RuleNarrator;
import io.csm.application.narrative.port.Narrator;
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

/** Writes as the rules do; a test says otherwise where it matters. */
public class EditedNarrator implements Narrator {

    private final Narrator rules = new RuleNarrator();

    @Override
    public Written<HealthSummary> healthSummary(TenantId tenant, AccountBrief brief) {
        return rules.healthSummary(tenant, brief);
    }

    @Override
    public Written<ChurnNarrative> churn(TenantId tenant, AccountBrief brief) {
        return rules.churn(tenant, brief);
    }

    @Override
    public Written<QbrText> qbr(TenantId tenant, QbrFacts facts) {
        return rules.qbr(tenant, facts);
    }

    @Override
    public Written<List<Opportunity>> expansion(
            TenantId tenant, AccountBrief brief, List<Opportunity> found, ProductCatalogue catalogue) {
        return rules.expansion(tenant, brief, found, catalogue);
    }

    @Override
    public Written<List<String>> adoption(TenantId tenant, AccountBrief brief, AdoptionReport report) {
        return rules.adoption(tenant, brief, report);
    }
}
