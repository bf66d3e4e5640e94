package io.csm.domain.derivation;

import static io.csm.domain.fact.ContactRole.CHAMPION;
import static io.csm.domain.fact.ContactRole.EXECUTIVE_SPONSOR;
import static io.csm.domain.fact.ContactRole.USER;
import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.TODAY;
import static io.csm.domain.fixture.AccountFixture.ago;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.AccountFixture.inDays;
import static io.csm.domain.fixture.TouchpointFixture.aCall;
import static io.csm.domain.fixture.TouchpointFixture.aMessage;
import static io.csm.domain.fixture.TouchpointFixture.aTouchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.FactId;
import io.csm.domain.fixture.AccountFixture;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DerivingRelationshipsTest {

    private static final Instant MIDNIGHT = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    @Test
    void counts_the_days_since_the_last_conversation() {
        AccountFixture account = anAccount().with(aMessage(NOW)).with(aTouchpoint(Direction.INBOUND, NOW));

        assertThat(Derived.shown("days_since_last_interaction", account.build()))
                .isEqualTo("-");

        account.with(aCall(daysAgo(40))).with(aCall(daysAgo(7))).with(aCall(daysAgo(20)));

        assertThat(Derived.shown("days_since_last_interaction", account.build()))
                .isEqualTo("7");
    }

    @Test
    void counts_days_in_utc_and_not_spans_of_24_hours() {
        assertThat(Derived.shown(
                        "days_since_last_interaction",
                        anAccount().with(aCall(MIDNIGHT)).build()))
                .isEqualTo("0");
        assertThat(Derived.shown(
                        "days_since_last_interaction",
                        anAccount().with(aCall(MIDNIGHT.minusNanos(1000))).build()))
                .isEqualTo("1");
    }

    @ParameterizedTest(name = "{0} with the champion, {1} with the sponsor: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # champion | sponsor | engagement
              0        | 0       | low
              1        | 0       | low
              2        | 0       | medium
              1        | 1       | medium
              0        | 5       | medium
              3        | 3       | high
              6        | 0       | high
              0        | 7       | high
            """)
    void counts_conversations_with_champion_and_sponsor(int champion, int sponsor, String engagement) {
        AccountFixture account = anAccount()
                .contact("ana", CHAMPION)
                .contact("ben", EXECUTIVE_SPONSOR)
                .contact("joe", USER);
        calls(account, "ana", champion);
        calls(account, "ben", sponsor);
        calls(account, "joe", 9);
        calls(account, "somebody else", 9);
        account.with(aCall(NOW))
                .with(aMessage(NOW).with("ana"))
                .with(aMessage(NOW).with("ben"));

        assertThat(Derived.shown("stakeholder_engagement", account.build())).isEqualTo(engagement);
    }

    private static void calls(AccountFixture account, String contact, int count) {
        for (int i = 0; i < count; i++) {
            account.with(aCall(daysAgo(i)).with(contact));
        }
    }

    @Test
    void counts_a_conversation_once_though_two_systems_know_its_contact() {
        AccountFixture account = anAccount().contact("ana", CHAMPION).with(inOtherSystem("ana", EXECUTIVE_SPONSOR));
        calls(account, "ana", 1);

        assertThat(Derived.shown("stakeholder_engagement", account.build())).isEqualTo("low");
    }

    @Test
    void knows_a_stakeholder_though_another_system_knows_a_user_by_the_same_id() {
        AccountFixture account = anAccount().contact("ana", CHAMPION).with(inOtherSystem("ana", USER));
        calls(account, "ana", 2);

        assertThat(Derived.shown("stakeholder_engagement", account.build())).isEqualTo("medium");
    }

    private static Contact inOtherSystem(String id, ContactRole role) {
        return new Contact(ACME, new FactId("other", id), "", role, Optional.empty());
    }

    @Test
    void counts_conversations_with_a_stakeholder_who_left() {
        AccountFixture account = anAccount().contactWhoLeft("ana", CHAMPION, inDays(-80));
        calls(account, "ana", 2);

        assertThat(Derived.shown("stakeholder_engagement", account.build())).isEqualTo("medium");
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void counts_touchpoints_of_any_direction(Direction direction) {
        AccountFacts facts = anAccount().with(aTouchpoint(direction, NOW)).build();

        assertThat(Derived.shown("touchpoints_30_days", facts)).isEqualTo("1");
        assertThat(Derived.shown("touchpoints_30_days", anAccount().build())).isEqualTo("0");
    }

    @ParameterizedTest(name = "ana left in {0} days, ben in {1}, call with {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # ana left | ben left | call with | champion
              never    | never    | nobody    | at_risk
              never    | never    | ana       | active
              1        | 1        | ana       | active
              0        | 0        | ana       | left
              -1       | -1       | ana       | left
              0        | never    | ana       | at_risk
              0        | never    | ben       | active
              0        | 1        | ben       | active
              0        | 1        | the user  | at_risk
            """)
    void asks_whether_a_champion_is_there_and_speaks(String anaLeft, String benLeft, String callWith, String champion) {
        AccountFixture account = anAccount()
                .contact("the user", USER)
                .with(aCall(NOW).with(callWith))
                .with(aMessage(NOW).with("ben"));
        champion(account, "ana", anaLeft);
        champion(account, "ben", benLeft);

        assertThat(Derived.shown("champion_status", account.build())).isEqualTo(champion);
    }

    private static void champion(AccountFixture account, String id, String leftInDays) {
        if ("never".equals(leftInDays)) {
            account.contact(id, CHAMPION);
        } else {
            account.contactWhoLeft(id, CHAMPION, inDays(Integer.parseInt(leftInDays)));
        }
    }

    @Test
    void takes_a_champion_for_active_where_touchpoints_are_not_sent() {
        AccountFixture account = anAccount().contact("ana", CHAMPION).without(Feed.TOUCHPOINT);

        assertThat(Derived.shown("champion_status", account.build())).isEqualTo("active");
        assertThat(Derived.shown(
                        "champion_status",
                        anAccount()
                                .contactWhoLeft("ana", CHAMPION, TODAY)
                                .without(Feed.TOUCHPOINT)
                                .build()))
                .isEqualTo("left");
    }

    @Test
    void knows_nothing_of_a_champion_where_none_is_known() {
        AccountFacts facts = anAccount().contact("ben", EXECUTIVE_SPONSOR).build();

        assertThat(Derived.shown("champion_status", facts)).isEqualTo("-");
    }

    @ParameterizedTest(name = "sponsor left in {0} days: {1}")
    @CsvSource({"1, yes", "0, no", "-1, no"})
    void has_access_to_a_sponsor_who_is_there(int left, String access) {
        AccountFixture account = anAccount()
                .contactWhoLeft("ben", EXECUTIVE_SPONSOR, inDays(left))
                .contact("ana", CHAMPION)
                .with(aCall(NOW).with("ana"))
                .with(aMessage(NOW).with("ben"));

        assertThat(Derived.shown("executive_access", account.build())).isEqualTo("no");

        account.with(aCall(NOW).with("ben"));

        assertThat(Derived.shown("executive_access", account.build())).isEqualTo(access);
    }

    @ParameterizedTest(name = "{0} of {1} answered: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # answered | sent | response
              0        | 0    | -
              0        | 1    | none
              1        | 1    | responsive
              1        | 2    | slow
              1        | 3    | slow
              2        | 3    | responsive
              1        | 4    | rare
              2        | 7    | rare
              3        | 9    | slow
              5        | 9    | slow
              6        | 9    | responsive
            """)
    void asks_how_much_outreach_is_answered(int answered, int sent, String response) {
        AccountFixture account = anAccount().with(aCall(NOW)).with(aTouchpoint(Direction.INBOUND, NOW));
        for (int i = 0; i < sent; i++) {
            account.with(i < answered ? aMessage(daysAgo(9)).answered(daysAgo(2)) : aMessage(daysAgo(9)));
        }

        assertThat(Derived.shown("outreach_response", account.build())).isEqualTo(response);
    }

    @Test
    void does_not_see_an_answer_that_comes_later() {
        assertThat(Derived.shown(
                        "outreach_response",
                        anAccount().with(aMessage(daysAgo(9)).answered(NOW)).build()))
                .isEqualTo("responsive");
        assertThat(Derived.shown(
                        "outreach_response",
                        anAccount()
                                .with(aMessage(daysAgo(9)).answered(ago("0d-1us")))
                                .build()))
                .isEqualTo("none");
    }
}
