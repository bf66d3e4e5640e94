package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.ACME;
import static io.csm.application.contract.Fixtures.MONDAY;
import static io.csm.application.contract.Fixtures.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.quality.Oddity;
import io.csm.application.quality.Oddity.Kind;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a finder of oddities must keep to. */
public abstract class OddityFinderContract extends PortsContract {

    private static final LocalDate DAY = Viewpoint.at(MONDAY).day();

    @BeforeEach
    void accounts_are_known() {
        Account churned = Account.named(account("churned"), "Churned")
                .withStatus(AccountStatus.CHURNED)
                .withOwner("mia")
                .build();
        Account active =
                Account.named(account("active"), "Active").withOwner("leo").build();
        ports().accounts().saveAll(ACME, List.of(churned, active));
    }

    private List<Oddity> found() {
        return ports().oddities().find(ACME, Viewpoint.at(MONDAY));
    }

    private void report(Fact... facts) {
        ports().facts().append(ACME, List.of(facts), MONDAY);
    }

    private static Subscription from(String account, String id, LocalDate start, Optional<LocalDate> end) {
        return new Subscription(
                account(account),
                FactBuilders.id(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                start,
                end,
                Optional.empty(),
                Term.ANNUAL,
                false);
    }

    private static Event event(String account, String id, Instant at, String payload) {
        return new Event(
                FactBuilders.id(id),
                payload.equals("{}") ? StandardEvents.CHURNED : StandardEvents.LOGIN,
                account(account),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                payload);
    }

    private void happened(Event... events) {
        ports().events().append(ACME, List.of(events), MONDAY);
    }

    @Test
    void nothing_odd_is_nothing_found() {
        report(from("active", "s-1", DAY.minusDays(10), Optional.empty()));

        assertThat(found()).isEmpty();
    }

    @Test
    void a_churned_account_whose_subscription_runs_on_its_last_day() {
        report(from("churned", "s-1", DAY.minusDays(10), Optional.of(DAY)));
        assertThat(found()).containsExactly(new Oddity(Kind.CHURNED_BUT_RUNNING, 1, 1, "churned"));

        report(from("churned", "s-1", DAY.minusDays(10), Optional.of(DAY.minusDays(1))));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_churn_of_an_account_that_is_not_marked_and_on_a_day_on_which_nothing_ends() {
        report(from("churned", "s-1", DAY.minusDays(10), Optional.of(DAY.minusDays(1))));
        happened(
                event("churned", "e-1", MONDAY.minusSeconds(86_400), "{}"),
                event("active", "e-2", MONDAY.minusSeconds(86_400), "{}"));

        assertThat(found())
                .containsExactly(
                        new Oddity(Kind.CHURN_TOLD_NOT_MARKED, 1, 2, "active"),
                        new Oddity(Kind.CHURN_WITHOUT_END, 1, 2, "e-2"));
    }

    @Test
    void an_event_before_the_subscription_that_it_names() {
        report(from("active", "s-1", DAY, Optional.empty()));
        happened(
                event("active", "e-1", MONDAY.minusSeconds(86_400), "{\"subscription_id\": \"s-1\"}"),
                event("active", "e-2", MONDAY, "{\"subscription_id\": \"s-1\"}"),
                event("active", "e-3", MONDAY.minusSeconds(86_400), "{\"subscription_id\": \"s-9\"}"));

        assertThat(found()).containsExactly(new Oddity(Kind.EVENT_BEFORE_SUBSCRIPTION, 1, 2, "e-1"));
    }

    @Test
    void subscriptions_that_overlap_by_a_day() {
        report(
                from("active", "s-1", DAY.minusDays(10), Optional.of(DAY.minusDays(5))),
                from("active", "s-2", DAY.minusDays(4), Optional.of(DAY.minusDays(3))));
        assertThat(found()).isEmpty();

        report(from("active", "s-2", DAY.minusDays(5), Optional.of(DAY.minusDays(3))));
        assertThat(found()).containsExactly(new Oddity(Kind.OVERLAPPING_SUBSCRIPTIONS, 1, 1, "active"));
    }

    @Test
    void a_closed_ticket_without_satisfaction() {
        Ticket open = FactBuilders.ticket("active", "t-1");
        report(open, closed("t-2", Optional.empty()), closed("t-3", Optional.of(5)));

        assertThat(found()).containsExactly(new Oddity(Kind.TICKET_WITHOUT_SATISFACTION, 1, 2, "t-2"));
    }

    private static Ticket closed(String id, Optional<Integer> satisfaction) {
        return new Ticket(
                account("active"),
                FactBuilders.id(id),
                MONDAY,
                Optional.of(MONDAY),
                Optional.empty(),
                Optional.empty(),
                satisfaction,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void an_owner_who_is_no_user_where_users_are_known() {
        assertThat(found()).isEmpty();

        ports().users().saveAll(ACME, List.of(new User("mia", "Mia", Optional.empty())));

        assertThat(found()).containsExactly(new Oddity(Kind.UNKNOWN_OWNER, 1, 2, "active"));
    }
}
