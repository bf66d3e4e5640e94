package io.csm.domain.qbr;

import io.csm.domain.account.Money;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.derivation.Feed;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.expansion.ExpansionFinders;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.expansion.ProductCatalogue.Module;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.narrative.Written;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews of Q1 2026, as of 2 March. */
final class ReviewOf {

    static final Quarter PERIOD = Quarter.parse("Q1 2026");
    private static final ProductCatalogue CATALOGUE = new ProductCatalogue(
            List.of(new Module("Time Clock", Optional.of(Money.of("6000", "EUR")))), List.of("Salesforce"));
    private static final PeerUsage PEERS = new PeerUsage(
            12,
            List.of(0.2, 0.3, 0.4, 0.4, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8, 0.8, 0.9),
            Map.of("Shift swap", 9, "Reports", 11));

    private ReviewOf() {}

    /** Grows, uses nearly all of its seats, and has asked for an integration. */
    static BriefFixture thriving() {
        BriefFixture brief = BriefFixture.aBrief()
                .named("Globex")
                .withPlan("Business")
                .withPlanFeatures(10)
                .withArr("84000", "EUR")
                .withSeatsBought(140)
                .withRenewalIn(300)
                .ownedBy("u-7", "Ada Lovelace")
                .with("feature_adoption_rate=0.8 seats_utilization_rate=0.95 nps_score=9")
                .scored(61, "feature_adoption_rate=0.4 usage_trend=declining nps_score=6")
                .ticket("Can we connect to Salesforce?", 20)
                .answered(StandardEvents.NPS_ANSWER, 9, 12)
                .used("Reports", 3, 640)
                .used("Reports", 40, 410)
                .used("Schedules", 5, 320)
                .used("Schedules", 95, 500);
        for (int person = 0; person < 6; person++) {
            brief.used("Schedules", 2, "person-" + person);
        }
        return brief.talkedTo("Bob", 8).talkedTo("Bob", 30);
    }

    /** Lost half of its usage, has an unpaid invoice, and the contract ends in 45 days. */
    static BriefFixture falling() {
        return BriefFixture.aBrief()
                .named("Initech Inc.")
                .withPlan("Business")
                .withPlanFeatures(10)
                .withArr("30000", "USD")
                .withSeatsBought(50)
                .withRenewalIn(45)
                .ownedBy("u-8", "Grace Hopper")
                .with("feature_adoption_rate=0.2 usage_trend=declining login_frequency_days=40 nps_score=3")
                .with("invoice_payment_status=overdue_60 seats_utilization_rate=0.3 stakeholder_engagement=low")
                .with("tam_health_rag=RED open_ticket_count=4 escalation_count_90_days=1 avg_ticket_sentiment=negative")
                .scored(61, "feature_adoption_rate=0.7 usage_trend=stable login_frequency_days=3")
                .unpaidInvoice("2500", "USD", 40)
                .escalatedTicket("Export fails", 25, 20)
                .used("Reports", 3, 31)
                .used("Reports", 40, 240)
                .used("Export", 50, 12)
                .used("Reports", 100, 500);
    }

    /** Nothing arrives of it but what its scorecard requires. */
    static BriefFixture unknown() {
        return BriefFixture.aBrief()
                .named("Umbrella")
                .without(Feed.values())
                .with("login_frequency_days=- days_since_last_interaction=- nps_score=- days_to_renewal=-")
                .with("tam_health_rag=- feature_adoption_rate=0.5");
    }

    static QbrFacts facts(BriefFixture fixture, QbrTrigger trigger, PeerUsage peers) {
        AccountBrief brief = fixture.build();
        return QbrFacts.of(
                brief, PERIOD, trigger, AdoptionReport.of(brief, peers), ExpansionFinders.find(brief, CATALOGUE));
    }

    static QbrFacts facts(BriefFixture fixture, QbrTrigger trigger) {
        return facts(fixture, trigger, PEERS);
    }

    static Qbr review(BriefFixture fixture, QbrTrigger trigger) {
        QbrFacts facts = facts(fixture, trigger);
        return review(facts);
    }

    static Qbr review(QbrFacts facts) {
        return Qbr.of(facts, Written.byRules(QbrWriter.write(facts)), BriefFixture.now());
    }
}
