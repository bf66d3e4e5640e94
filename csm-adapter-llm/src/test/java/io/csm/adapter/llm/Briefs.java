package io.csm.adapter.llm;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.FeatureUse;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRules;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Feed;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import io.csm.domain.time.Quarter;
import io.csm.domain.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A brief in which only what matters to a test needs to be said. */
final class Briefs {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Quarter QUARTER = Quarter.of(NOON);

    private final AccountId id;
    private String name;
    private String subject = "Export fails";
    private String contact = "Mia Berg";
    private LocalDate renewsOn = LocalDate.of(2026, 6, 15);

    private Briefs(AccountId id, String name) {
        this.id = id;
        this.name = name;
    }

    /** Acme, with 140 seats for 84,000 EUR a year until 15 June 2026. */
    static Briefs acme() {
        return new Briefs(new AccountId("A-1"), "Acme");
    }

    static Briefs account(String id, String name) {
        return new Briefs(new AccountId(id), name);
    }

    Briefs named(String other) {
        name = other;
        return this;
    }

    Briefs withTicket(String text) {
        subject = text;
        return this;
    }

    Briefs withContact(String text) {
        contact = text;
        return this;
    }

    Briefs withRenewsOn(LocalDate day) {
        renewsOn = day;
        return this;
    }

    AccountBrief build() {
        Account account = Account.named(id, name)
                .withPlan("Business")
                .withArr(Money.of("84000", "EUR"))
                .withSeatsBought(140)
                .withRenewsOn(renewsOn)
                .withOwner("lena")
                .build();
        AccountHealth before = health("2026-02-02T12:00:00Z", "0.62", 9);
        AccountHealth now = health("2026-03-02T12:00:00Z", "0.41", 26);
        User owner = new User("lena", "Lena Roth", Optional.of("lena.roth@vendor.example"));
        return new AccountBrief(account, now, List.of(before, now), facts(account), Optional.of(owner));
    }

    private AccountHealth health(String at, String adoption, int daysSinceLogin) {
        Instant instant = Instant.parse(at);
        SignalSnapshot snapshot = SignalSnapshot.of(
                        StandardSignals.CATALOGUE, id, instant, new SignalOrigin("test", instant))
                .text(StandardSignals.FEATURE_ADOPTION_RATE, adoption)
                .text(StandardSignals.USAGE_TREND, "declining")
                .text(StandardSignals.DAYS_SINCE_LAST_INTERACTION, "12")
                .text(StandardSignals.STAKEHOLDER_ENGAGEMENT, "medium")
                .text(StandardSignals.NPS_SCORE, "6")
                .text(StandardSignals.INVOICE_PAYMENT_STATUS, "current")
                .text(StandardSignals.SEATS_UTILIZATION_RATE, "0.9")
                .text(StandardSignals.OPEN_TICKET_COUNT, "1")
                .text(StandardSignals.AVG_TICKET_SENTIMENT, "negative")
                .text(StandardSignals.ESCALATION_COUNT_90_DAYS, "0")
                .text(StandardSignals.TAM_HEALTH_RAG, "AMBER")
                .number(StandardSignals.LOGIN_FREQUENCY_DAYS, daysSinceLogin)
                .number(StandardSignals.DAYS_TO_RENEWAL, 105)
                .build();
        return new AccountHealth(ShippedScorecards.CSM_STANDARD.score(snapshot), ChurnRules.defaults());
    }

    private AccountFacts facts(Account account) {
        Ticket ticket = new Ticket(
                id,
                new FactId("desk", "4711-08"),
                NOON.minusSeconds(86_400 * 3),
                Optional.empty(),
                Optional.empty(),
                Optional.of(-40),
                Optional.empty(),
                Optional.of("high"),
                Optional.of(subject));
        Contact champion = new Contact(id, new FactId("crm", "c-1"), contact, ContactRole.CHAMPION, Optional.empty());
        return new AccountFacts(
                Viewpoint.at(NOON),
                Terms.of(account),
                EnumSet.allOf(Feed.class),
                List.of(champion),
                List.of(),
                List.of(),
                List.of(ticket),
                List.of(),
                List.of());
    }

    static Opportunity seats(AccountBrief brief) {
        return new Opportunity(
                brief.account().id(),
                OpportunityType.SEATS,
                QUARTER,
                List.of("132 of 140 seats are in use"),
                Optional.of(Money.of("6000", "EUR")),
                "You use nearly all of your seats.",
                Confidence.MEDIUM,
                Writer.RULES);
    }

    static ProductCatalogue catalogue() {
        return new ProductCatalogue(
                List.of(new ProductCatalogue.Module("Insights", Optional.of(Money.of("12000", "EUR")))),
                List.of("Salesforce"));
    }

    static AdoptionReport adoption(AccountBrief brief) {
        return new AdoptionReport(
                brief.account().id(),
                NOON,
                OptionalDouble.of(0.41),
                List.of(new FeatureUse("dashboards", 310, 420, 0)),
                List.of(new FeatureUse("alerts", 3, 90, 0)),
                List.of("Show them alerts."),
                Optional.empty(),
                List.of());
    }

    static QbrFacts review(AccountBrief brief) {
        return new QbrFacts(
                brief,
                QUARTER,
                QbrTrigger.QUARTERLY,
                adoption(brief),
                List.of(seats(brief)),
                List.of(new Metric("active users", "118 of 140 seats", Optional.of("126"), "logins")),
                List.of());
    }
}
