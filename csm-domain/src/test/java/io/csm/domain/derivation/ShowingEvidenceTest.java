package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.CSAT_ANSWER;
import static io.csm.domain.event.StandardEvents.EMAIL_OPENED;
import static io.csm.domain.event.StandardEvents.EMAIL_SENT;
import static io.csm.domain.event.StandardEvents.ESCALATION;
import static io.csm.domain.event.StandardEvents.NPS_ANSWER;
import static io.csm.domain.event.StandardEvents.WEBINAR_ATTENDED;
import static io.csm.domain.fact.ContactRole.CHAMPION;
import static io.csm.domain.fact.ContactRole.EXECUTIVE_SPONSOR;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.TODAY;
import static io.csm.domain.fixture.AccountFixture.ago;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.AccountFixture.id;
import static io.csm.domain.fixture.AccountFixture.inDays;
import static io.csm.domain.fixture.SubscriptionFixture.aSubscription;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static io.csm.domain.fixture.TouchpointFixture.aCall;
import static io.csm.domain.fixture.TouchpointFixture.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fixture.AccountFixture;
import io.csm.domain.signal.StandardSignals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowingEvidenceTest {

    /** Today is 2026-03-02; ids count up from 1 in this order. */
    private static final AccountFacts FACTS = anAccount()
            .withPlanFeatures(40)
            .withStage("adoption")
            .used("reports", daysAgo(2), 4)
            .used("export", daysAgo(1), "ana")
            .used("reports", daysAgo(40), 3)
            .loggedIn("ben", daysAgo(3))
            .loggedIn("", daysAgo(3))
            .answered(NPS_ANSWER, 9, daysAgo(4))
            .answered(NPS_ANSWER, 2, daysAgo(44))
            .answered(CSAT_ANSWER, 5, daysAgo(5))
            .tamReports("AMBER", daysAgo(6))
            .event(EMAIL_SENT, daysAgo(8))
            .event(EMAIL_OPENED, daysAgo(7))
            .event(WEBINAR_ATTENDED, daysAgo(9))
            .event(ESCALATION, daysAgo(10))
            .with(aTicket(daysAgo(11)).escalated(daysAgo(10)).sentiment(-80))
            .with(aTicket(daysAgo(13)).closed(daysAgo(12)).satisfaction(4))
            .with(aCall(daysAgo(14)).with("eve"))
            .with(aMessage(daysAgo(15)).with("joe").answered(daysAgo(14)))
            .with(aMessage(daysAgo(16)).answered(ago("0d-1us")))
            .contact("eve", CHAMPION)
            .contactWhoLeft("joe", CHAMPION, inDays(-20))
            .contact("kim", EXECUTIVE_SPONSOR)
            .invoice(inDays(-10), Optional.empty())
            .invoice(inDays(-50), Optional.of(inDays(-9)))
            .with(aSubscription(inDays(-400)).seats(4).arr("12000", "EUR").annual())
            .with(aSubscription(inDays(-300)).arr("3000", "EUR").endingOn(inDays(30)))
            .build();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | sum
            feature_adoption_rate       | 2 distinct features in 30 days of 40 in the plan
            usage_trend                 | 5 uses in 30 days after 3 in the 30 days before
            login_frequency_days        | 4 days with activity in 90 days
            days_since_last_interaction | 14 days since the last two-way touchpoint
            stakeholder_engagement      | 1 two-way touchpoint with champion or sponsor in 90 days
            nps_score                   | the newest of 2 answers in 180 days
            invoice_payment_status      | 1 unpaid invoice, the oldest 10 days overdue
            days_to_renewal             | renews on 2026-04-01 by its subscriptions
            seats_utilization_rate      | 2 persons active in 30 days of 4 seats bought
            open_ticket_count           | 1 ticket open
            avg_ticket_sentiment        | sentiments of 1 ticket in 90 days add up to -80
            escalation_count_90_days    | 1 ticket escalated and 1 other escalation in 90 days
            tam_health_rag              | the newest report of the technical account manager
            active_user_rate            | 2 persons active in 30 days of 2 in 90 days
            touchpoints_30_days         | 3 touchpoints in 30 days
            email_open_rate             | 1 e-mail opened of 1 sent in 90 days
            webinars_attended_90_days   | 1 webinar attended in 90 days
            champion_status             | 1 of 2 champions there, 1 two-way touchpoint with them in 90 days
            executive_access            | 1 sponsor there, 0 two-way touchpoints with them in 90 days
            arr_growth_rate             | an ARR of 15000 by 2 subscriptions after 12000 by 1 subscription 365 days before
            contract_value_band         | an ARR of 15000 EUR by 2 subscriptions
            tickets_30_days             | 2 tickets opened in 30 days
            csat_average                | 1 answer and 1 rated ticket in 90 days add up to 9
            open_escalation             | 1 escalated ticket open
            feature_breadth             | 2 distinct features in 30 days of 40 in the plan
            usage_depth                 | 2 days with use in 30 days
            outreach_response           | 1 of 2 outbound touchpoints in 90 days answered
            growth_status               | an ARR of 15000 by 2 subscriptions after 12000 by 1 subscription 365 days before
            usage_frequency             | 2 days with use in 30 days
            usage_depth_rate            | 5 uses on 2 days in 30 days
            lifecycle_stage             | by the account's record
            """)
    void says_how_the_value_came_about(String signal, String sum) {
        assertThat(Derived.derivation(StandardSignals.CATALOGUE.get(signal)).sum(FACTS))
                .isEqualTo(sum);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | evidence, the newest first
            feature_adoption_rate       | 2026-03-01: ana used export (test 2) / 2026-02-28: used reports 4 times (test 1)
            usage_trend                 | 2026-03-01: ana used export (test 2) / 2026-02-28: used reports 4 times (test 1) / 2026-01-21: used reports 3 times (test 3)
            seats_utilization_rate      | 2026-03-01: ana used export (test 2) / 2026-02-27: ben logged in (test 4)
            nps_score                   | 2026-02-26: answered 9 of 10 (test 6)
            tam_health_rag              | 2026-02-24: the technical account manager reports AMBER (test 9)
            email_open_rate             | 2026-02-23: e-mail opened (test 11) / 2026-02-22: e-mail sent (test 10)
            webinars_attended_90_days   | 2026-02-21: attended the webinar (not named) (test 12)
            escalation_count_90_days    | 2026-02-20: escalated: (not named) (test 13) / 2026-02-20: ticket 14 escalated (test 14)
            open_ticket_count           | 2026-02-19: ticket 14 opened (test 14)
            avg_ticket_sentiment        | 2026-02-19: ticket 14 opened, with sentiment -80 (test 14)
            csat_average                | 2026-02-25: answered 5 of 5 (test 8) / 2026-02-18: ticket 15 closed, with satisfaction 4 of 5 (test 15)
            days_since_last_interaction | 2026-02-16: two-way call with eve (test 16)
            outreach_response           | 2026-02-15: outbound email with joe, answered (test 17) / 2026-02-14: outbound email, not answered (test 18)
            champion_status             | 2026-03-02: eve is champion (test eve) / 2026-02-16: two-way call with eve (test 16) / 2026-02-10: joe, champion, left on 2026-02-10 (test joe)
            invoice_payment_status      | 2026-01-21: invoice 19 of 1200 EUR due 2026-02-20 is unpaid (test 19)
            days_to_renewal             | 2025-05-06: subscription 22 renews on 2026-04-01 (test 22) / 2025-01-26: subscription 21 renews on 2027-01-26 (test 21)
            contract_value_band         | 2025-05-06: subscription 22 of 3000 EUR a year runs from 2025-05-06 to 2026-04-01 (test 22) / 2025-01-26: subscription 21 of 12000 EUR a year runs from 2025-01-26 on (test 21)
            lifecycle_stage             | 2026-03-02: the account's record: in stage adoption (account A-1)
            """)
    void shows_the_facts_behind_a_value_the_newest_first(String signal, String evidence) {
        assertThat(Derived.derivation(StandardSignals.CATALOGUE.get(signal)).evidence(FACTS))
                .extracting(Evidence::toString)
                .containsExactly(evidence.split(" / "));
    }

    @Test
    void keeps_the_time_of_what_has_one() {
        assertThat(Derived.derivation(StandardSignals.NPS_SCORE).evidence(FACTS))
                .containsExactly(new Evidence(inDays(-4), Optional.of(daysAgo(4)), id("6"), "answered 9 of 10"));
        assertThat(Derived.derivation(StandardSignals.INVOICE_PAYMENT_STATUS).evidence(FACTS))
                .extracting(Evidence::time)
                .containsExactly(Optional.empty());
    }

    @Test
    void puts_one_order_on_what_happened_at_once() {
        Evidence day = Evidence.on(TODAY, id("2"), "b");
        Evidence noon = Evidence.at(NOW, id("2"), "b");
        Evidence smallerId = Evidence.at(NOW, id("1"), "c");
        Evidence smallerSentence = Evidence.at(NOW, id("2"), "a");

        assertThat(Stream.of(day, noon, smallerId, smallerSentence).sorted(Evidence.NEWEST_FIRST))
                .containsExactly(smallerId, smallerSentence, noon, day);
    }

    @Test
    void names_who_is_known_by_name_and_the_record_where_it_speaks() {
        AccountFixture account = anAccount().withRenewsOn(inDays(5)).withArr("100", "EUR");

        assertThat(lines("days_to_renewal", account))
                .containsExactly("2026-03-02: the account's record: renews on 2026-03-07 (account A-1)");
        assertThat(lines("contract_value_band", account))
                .containsExactly("2026-03-02: the account's record: ARR of 100 EUR (account A-1)");
    }

    private static List<String> lines(String signal, AccountFixture account) {
        return Derived.derivation(StandardSignals.CATALOGUE.get(signal)).evidence(account.build()).stream()
                .map(Evidence::toString)
                .toList();
    }
}
