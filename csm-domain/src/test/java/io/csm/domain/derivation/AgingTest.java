package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.CSAT_ANSWER;
import static io.csm.domain.event.StandardEvents.EMAIL_OPENED;
import static io.csm.domain.event.StandardEvents.EMAIL_SENT;
import static io.csm.domain.event.StandardEvents.NPS_ANSWER;
import static io.csm.domain.event.StandardEvents.WEBINAR_ATTENDED;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.ago;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.inDays;
import static io.csm.domain.fixture.SubscriptionFixture.aSubscription;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static io.csm.domain.fixture.TouchpointFixture.aCall;
import static io.csm.domain.fixture.TouchpointFixture.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fixture.AccountFixture;
import io.csm.domain.fixture.TouchpointFixture;
import io.csm.domain.signal.StandardSignals;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value is as old as the newest of what stands behind it, and new where nothing does. */
class AgingTest {

    @ParameterizedTest(name = "{0} with {1} {2} ago is {3} old")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | with                   | age     | is old
            feature_adoption_rate       | use                    | 3d      | 3d
            feature_adoption_rate       | login                  | 3d      | 3d
            feature_adoption_rate       | use                    | 90d-1us | 90d-1us
            feature_adoption_rate       | use                    | 90d     | 0d
            feature_adoption_rate       | use                    | 0d-1us  | 0d
            feature_adoption_rate       | e-mail sent            | 3d      | 0d
            feature_breadth             | login                  | 3d      | 3d
            usage_trend                 | login                  | 3d      | 3d
            login_frequency_days        | use                    | 3d      | 3d
            seats_utilization_rate      | use                    | 3d      | 3d
            active_user_rate            | use                    | 3d      | 3d
            usage_depth                 | login                  | 3d      | 3d
            usage_frequency             | login                  | 3d      | 3d
            usage_depth_rate            | login                  | 3d      | 3d
            days_since_last_interaction | message, call long ago | 3d      | 3d
            stakeholder_engagement      | message                | 3d      | 3d
            stakeholder_engagement      | message                | 3000d   | 3000d
            stakeholder_engagement      | message                | 0d-1us  | 0d
            stakeholder_engagement      | nothing                | 3d      | 0d
            touchpoints_30_days         | message from them      | 3d      | 3d
            champion_status             | message                | 3d      | 3d
            champion_status             | nothing                | 3d      | 0d
            executive_access            | message                | 3d      | 3d
            outreach_response           | message                | 3d      | 3d
            nps_score                   | NPS answer             | 3d      | 3d
            tam_health_rag              | report                 | 300d    | 300d
            email_open_rate             | e-mail sent            | 3d      | 3d
            email_open_rate             | e-mail opened          | 3d      | 3d
            webinars_attended_90_days   | webinar                | 3d      | 3d
            webinars_attended_90_days   | webinar                | 90d     | 0d
            invoice_payment_status      | use                    | 3d      | 0d
            days_to_renewal             | use                    | 3d      | 0d
            open_ticket_count           | ticket                 | 3d      | 0d
            avg_ticket_sentiment        | ticket                 | 3d      | 0d
            escalation_count_90_days    | ticket                 | 3d      | 0d
            open_escalation             | ticket                 | 3d      | 0d
            tickets_30_days             | ticket                 | 3d      | 0d
            csat_average                | CSAT answer            | 3d      | 0d
            arr_growth_rate             | use                    | 3d      | 0d
            growth_status               | use                    | 3d      | 0d
            contract_value_band         | use                    | 3d      | 0d
            lifecycle_stage             | use                    | 3d      | 0d
            """)
    void is_as_old_as_the_newest_behind_it(String signal, String with, String age, String old) {
        AccountFixture account = anAccount()
                .withPlanFeatures(4)
                .withSeatsBought(2)
                .withRenewsOn(inDays(9))
                .withStage("adoption")
                .contact("ana", ContactRole.CHAMPION)
                .with(aSubscription(inDays(-400)).arr("100", "EUR"));

        DerivedValue derived = Derived.derivation(StandardSignals.CATALOGUE.get(signal))
                .derive(happened(with, account, ago(age)).build())
                .orElseThrow();

        assertThat(derived.observedAt()).isEqualTo(ago(old));
    }

    private static AccountFixture happened(String what, AccountFixture account, Instant when) {
        return switch (what) {
            case "nothing" -> account;
            case "use" -> account.used("reports", when);
            case "login" -> account.used("reports", ago("4d")).loggedIn("ana", when);
            case "message" -> account.with(aMessage(when));
            case "message, call long ago" -> account.with(aMessage(when)).with(aCall(ago("80d")));
            case "message from them" -> account.with(TouchpointFixture.aTouchpoint(Direction.INBOUND, when));
            case "NPS answer" -> account.answered(NPS_ANSWER, 9, when).answered(NPS_ANSWER, 9, ago("80d"));
            case "CSAT answer" -> account.answered(CSAT_ANSWER, 5, when);
            case "report" -> account.tamReports("RED", when).tamReports("GREEN", when.minusNanos(1000));
            case "e-mail sent" -> account.event(EMAIL_SENT, when).event(EMAIL_OPENED, ago("9d"));
            case "e-mail opened" -> account.event(EMAIL_SENT, ago("9d")).event(EMAIL_OPENED, when);
            case "webinar" -> account.event(WEBINAR_ATTENDED, when);
            case "ticket" -> account.with(aTicket(when).escalated(NOW).sentiment(0));
            default -> throw new IllegalArgumentException("nothing is called " + what);
        };
    }
}
