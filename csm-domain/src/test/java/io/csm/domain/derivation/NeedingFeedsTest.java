package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.EMAIL_SENT;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.AccountFixture.inDays;
import static io.csm.domain.fixture.SubscriptionFixture.aSubscription;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static io.csm.domain.fixture.TouchpointFixture.aCall;
import static io.csm.domain.fixture.TouchpointFixture.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fixture.AccountFixture;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.StandardSignals;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a tenant does not send a kind of fact at all, nobody knows; where it does, an account without any has none. */
class NeedingFeedsTest {

    private static final String NONE = "-";

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | needs
            feature_adoption_rate       | USAGE
            usage_trend                 | USAGE
            login_frequency_days        | LOGIN
            days_since_last_interaction | TOUCHPOINT
            stakeholder_engagement      | TOUCHPOINT and STAKEHOLDER
            nps_score                   | -
            invoice_payment_status      | INVOICE
            days_to_renewal             | -
            seats_utilization_rate      | PERSON
            open_ticket_count           | TICKET
            avg_ticket_sentiment        | TICKET
            escalation_count_90_days    | TICKET or ESCALATION
            tam_health_rag              | -
            active_user_rate            | PERSON
            touchpoints_30_days         | TOUCHPOINT
            email_open_rate             | EMAIL_SENT
            webinars_attended_90_days   | WEBINAR
            champion_status             | STAKEHOLDER
            executive_access            | SPONSOR and TOUCHPOINT
            arr_growth_rate             | SUBSCRIPTION
            contract_value_band         | -
            tickets_30_days             | TICKET
            csat_average                | -
            open_escalation             | TICKET
            feature_breadth             | USAGE
            usage_depth                 | USAGE
            outreach_response           | TOUCHPOINT
            growth_status               | SUBSCRIPTION
            usage_frequency             | USAGE
            usage_depth_rate            | USAGE
            lifecycle_stage             | -
            """)
    void is_tracked_with_just_these_feeds_and_not_without_one(String signal, String needs) {
        boolean either = needs.contains(" or ");
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        for (String feed : needs.split(" and | or ")) {
            if (!NONE.equals(feed)) {
                feeds.add(Feed.valueOf(feed));
            }
        }

        assertThat(shownWith(signal, feeds)).isNotEqualTo(NONE);
        for (Feed feed : feeds) {
            assertThat(shownWith(signal, EnumSet.of(feed)).equals(NONE)).isEqualTo(!either && feeds.size() > 1);
            assertThat(shownWith(signal, EnumSet.complementOf(EnumSet.of(feed))).equals(NONE))
                    .isEqualTo(!either);
        }
        if (either) {
            assertThat(shownWith(signal, EnumSet.complementOf(EnumSet.copyOf(feeds))))
                    .isEqualTo(NONE);
        }
    }

    private static String shownWith(String signal, Set<Feed> feeds) {
        return Derived.shown(
                signal,
                knownInEveryRespect().sendingOnly(feeds.toArray(Feed[]::new)).build());
    }

    private static AccountFixture knownInEveryRespect() {
        return anAccount()
                .withPlanFeatures(4)
                .withSeatsBought(4)
                .withRenewsOn(inDays(90))
                .withStage("adoption")
                .used("reports", NOW, "ana")
                .event(EMAIL_SENT, NOW)
                .answered(StandardEvents.NPS_ANSWER, 9, NOW)
                .answered(StandardEvents.CSAT_ANSWER, 5, NOW)
                .tamReports("GREEN", NOW)
                .contact("ana", ContactRole.CHAMPION)
                .with(aCall(NOW))
                .with(aMessage(NOW))
                .with(aTicket(daysAgo(1)).sentiment(0))
                .with(aSubscription(inDays(-400)).arr("100", "EUR"));
    }

    @Test
    void counts_nothing_where_a_feed_is_there_and_the_account_has_none() {
        AccountFacts facts = anAccount().build();

        assertThat(StandardDerivations.derive(facts).stream()
                        .map(derived ->
                                derived.signal().name() + "=" + derived.signal().show(derived.value())))
                .containsExactly(
                        "usage_trend=inactive",
                        "login_frequency_days=90",
                        "stakeholder_engagement=low",
                        "invoice_payment_status=current",
                        "open_ticket_count=0",
                        "escalation_count_90_days=0",
                        "active_user_rate=0",
                        "touchpoints_30_days=0",
                        "webinars_attended_90_days=0",
                        "executive_access=no",
                        "tickets_30_days=0",
                        "open_escalation=no",
                        "usage_depth=minimal",
                        "usage_frequency=0",
                        "usage_depth_rate=0");
    }

    @Test
    void derives_nothing_where_nothing_is_sent_or_known() {
        assertThat(StandardDerivations.derive(anAccount().sendingOnly().build()))
                .isEmpty();
    }

    @Test
    void has_one_derivation_for_each_signal_that_ships_in_the_same_order() {
        assertThat(StandardDerivations.ALL)
                .extracting(Derivation::signal)
                .isEqualTo(StandardSignals.CATALOGUE.signals());
        assertThat(StandardDerivations.find(StandardSignals.NPS_SCORE))
                .map(Derivation::signal)
                .contains(StandardSignals.NPS_SCORE);
        assertThat(StandardDerivations.find(Signal.yesNo("unheard_of"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                    | why
            feature_adoption_rate       | the number of features of the plan is not known
            days_since_last_interaction | there was never a two-way touchpoint
            nps_score                   | nobody answered in 180 days
            days_to_renewal             | no renewal date is known
            seats_utilization_rate      | the number of seats bought is not known, or 0
            avg_ticket_sentiment        | nobody judged a ticket opened in 90 days
            tam_health_rag              | the technical account manager reported nothing
            email_open_rate             | no e-mail was sent in 90 days
            champion_status             | no champion is known
            arr_growth_rate             | no subscription with an ARR ran 365 days before
            contract_value_band         | no ARR is known, or not all of it in one currency
            csat_average                | nobody answered in 90 days
            outreach_response           | nobody reached out in 90 days
            lifecycle_stage             | the account's stage is not known, or none of onboarding, adoption, maturity, renewal
            """)
    void says_why_a_signal_is_not_tracked(String signal, String why) {
        Derivation derivation = Derived.derivation(StandardSignals.CATALOGUE.get(signal));

        assertThat(derivation.sum(anAccount().build())).isEqualTo("not tracked: " + why);
        assertThat(derivation.evidence(anAccount().build())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal                 | why
            usage_trend              | there is no feed of `feature_used` events
            escalation_count_90_days | there is no feed of tickets or of `escalation` events
            stakeholder_engagement   | there is no feed of touchpoints
            """)
    void says_which_feed_is_missing(String signal, String why) {
        Derivation derivation = Derived.derivation(StandardSignals.CATALOGUE.get(signal));

        assertThat(derivation.sum(anAccount().sendingOnly().build())).isEqualTo("not tracked: " + why);
    }
}
