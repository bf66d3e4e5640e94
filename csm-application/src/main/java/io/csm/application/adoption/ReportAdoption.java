package io.csm.application.adoption;

import io.csm.application.access.Actor;
import io.csm.application.adoption.port.PeerUsageRepository;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.brief.AccountBrief;

/** Looks at what an account uses, beside the others of its plan. */
public final class ReportAdoption {

    private final PeerUsageRepository peers;

    public ReportAdoption(PeerUsageRepository peers) {
        this.peers = peers;
    }

    /** The report as of the brief. */
    public AdoptionReport report(Actor actor, AccountBrief brief) {
        PeerUsage beside = brief.account()
                .plan()
                .map(plan -> peers.find(actor.tenant(), plan, brief.account().id(), brief.asOf()))
                .orElseGet(PeerUsage::none);
        return AdoptionReport.of(brief, beside);
    }
}
