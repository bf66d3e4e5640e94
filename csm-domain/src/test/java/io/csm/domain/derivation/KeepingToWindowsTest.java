package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.CSAT_ANSWER;
import static io.csm.domain.event.StandardEvents.EMAIL_OPENED;
import static io.csm.domain.event.StandardEvents.EMAIL_SENT;
import static io.csm.domain.event.StandardEvents.ESCALATION;
import static io.csm.domain.event.StandardEvents.NPS_ANSWER;
import static io.csm.domain.event.StandardEvents.WEBINAR_ATTENDED;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.ago;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static io.csm.domain.fixture.TouchpointFixture.aCall;
import static io.csm.domain.fixture.TouchpointFixture.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fact.ContactRole;
import io.csm.domain.fixture.AccountFixture;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window excludes the instant of so many times 24 hours ago, and includes now. */
class KeepingToWindowsTest {

    @ParameterizedTest(name = "{0}, {1}: {3} within {2} days, {4} outside")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | what                           | days | within   | outside
            feature_adoption_rate       | use of a feature               | 30   | 0.25     | 0
            feature_breadth             | use of a feature               | 30   | 0.25     | 0
            usage_trend                 | use of a feature               | 30   | growing  | inactive
            stakeholder_engagement      | calls with a champion          | 90   | medium   | low
            nps_score                   | answer of 9                    | 180  | 9        | -
            seats_utilization_rate      | use by ana                     | 30   | 0.5      | 0
            seats_utilization_rate      | login of ana                   | 30   | 0.5      | 0
            avg_ticket_sentiment        | angry ticket                   | 90   | negative | -
            escalation_count_90_days    | ticket escalated               | 90   | 1        | 0
            escalation_count_90_days    | escalation                     | 90   | 1        | 0
            active_user_rate            | login of ana                   | 30   | 1        | 0
            active_user_rate            | login of ana, and eve long ago | 30   | 0.5      | 0
            touchpoints_30_days         | call                           | 30   | 1        | 0
            touchpoints_30_days         | message                        | 30   | 1        | 0
            email_open_rate             | e-mail                         | 90   | 0        | -
            email_open_rate             | e-mail opened                  | 90   | 1        | 0
            webinars_attended_90_days   | webinar                        | 90   | 1        | 0
            champion_status             | call with a champion           | 90   | active   | at_risk
            executive_access            | call with a sponsor            | 90   | yes      | no
            tickets_30_days             | ticket                         | 30   | 1        | 0
            csat_average                | rating of 5                    | 90   | 5        | -
            csat_average                | ticket closed, rated 5         | 90   | 5        | -
            usage_depth                 | third day of use               | 30   | light    | minimal
            outreach_response           | message                        | 90   | none     | -
            usage_frequency             | use of a feature               | 30   | 0.0333 | 0
            usage_depth_rate            | use of a feature               | 30   | 0.1      | 0
            """)
    void excludes_the_beginning_and_includes_the_end(
            String signal, String what, int days, String within, String outside) {
        assertThat(shown(signal, what, days + "d")).isEqualTo(outside);
        assertThat(shown(signal, what, days + "d-1us")).isEqualTo(within);
        assertThat(shown(signal, what, "0d")).isEqualTo(within);
        assertThat(shown(signal, what, "0d-1us")).isEqualTo(outside);
    }

    @ParameterizedTest(name = "{0}, {1}: {3} when {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | what                     | age     | value
            usage_trend                 | four uses, and three now | 60d-1us | declining
            usage_trend                 | four uses, and three now | 60d     | growing
            usage_trend                 | four uses, and three now | 30d     | declining
            usage_trend                 | four uses, and three now | 30d-1us | growing
            login_frequency_days        | login of ana, and ben now | 90d-1us | 90
            login_frequency_days        | login of ana, and ben now | 90d     | 0
            login_frequency_days        | use, and a login now     | 90d-1us | 90
            login_frequency_days        | use, and a login now     | 90d     | 0
            login_frequency_days        | login of ana             | 90d     | 90
            login_frequency_days        | login of ana             | 89d     | 89
            login_frequency_days        | login of ana             | 0d      | 0
            login_frequency_days        | login of ana             | 0d-1us  | 90
            active_user_rate            | login of ana, and ben now | 90d-1us | 0.5
            active_user_rate            | login of ana, and ben now | 90d     | 1
            tam_health_rag              | report of RED            | 0d      | RED
            tam_health_rag              | report of RED            | 9000d   | RED
            tam_health_rag              | report of RED            | 0d-1us  | -
            days_since_last_interaction | call                     | 0d      | 0
            days_since_last_interaction | call                     | 9000d   | 9000
            days_since_last_interaction | call                     | 0d-1us  | -
            open_ticket_count           | ticket                   | 0d      | 1
            open_ticket_count           | ticket                   | 9000d   | 1
            open_ticket_count           | ticket                   | 0d-1us  | 0
            open_ticket_count           | ticket closed, rated 5   | 0d      | 0
            open_ticket_count           | ticket closed, rated 5   | 0d-1us  | 1
            open_escalation             | ticket escalated         | 0d      | yes
            open_escalation             | ticket escalated         | 200d    | yes
            open_escalation             | ticket escalated         | 0d-1us  | no
            """)
    void reads_what_happened_by_now(String signal, String what, String age, String value) {
        assertThat(shown(signal, what, age)).isEqualTo(value);
    }

    private static String shown(String signal, String what, String age) {
        AccountFixture account = anAccount()
                .withPlanFeatures(4)
                .withSeatsBought(2)
                .contact("champion", ContactRole.CHAMPION)
                .contact("sponsor", ContactRole.EXECUTIVE_SPONSOR);
        return Derived.shown(signal, happened(what, account, ago(age)).build());
    }

    private static AccountFixture happened(String what, AccountFixture account, Instant when) {
        return switch (what) {
            case "use of a feature" -> account.used("reports", when);
            case "use by ana" -> account.used("reports", when, "ana");
            case "third day of use" ->
                account.used("reports", when).used("reports", daysAgo(10)).used("reports", daysAgo(11));
            case "four uses, and three now" -> account.used("reports", when, 4).used("reports", NOW, 3);
            case "use, and a login now" -> account.used("reports", when).loggedIn("ana", NOW);
            case "login of ana" -> account.loggedIn("ana", when);
            case "login of ana, and ben now" -> account.loggedIn("ana", when).loggedIn("ben", NOW);
            case "login of ana, and eve long ago" ->
                account.loggedIn("ana", when).loggedIn("eve", daysAgo(80));
            case "call" -> account.with(aCall(when));
            case "call with a champion" -> account.with(aCall(when).with("champion"));
            case "calls with a champion" ->
                account.with(aCall(when).with("champion")).with(aCall(NOW).with("champion"));
            case "call with a sponsor" -> account.with(aCall(when).with("sponsor"));
            case "message" -> account.with(aMessage(when));
            case "answer of 9" -> account.answered(NPS_ANSWER, 9, when);
            case "rating of 5" -> account.answered(CSAT_ANSWER, 5, when);
            case "report of RED" -> account.tamReports("RED", when);
            case "e-mail" -> account.event(EMAIL_SENT, when);
            case "e-mail opened" -> account.event(EMAIL_SENT, NOW).event(EMAIL_OPENED, when);
            case "webinar" -> account.event(WEBINAR_ATTENDED, when);
            case "escalation" -> account.event(ESCALATION, when);
            case "ticket" -> account.with(aTicket(when));
            case "angry ticket" -> account.with(aTicket(when).sentiment(-50));
            case "ticket escalated" -> account.with(aTicket(daysAgo(300)).escalated(when));
            case "ticket closed, rated 5" ->
                account.with(aTicket(daysAgo(300)).closed(when).satisfaction(5));
            default -> throw new IllegalArgumentException("nothing is called " + what);
        };
    }
}
