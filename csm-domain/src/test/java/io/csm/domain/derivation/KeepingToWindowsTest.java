package io.csm.domain.derivation;

import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.ago;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static io.csm.domain.fixture.TouchpointFixture.aCall;
import static io.csm.domain.fixture.TouchpointFixture.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fixture.AccountFixture;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window excludes the instant of so many times 24 hours ago, and includes now. */
class KeepingToWindowsTest {

    /** Ways to put one thing at one instant into an account's history. */
    private static final Map<String, BiFunction<AccountFixture, Instant, AccountFixture>> THINGS = Map.ofEntries(
            Map.entry("use of a feature", (account, when) -> account.used("reports", when)),
            Map.entry("use by ana", (account, when) -> account.used("reports", when, "ana")),
            Map.entry("login of ana", (account, when) -> account.loggedIn("ana", when)),
            Map.entry(
                    "login of ana, and eve long ago",
                    (account, when) -> account.loggedIn("ana", when).loggedIn("eve", daysAgo(80))),
            Map.entry(
                    "use after one long ago",
                    (account, when) -> account.used("reports", when).used("reports", daysAgo(45))),
            Map.entry(
                    "four uses, and three now",
                    (account, when) -> account.used("reports", when, 4).used("reports", NOW, 3)),
            Map.entry("call", (account, when) -> account.with(aCall(when))),
            Map.entry(
                    "call with a champion",
                    (account, when) -> account.with(aCall(when).with("champion"))),
            Map.entry(
                    "calls with a champion",
                    (account, when) -> account.with(aCall(when).with("champion"))
                            .with(aCall(NOW).with("champion"))),
            Map.entry(
                    "call with a sponsor",
                    (account, when) -> account.with(aCall(when).with("sponsor"))),
            Map.entry("message", (account, when) -> account.with(aMessage(when))),
            Map.entry("answer of 9", (account, when) -> account.answered(StandardEvents.NPS_ANSWER, 9, when)),
            Map.entry("rating of 5", (account, when) -> account.answered(StandardEvents.CSAT_ANSWER, 5, when)),
            Map.entry("report of RED", (account, when) -> account.tamReports("RED", when)),
            Map.entry("e-mail", (account, when) -> account.event(StandardEvents.EMAIL_SENT, when)),
            Map.entry(
                    "e-mail opened",
                    (account, when) ->
                            account.event(StandardEvents.EMAIL_SENT, NOW).event(StandardEvents.EMAIL_OPENED, when)),
            Map.entry("webinar", (account, when) -> account.event(StandardEvents.WEBINAR_ATTENDED, when)),
            Map.entry("escalation", (account, when) -> account.event(StandardEvents.ESCALATION, when)),
            Map.entry("ticket", (account, when) -> account.with(aTicket(when))),
            Map.entry(
                    "angry ticket",
                    (account, when) -> account.with(aTicket(when).sentiment(-50))),
            Map.entry(
                    "ticket escalated",
                    (account, when) -> account.with(aTicket(daysAgo(300)).escalated(when))),
            Map.entry(
                    "ticket closed, rated 5",
                    (account, when) ->
                            account.with(aTicket(daysAgo(300)).closed(when).satisfaction(5))));

    @ParameterizedTest(name = "{0}, {1}: {3} within {2} days, {4} outside")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | what                           | days | within   | outside
            feature_adoption_rate       | use of a feature               | 30   | 0.25     | 0
            feature_breadth             | use of a feature               | 30   | 0.25     | 0
            usage_trend                 | use of a feature               | 30   | growing  | inactive
            usage_trend                 | four uses, and three now       | 30   | growing  | declining
            usage_trend                 | four uses, and three now       | 60   | ?        | growing
            login_frequency_days        | use of a feature               | 90   | ?        | 90
            login_frequency_days        | login of ana                   | 90   | ?        | 90
            stakeholder_engagement      | calls with a champion          | 90   | medium   | low
            nps_score                   | answer of 9                    | 180  | 9        | -
            seats_utilization_rate      | use by ana                     | 30   | 0.5      | 0
            seats_utilization_rate      | login of ana                   | 30   | 0.5      | 0
            avg_ticket_sentiment        | angry ticket                   | 90   | negative | -
            escalation_count_90_days    | ticket escalated               | 90   | 1        | 0
            escalation_count_90_days    | escalation                     | 90   | 1        | 0
            active_user_rate            | login of ana                   | 30   | 1        | 0
            active_user_rate            | login of ana, and eve long ago | 30   | 0.5      | 0
            active_user_rate            | login of ana, and eve long ago | 90   | ?        | 0
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
            usage_depth                 | use of a feature               | 30   | minimal  | minimal
            outreach_response           | message                        | 90   | none     | -
            usage_frequency             | use of a feature               | 30   | 0.0333 | 0
            usage_depth_rate            | use of a feature               | 30   | 0.1      | 0
            """)
    void excludes_the_beginning_and_includes_the_end(
            String signal, String what, int days, String within, String outside) {
        assertThat(shown(signal, what, days + "d")).isEqualTo(outside);
        if (!"?".equals(within)) {
            assertThat(shown(signal, what, days + "d-1us")).isEqualTo(within);
            assertThat(shown(signal, what, "0d")).isEqualTo(within);
            assertThat(shown(signal, what, "0d-1us")).isEqualTo(outside);
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {3} when {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | what                    | age     | value
            usage_trend                 | four uses, and three now | 60d-1us | declining
            usage_trend                 | four uses, and three now | 60d     | growing
            usage_trend                 | four uses, and three now | 30d     | declining
            usage_trend                 | four uses, and three now | 30d-1us | growing
            login_frequency_days        | use of a feature        | 90d-1us | 90
            login_frequency_days        | login of ana            | 89d     | 89
            login_frequency_days        | login of ana            | 0d      | 0
            active_user_rate            | login of ana, and eve long ago | 90d-1us | 0
            tam_health_rag              | report of RED           | 0d      | RED
            tam_health_rag              | report of RED           | 9000d   | RED
            tam_health_rag              | report of RED           | 0d-1us  | -
            days_since_last_interaction | call                    | 0d      | 0
            days_since_last_interaction | call                    | 9000d   | 9000
            days_since_last_interaction | call                    | 0d-1us  | -
            open_ticket_count           | ticket                  | 0d      | 1
            open_ticket_count           | ticket                  | 9000d   | 1
            open_ticket_count           | ticket                  | 0d-1us  | 0
            open_ticket_count           | ticket closed, rated 5  | 0d      | 0
            open_ticket_count           | ticket closed, rated 5  | 0d-1us  | 1
            open_escalation             | ticket escalated        | 0d      | yes
            open_escalation             | ticket escalated        | 200d    | yes
            open_escalation             | ticket escalated        | 0d-1us  | no
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
        return Derived.shown(signal, THINGS.get(what).apply(account, ago(age)).build());
    }
}
