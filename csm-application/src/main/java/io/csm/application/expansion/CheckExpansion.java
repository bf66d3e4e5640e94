package io.csm.application.expansion;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.brief.BriefAccount;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.Dispatch;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.directory.WorkspaceContent;
import io.csm.application.draft.DraftContent;
import io.csm.application.expansion.port.OpportunityRepository;
import io.csm.application.narrative.port.Narrator;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.ExpansionFinders;
import io.csm.domain.expansion.ExpansionWriter;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import io.csm.domain.time.Quarter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for chances to sell an account more. Rules find them; the narrator may phrase what to say and propose others.
 * Whatever it answers, of what the rules found only the talk track is taken from it, and what it proposes is of low
 * confidence and without an amount, so that nobody acts on it without having looked.
 */
public final class CheckExpansion {

    private final BriefAccount briefs;
    private final Narrator narrator;
    private final OpportunityRepository opportunities;
    private final Dispatch dispatch;
    private final UnitOfWork unitOfWork;
    private final ProductCatalogue catalogue;
    private final Clock clock;

    public CheckExpansion(
            BriefAccount briefs,
            Narrator narrator,
            OpportunityRepository opportunities,
            Dispatch dispatch,
            UnitOfWork unitOfWork,
            ProductCatalogue catalogue,
            Clock clock) {
        this.briefs = briefs;
        this.narrator = narrator;
        this.opportunities = opportunities;
        this.dispatch = dispatch;
        this.unitOfWork = unitOfWork;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * What a look at an account came to.
     *
     * @param found all that was found, known before or not
     * @param added those that were not known for their quarter, or of low confidence only
     * @param whyNothing why nothing was found, as a clause; empty when something was
     */
    public record Checked(Written<List<Opportunity>> found, List<Opportunity> added, Optional<String> whyNothing) {

        public Checked {
            added = List.copyOf(added);
        }
    }

    /**
     * Looks at the account as of its latest score.
     *
     * @throws io.csm.application.account.AccountNotFound when there is no such account or it has no score yet
     */
    public Checked check(Actor actor, AccountId account) {
        TenantId tenant = actor.tenant();
        AccountBrief brief = briefs.brief(actor, account, clock.instant());
        List<Opportunity> byRules = ExpansionFinders.find(brief, catalogue);
        Written<List<Opportunity>> answer = narrator.expansion(tenant, brief, byRules, catalogue);
        Written<List<Opportunity>> found = answer.map(told -> settled(brief, byRules, told));
        return unitOfWork.commit(tenant, () -> keep(tenant, brief, found));
    }

    private static List<Opportunity> settled(AccountBrief brief, List<Opportunity> byRules, List<Opportunity> told) {
        Map<OpportunityType, Opportunity> ofType = new EnumMap<>(OpportunityType.class);
        told.stream()
                .filter(each -> each.account().equals(brief.account().id()))
                .forEach(each -> ofType.putIfAbsent(each.type(), each));
        List<Opportunity> settled = new ArrayList<>();
        byRules.forEach(each -> settled.add(Optional.ofNullable(ofType.remove(each.type()))
                .map(phrased -> each.saying(phrased.talkTrack(), phrased.writer()))
                .orElse(each)));
        ofType.values().stream()
                .filter(each -> !each.writer().equals(Writer.RULES))
                .map(each -> proposed(each, Quarter.of(brief.day())))
                .forEach(settled::add);
        return settled;
    }

    private static Opportunity proposed(Opportunity told, Quarter quarter) {
        return new Opportunity(
                told.account(),
                told.type(),
                quarter,
                told.evidence(),
                Optional.empty(),
                told.talkTrack(),
                Confidence.LOW,
                told.writer());
    }

    private Checked keep(TenantId tenant, AccountBrief brief, Written<List<Opportunity>> found) {
        Instant now = clock.instant();
        List<Opportunity> added = opportunities.append(tenant, found.text());
        for (Opportunity opportunity : added) {
            Optional<AccountId> about = Optional.of(opportunity.account());
            String title = opportunity.type().code() + ": " + brief.account().name();
            dispatch.send(
                    tenant,
                    Channels.WORKSPACE,
                    pageKey(opportunity),
                    about,
                    title,
                    WorkspaceContent.of(opportunity),
                    now);
            if (opportunity.isForSales()) {
                DomainEvent event = event(opportunity, now);
                dispatch.record(tenant, List.of(event));
                dispatch.tell(tenant, event);
            }
        }
        if (!added.isEmpty()) {
            Draft draft = ExpansionWriter.draft(brief, found.text());
            dispatch.send(
                    tenant,
                    Channels.DRAFT,
                    draft.key() + "/" + now,
                    draft.account(),
                    draft.subject(),
                    DraftContent.of(draft),
                    now);
        }
        return new Checked(
                found,
                added,
                found.text().isEmpty() ? Optional.of(ExpansionFinders.whyNothing(brief, catalogue)) : Optional.empty());
    }

    private static String key(Opportunity opportunity) {
        return "opportunity/" + opportunity.account() + "/" + opportunity.type().code() + "/" + opportunity.quarter();
    }

    /** With the confidence, so that one which was of low confidence goes to the workspace again. */
    private static String pageKey(Opportunity opportunity) {
        return key(opportunity) + "/" + opportunity.confidence().code();
    }

    /** What the sales side gets. */
    private static DomainEvent event(Opportunity opportunity, Instant at) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("account_id", opportunity.account().value());
        payload.put("opportunity_type", opportunity.type().code());
        payload.put("evidence", opportunity.evidence());
        payload.put(
                "estimated_arr_impact",
                opportunity.arrImpact().map(CheckExpansion::money).orElse(null));
        payload.put("recommended_talk_track", opportunity.talkTrack());
        payload.put("confidence", opportunity.confidence().code());
        return new DomainEvent(
                key(opportunity), "handle_expansion_opportunity", Optional.of(opportunity.account()), at, payload);
    }

    private static Map<String, Object> money(Money impact) {
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("amount", impact.amount());
        money.put("currency", impact.currency().getCurrencyCode());
        return money;
    }
}
