package io.csm.adapter.llm;

import io.csm.domain.account.Account;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnAssessment;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.event.Event;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.health.AdjustmentOutcome;
import io.csm.domain.health.Contribution;
import io.csm.domain.signal.Signal;
import io.csm.domain.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders a brief: what a model is told of the one account. Ids, people's logins and payloads of events stay here. */
final class BriefFacts {

    private static final int MOST = 20;
    private static final int MOST_SCORES = 12;

    private final AccountBrief brief;
    private final Facts facts;

    private BriefFacts(AccountBrief brief, Facts facts) {
        this.brief = brief;
        this.facts = facts;
    }

    /** Everything in the brief that a text may need. */
    static Facts of(AccountBrief brief) {
        BriefFacts all = new BriefFacts(brief, Facts.none());
        all.account();
        all.health();
        all.history();
        all.signals();
        all.contract();
        all.people();
        all.support();
        all.touchpoints();
        all.events();
        return all.facts;
    }

    private void account() {
        Account account = brief.account();
        facts.say("as_of", brief.day())
                .group(
                        "account",
                        at -> at.name("name", account.name())
                                .quote("plan", account.plan())
                                .quote("stage", account.stage())
                                .quoteAll("tags", account.segmentTags())
                                .say("annual_recurring_revenue", account.arr())
                                .say("seats_bought", account.seatsBought())
                                .say("features_in_plan", account.planFeatures())
                                .say("customer_since", account.startedOn())
                                .say("renews_on", account.renewsOn())
                                .say("status", account.status().code())
                                .quote("owner", brief.owner().map(User::name)));
    }

    private void health() {
        AccountHealth health = brief.health();
        ChurnAssessment churn = health.churn();
        facts.group("health", at -> {
            score(at, health);
            at.figure("tracked_percent", 100 * health.score().coverage(), 0)
                    .say("trend_over_30_days", brief.trend())
                    .sayAll("made_of", sentences(health.score().contributions(), Contribution::sentence))
                    .sayAll(
                            "adjustments",
                            sentences(
                                    health.score().adjustments().stream()
                                            .filter(AdjustmentOutcome::applied)
                                            .toList(),
                                    AdjustmentOutcome::sentence))
                    .sayAll("churn_rules", sentences(churn.findings(), ChurnAssessment.Finding::sentence));
            brief.previous().ifPresent(before -> {
                at.group("before", then -> score(then, before));
                at.figure(
                        "change_of_score",
                        health.score().value() - before.score().value(),
                        1);
            });
        });
    }

    private static void score(Facts at, AccountHealth health) {
        at.say("day", day(health.score().scoredAt()))
                .figure("score", health.score().value(), 1)
                .say("band", health.score().rag())
                .say("churn_risk", health.risk().code())
                .say("churn_trigger", health.trigger().map(trigger -> trigger.code()));
    }

    private static <T> List<String> sentences(List<T> things, Function<T, String> sentence) {
        return things.stream().map(sentence).toList();
    }

    private void history() {
        List<AccountHealth> history = brief.history();
        facts.each(
                "latest_scores",
                history.subList(Math.max(0, history.size() - MOST_SCORES), history.size()),
                (at, each) -> at.say("day", day(each.score().scoredAt()))
                        .figure("score", each.score().value(), 1)
                        .say("band", each.score().rag()));
    }

    private void signals() {
        facts.group("signals", at -> {
            for (Signal signal : brief.health().score().snapshot().givenSignals()) {
                double value = brief.health().score().snapshot().value(signal).orElseThrow();
                at.say(signal.name(), signal.show(value));
            }
        });
    }

    private void contract() {
        AccountFacts known = brief.facts();
        facts.each(
                "subscriptions",
                latest(known.subscriptions(), each -> each.startsOn().toString()),
                (at, each) -> at.quote("plan", each.plan())
                        .say("seats", each.seats())
                        .say("annual_recurring_revenue", each.arr())
                        .say("starts_on", each.startsOn())
                        .say("ends_on", each.endsOn())
                        .say("renews_on", each.nextRenewal(brief.day()))
                        .say("trial", each.trial() ? "yes" : "no"));
        facts.each(
                "unpaid_invoices",
                latest(
                        known.invoices().stream()
                                .filter(each -> each.isUnpaid(brief.day()))
                                .toList(),
                        each -> each.dueOn().toString()),
                (at, each) -> at.say("amount", each.amount()).say("due_on", each.dueOn()));
    }

    private void people() {
        List<Contact> contacts = brief.facts().contacts().stream()
                .sorted(Comparator.comparing((Contact each) -> each.role()).thenComparing(each -> each.id()))
                .limit(MOST)
                .toList();
        facts.each(
                "contacts",
                contacts,
                (at, each) -> at.quote("name", each.name())
                        .say("role", each.role().code())
                        .say("left_on", each.leftOn()));
    }

    private void support() {
        facts.each(
                "latest_tickets",
                latest(brief.facts().tickets(), each -> each.openedAt().toString()),
                this::ticket);
    }

    private void ticket(Facts at, Ticket each) {
        at.quote("subject", each.subject())
                .quote("priority", each.priority())
                .say("opened_on", day(each.openedAt()))
                .say("closed_on", each.closedAt().map(BriefFacts::day))
                .say("escalated_on", each.escalatedAt().map(BriefFacts::day))
                .say("sentiment", each.sentiment())
                .say("satisfaction", each.satisfaction());
    }

    private void touchpoints() {
        List<Touchpoint> latest =
                latest(brief.facts().touchpoints(), each -> each.occurredAt().toString());
        facts.each(
                "latest_touchpoints",
                latest,
                (at, each) -> at.say("day", day(each.occurredAt()))
                        .quote("channel", each.channel())
                        .say("direction", each.direction().code())
                        .quote("summary", each.summary()));
    }

    /** How often each kind of event happened, with what it was about. */
    private void events() {
        Map<String, Map<String, Long>> counted = brief.facts().events().stream()
                .collect(Collectors.groupingBy(
                        each -> each.type().code(),
                        TreeMap::new,
                        Collectors.groupingBy(
                                (Event each) -> each.subject().orElse(""),
                                TreeMap::new,
                                Collectors.summingLong(each -> 1))));
        facts.group(
                "events_of_180_days",
                at -> counted.forEach((type, subjects) -> at.each(
                        type,
                        subjects.entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed())
                                .limit(MOST)
                                .toList(),
                        (one, entry) -> one.quote("about", entry.getKey()).count("times", entry.getValue()))));
    }

    private static <T> List<T> latest(List<T> things, Function<T, String> when) {
        return things.stream()
                .sorted(Comparator.comparing(when).reversed())
                .limit(MOST)
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
