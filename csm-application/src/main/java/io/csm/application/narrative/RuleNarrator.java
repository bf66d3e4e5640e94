package io.csm.application.narrative;

import io.csm.application.access.TenantId;
import io.csm.application.narrative.port.Narrator;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.ChurnWriter;
import io.csm.domain.narrative.HealthSummary;
import io.csm.domain.narrative.HealthSummaryWriter;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrWriter;
import java.util.List;

/** The narrator that needs nobody: the deterministic writers of the domain. */
public final class RuleNarrator implements Narrator {

    @Override
    public Written<HealthSummary> healthSummary(TenantId tenant, AccountBrief brief) {
        return Written.byRules(HealthSummaryWriter.write(brief));
    }

    @Override
    public Written<ChurnNarrative> churn(TenantId tenant, AccountBrief brief) {
        return Written.byRules(ChurnWriter.write(brief));
    }

    @Override
    public Written<QbrText> qbr(TenantId tenant, QbrFacts facts) {
        return Written.byRules(QbrWriter.write(facts));
    }

    @Override
    public Written<List<Opportunity>> expansion(
            TenantId tenant, AccountBrief brief, List<Opportunity> found, ProductCatalogue catalogue) {
        return Written.byRules(found);
    }

    @Override
    public Written<List<String>> adoption(TenantId tenant, AccountBrief brief, AdoptionReport report) {
        return Written.byRules(report.recommendations());
    }
}
