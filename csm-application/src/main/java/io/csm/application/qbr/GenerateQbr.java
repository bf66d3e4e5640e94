package io.csm.application.qbr;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.adoption.ReportAdoption;
import io.csm.application.brief.BriefAccount;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.Dispatch;
import io.csm.application.directory.WorkspaceContent;
import io.csm.application.draft.DraftContent;
import io.csm.application.narrative.port.Narrator;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.account.AccountId;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.expansion.ExpansionFinders;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.qbr.QbrWriter;
import io.csm.domain.time.Quarter;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Prepares the review of an account: out of what is stored, phrased by the narrator, kept once for each account, period
 * and trigger, and put on its way as a draft and a page.
 */
public final class GenerateQbr {

    private final BriefAccount briefs;
    private final ReportAdoption adoption;
    private final Narrator narrator;
    private final QbrRepository qbrs;
    private final Dispatch dispatch;
    private final UnitOfWork unitOfWork;
    private final ProductCatalogue catalogue;
    private final Clock clock;

    public GenerateQbr(
            BriefAccount briefs,
            ReportAdoption adoption,
            Narrator narrator,
            QbrRepository qbrs,
            Dispatch dispatch,
            UnitOfWork unitOfWork,
            ProductCatalogue catalogue,
            Clock clock) {
        this.briefs = briefs;
        this.adoption = adoption;
        this.narrator = narrator;
        this.qbrs = qbrs;
        this.dispatch = dispatch;
        this.unitOfWork = unitOfWork;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The review of that period, or of the current quarter.
     *
     * @throws io.csm.application.account.AccountNotFound when there is no such account or it had no score by the end of
     *     the period
     * @throws IllegalArgumentException when the period has not begun yet
     */
    public Written<Qbr> generate(Actor actor, AccountId account, Optional<Quarter> asked, QbrTrigger trigger) {
        TenantId tenant = actor.tenant();
        Instant now = clock.instant();
        Quarter period = asked.orElseGet(() -> Quarter.of(now));
        QbrFacts facts = facts(actor, account, period, trigger, now);
        Written<QbrText> text = narrator.qbr(tenant, facts);
        Written<Qbr> written = text.map(sections -> Qbr.of(facts, text, now));
        return unitOfWork.commit(tenant, () -> keep(tenant, written, now));
    }

    private QbrFacts facts(Actor actor, AccountId account, Quarter period, QbrTrigger trigger, Instant now) {
        if (period.begins().isAfter(now)) {
            throw new IllegalArgumentException(
                    "a review is about a quarter that has begun; " + period + " begins on " + period.firstDay());
        }
        Instant end = period.ends().isAfter(now) ? now : period.ends().minusNanos(1000);
        AccountBrief brief = briefs.brief(actor, account, end);
        return QbrFacts.of(
                brief, period, trigger, adoption.report(actor, brief), ExpansionFinders.find(brief, catalogue));
    }

    private Written<Qbr> keep(TenantId tenant, Written<Qbr> written, Instant now) {
        Qbr qbr = written.text();
        qbrs.save(tenant, qbr);
        String key = "qbr/" + qbr.key() + "/" + now;
        Draft draft = QbrWriter.draft(qbr);
        Optional<AccountId> about = Optional.of(qbr.account());
        dispatch.send(tenant, Channels.DRAFT, key, about, draft.subject(), DraftContent.of(draft), now);
        dispatch.send(tenant, Channels.WORKSPACE, key, about, draft.subject(), WorkspaceContent.of(qbr), now);
        return written;
    }
}
