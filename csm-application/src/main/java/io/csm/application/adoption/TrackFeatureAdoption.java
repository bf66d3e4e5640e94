package io.csm.application.adoption;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.brief.BriefAccount;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.Dispatch;
import io.csm.application.draft.DraftContent;
import io.csm.application.narrative.port.Narrator;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.account.AccountId;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.AdoptionWriter;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.narrative.Written;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports what an account uses of what it bought, and prepares a draft about it. */
public final class TrackFeatureAdoption {

    private final BriefAccount briefs;
    private final ReportAdoption adoption;
    private final Narrator narrator;
    private final Dispatch dispatch;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public TrackFeatureAdoption(
            BriefAccount briefs,
            ReportAdoption adoption,
            Narrator narrator,
            Dispatch dispatch,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.briefs = briefs;
        this.adoption = adoption;
        this.narrator = narrator;
        this.dispatch = dispatch;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * The report as of the latest score.
     *
     * @throws io.csm.application.account.AccountNotFound when there is no such account or it has no score yet
     */
    public Written<AdoptionReport> track(Actor actor, AccountId account) {
        TenantId tenant = actor.tenant();
        Instant now = clock.instant();
        AccountBrief brief = briefs.brief(actor, account, now);
        AdoptionReport report = adoption.report(actor, brief);
        Written<List<String>> recommendations = narrator.adoption(tenant, brief, report);
        Written<AdoptionReport> written = recommendations.map(report::recommending);
        Draft draft = AdoptionWriter.draft(brief, written.text(), written.writer());
        return unitOfWork.commit(tenant, () -> {
            String key = "adoption/" + account + "/" + now;
            dispatch.send(
                    tenant, Channels.DRAFT, key, Optional.of(account), draft.subject(), DraftContent.of(draft), now);
            return written;
        });
    }
}
