package io.csm.application.contract;

import static io.csm.application.contract.AlertBuilder.anAlert;
import static io.csm.application.contract.FactBuilders.subscription;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.domain.alert.AlertState.ACKNOWLEDGED;
import static io.csm.domain.alert.AlertState.OPEN;
import static io.csm.domain.alert.AlertState.RESOLVED;
import static io.csm.domain.alert.AlertState.SNOOZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.account.AccountNotFound;
import io.csm.application.alert.port.AlertRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.account.Money;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Notice;
import io.csm.domain.alert.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repository of alerts must keep to. */
public abstract class AlertRepositoryContract extends PortsContract {

    private static final Set<AlertState> ALL = EnumSet.allOf(AlertState.class);

    @BeforeEach
    void some_accounts_are_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two"), named("A-3", "Three")));
    }

    private AlertRepository alerts() {
        return ports().alerts();
    }

    /** Stores alerts that were raised some time ago and wait no more. */
    private void keep(Alert... all) {
        raise(all);
        alerts().announced(ACME, List.of(all), false, MONDAY);
    }

    private void save(Alert... all) {
        alerts().save(ACME, List.of(all));
    }

    /** Stores alerts that are raised now, so that they wait. */
    private void raise(Alert... all) {
        alerts().raise(
                        ACME,
                        Stream.of(all)
                                .map(alert -> anAlert(alert.id()).saidOf(alert))
                                .toList());
    }

    private Set<String> announced(Alert alert, boolean oneByOne, Instant at) {
        return alerts().announced(ACME, List.of(alert), oneByOne, at);
    }

    private static List<String> ids(List<DigestLine> lines) {
        return lines.stream().map(line -> line.alert().id()).toList();
    }

    private List<String> waiting() {
        return ids(alerts().listWaiting(ACME, 9));
    }

    @Test
    void an_alert_comes_back_as_raised_with_its_words() {
        Notice open = anAlert("x-1").saying("Zoë's \"risk\" is 高い").notice();
        Notice snoozed = anAlert("x-2").saidOf(anAlert("x-2").build().snoozed(WEDNESDAY, TUESDAY, "mia"));

        alerts().raise(ACME, List.of(open, snoozed));

        assertThat(alerts().find(ACME, "x-1")).contains(open);
        assertThat(alerts().find(ACME, "x-2")).contains(snoozed);
        assertThat(alerts().find(ACME, "x-3")).isEmpty();
    }

    @Test
    void one_that_is_raised_again_has_other_words_and_all_else_is_replaced_too() {
        Alert first = anAlert("x-1").build();
        raise(first);
        Notice again = anAlert("x-1")
                .saying("it is worse")
                .saidOf(first.raisedAgain(
                        anAlert("x-1").of(Severity.CRITICAL).raised(TUESDAY).concern()));

        alerts().raise(ACME, List.of(again));

        assertThat(alerts().find(ACME, "x-1")).contains(again);
    }

    @Test
    void one_that_changes_keeps_its_words() {
        Notice raised = anAlert("x-1").saying("it is bad").notice();
        alerts().raise(ACME, List.of(raised));
        Alert snoozed = raised.alert().snoozed(WEDNESDAY, TUESDAY, "mia");
        Alert resolved = snoozed.resolved(WEDNESDAY, "zoe");

        save(snoozed);
        assertThat(alerts().find(ACME, "x-1")).contains(raised.of(snoozed));

        save(resolved);
        assertThat(alerts().find(ACME, "x-1")).contains(raised.of(resolved));
    }

    @Test
    void a_change_of_an_alert_that_is_not_known_is_left_out() {
        raise(anAlert("x-1").build());
        Alert resolved = anAlert("x-1").build().resolved(TUESDAY, "mia");

        save(anAlert("x-0").build(), resolved, anAlert("x-9").build());

        assertThat(alerts().list(ACME, ALL, 9)).extracting(DigestLine::alert).containsExactly(resolved);
    }

    @Test
    void the_latest_alert_of_each_type_and_account_is_the_one_that_was_raised_last() {
        Alert older = anAlert("x-9").raised(MONDAY).build();
        Alert latest = anAlert("x-1").raised(MONDAY.plusNanos(1_000)).build().resolved(WEDNESDAY, "mia");
        Alert dip =
                anAlert("x-2").of(AlertType.SCORE_DIP).raised(A_MONTH_BEFORE).build();
        Alert ofAnother = anAlert("x-3").about("A-2").build();
        Alert notAskedFor = anAlert("x-4").about("A-3").build();
        keep(older, latest, dip, ofAnother, notAskedFor);

        assertThat(alerts().findLatest(ACME, List.of(account("A-1"), account("A-2"), account("A-1"), account("A-9"))))
                .containsExactlyInAnyOrder(latest, dip, ofAnother);
    }

    @Test
    void an_alert_that_is_raised_again_is_the_latest_again() {
        Alert first = anAlert("x-1").build();
        keep(first, anAlert("x-2").raised(TUESDAY).build());
        Alert again = first.raisedAgain(anAlert("x-1").raised(WEDNESDAY).concern());

        raise(again);

        assertThat(alerts().findLatest(ACME, List.of(account("A-1")))).containsExactly(again);
    }

    @Test
    void of_no_accounts_there_is_no_latest_alert() {
        keep(anAlert("x-1").build());

        assertThat(alerts().findLatest(ACME, List.of())).isEmpty();
        assertThat(alerts().findLatest(ACME, List.of(account("A-2")))).isEmpty();
    }

    @Test
    void many_are_saved_and_found_at_once() {
        List<Alert> many = IntStream.range(0, 2_500)
                .mapToObj(i -> anAlert("x-" + i).about("B-" + i).build())
                .toList();
        ports().accounts()
                .saveAll(
                        ACME,
                        many.stream()
                                .map(alert -> Account.known(alert.account()))
                                .toList());

        keep(many.toArray(Alert[]::new));

        assertThat(alerts().findLatest(ACME, many.stream().map(Alert::account).toList()))
                .containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void alerts_are_listed_by_severity_then_revenue_then_account_and_id() {
        ports().accounts()
                .saveAll(
                        ACME,
                        List.of(
                                named("A-10", "Ten"),
                                worth("A-2", "1000"),
                                worth("A-3", "1000.01"),
                                worth("A-4", "999.999")));
        keep(
                anAlert("x-1").about("A-1").of(Severity.CRITICAL).build(),
                anAlert("x-2").about("A-3").of(Severity.INFO).build(),
                anAlert("x-3").about("A-1").build(),
                anAlert("x-4").about("A-10").build(),
                anAlert("x-5").about("A-4").build(),
                anAlert("x-6").about("A-2").build(),
                anAlert("x-8").about("A-3").build(),
                anAlert("x-7").about("A-3").of(AlertType.RENEWAL).build());

        assertThat(ids(alerts().list(ACME, ALL, 9)))
                .containsExactly("x-1", "x-7", "x-8", "x-6", "x-5", "x-3", "x-4", "x-2");
        assertThat(ids(alerts().list(ACME, ALL, 2))).containsExactly("x-1", "x-7");
    }

    private static Account worth(String id, String arr) {
        return Account.named(account(id), id).withArr(Money.of(arr, "EUR")).build();
    }

    @Test
    void a_listed_alert_comes_with_its_account_as_it_is_now() {
        Alert alert = anAlert("x-1").build();
        keep(alert);
        Account now = AccountRepositoryContract.everythingKnown("A-1");
        ports().accounts().saveAll(ACME, List.of(now));

        assertThat(alerts().list(ACME, ALL, 9))
                .containsExactly(new DigestLine(anAlert("x-1").saidOf(alert), now));
    }

    @Test
    void only_alerts_in_these_states_are_listed() {
        keep(
                anAlert("x-1").build(),
                anAlert("x-2").build().acknowledged(TUESDAY, "mia"),
                anAlert("x-3").build().snoozed(WEDNESDAY, TUESDAY, "mia"),
                anAlert("x-4").build().resolved(TUESDAY, "mia"));

        assertThat(ids(alerts().list(ACME, Set.of(OPEN), 9))).containsExactly("x-1");
        assertThat(ids(alerts().list(ACME, Set.of(ACKNOWLEDGED, SNOOZED), 9))).containsExactly("x-2", "x-3");
        assertThat(ids(alerts().list(ACME, Set.of(RESOLVED), 9))).containsExactly("x-4");
        assertThat(alerts().list(ACME, Set.of(), 9)).isEmpty();
    }

    @Test
    void the_alerts_of_an_account_are_listed_the_one_that_was_raised_last_first() {
        Alert monday = anAlert("x-1").build().resolved(WEDNESDAY, "mia");
        Alert alsoMonday = anAlert("x-2").of(AlertType.RENEWAL).build();
        Alert tuesday = anAlert("x-3").raised(TUESDAY).build();
        keep(monday, tuesday, alsoMonday, anAlert("x-4").about("A-2").build());

        assertThat(listOf("A-1", 9)).containsExactly(tuesday, alsoMonday, monday);
        assertThat(listOf("A-1", 1)).containsExactly(tuesday);
        assertThat(listOf("A-9", 9)).isEmpty();
    }

    private List<Alert> listOf(String id, int limit) {
        return alerts().listOf(ACME, account(id), limit).stream()
                .map(Notice::alert)
                .toList();
    }

    @Test
    void those_of_accounts_that_have_churned_by_a_day_are_found() {
        LocalDate tuesday = LocalDate.ofInstant(TUESDAY, ZoneOffset.UTC);
        ports().accounts()
                .saveAll(
                        ACME,
                        List.of(
                                churned("A-1", tuesday),
                                churned("A-2", tuesday.plusDays(1)),
                                marked("A-4"),
                                marked("A-5")));
        ports().facts().append(ACME, List.of(subscription("A-5", "s-1", tuesday)), MONDAY);
        Alert withoutADay = anAlert("x-6").about("A-4").build();
        Alert open = anAlert("x-1").about("A-1").build();
        Alert snoozed =
                anAlert("x-2").about("A-1").of(AlertType.RENEWAL).build().snoozed(WEDNESDAY, TUESDAY, "mia");
        keep(
                open,
                snoozed,
                anAlert("x-3").about("A-1").of(AlertType.SCORE_DIP).build().resolved(TUESDAY, "mia"),
                anAlert("x-4").about("A-2").build(),
                anAlert("x-5").about("A-3").build(),
                withoutADay,
                anAlert("x-7").about("A-5").build());

        assertThat(alerts().listOfChurned(ACME, Set.of(OPEN, SNOOZED), tuesday, 9))
                .containsExactlyInAnyOrder(open, snoozed, withoutADay);
        assertThat(alerts().listOfChurned(ACME, Set.of(SNOOZED), tuesday, 9)).containsExactly(snoozed);
        assertThat(alerts().listOfChurned(ACME, ALL, tuesday, 1)).hasSize(1);
        assertThat(alerts().listOfChurned(ACME, Set.of(OPEN), tuesday.minusDays(1), 9))
                .containsExactlyInAnyOrder(
                        withoutADay, anAlert("x-7").about("A-5").build());
    }

    private static Account churned(String id, LocalDate day) {
        return Account.named(account(id), id)
                .withStatus(AccountStatus.CHURNED)
                .withChurn(day, Optional.empty())
                .build();
    }

    private static Account marked(String id) {
        return Account.named(account(id), id).withStatus(AccountStatus.CHURNED).build();
    }

    @Test
    void those_raised_wait_the_worst_first_until_they_are_announced() {
        keep(anAlert("x-3").build());
        Alert critical = anAlert("x-2").of(Severity.CRITICAL).build();
        raise(anAlert("x-1").build(), critical);
        assertThat(waiting()).containsExactly("x-2", "x-1");
        assertThat(ids(alerts().listWaiting(ACME, 1))).containsExactly("x-2");

        assertThat(announced(critical, true, TUESDAY)).containsExactly("x-2");

        assertThat(waiting()).containsExactly("x-1");
    }

    @Test
    void only_what_waits_is_announced_and_only_as_the_raise_it_was_seen_as() {
        Alert first = anAlert("x-1").build();
        Alert again = first.raisedAgain(anAlert("x-1").raised(WEDNESDAY).concern());
        raise(again, anAlert("x-2").build());

        assertThat(announced(first, true, TUESDAY)).isEmpty();
        assertThat(announced(anAlert("x-9").build(), true, TUESDAY)).isEmpty();
        assertThat(waiting()).containsExactly("x-1", "x-2");
        assertThat(announced(again, true, WEDNESDAY)).containsExactly("x-1");
        assertThat(announced(again, true, WEDNESDAY)).isEmpty();
        assertThat(alerts().announced(ACME, List.of(), true, TUESDAY)).isEmpty();
        assertThat(waiting()).containsExactly("x-2");
        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY)).isEqualTo(1);
    }

    @Test
    void one_that_waits_goes_on_waiting_when_it_changes() {
        Alert alert = anAlert("x-1").build();
        raise(alert);

        save(alert.acknowledged(TUESDAY, "mia"));

        assertThat(waiting()).containsExactly("x-1");
    }

    @Test
    void one_that_is_raised_after_it_was_announced_waits_again() {
        Alert alert = anAlert("x-1").build();
        keep(alert);
        save(alert.acknowledged(TUESDAY, "mia"));
        assertThat(waiting()).isEmpty();

        raise(alert.raisedAgain(anAlert("x-1").raised(WEDNESDAY).concern()));

        assertThat(waiting()).containsExactly("x-1");
    }

    @Test
    void those_announced_one_by_one_are_counted_from_an_instant_on() {
        raise(
                anAlert("x-1").build(),
                anAlert("x-2").build(),
                anAlert("x-3").build(),
                anAlert("x-4").build());
        announced(anAlert("x-1").build(), true, MONDAY);
        announced(anAlert("x-2").build(), true, TUESDAY);
        announced(anAlert("x-3").build(), false, TUESDAY);

        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY)).isEqualTo(2);
        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY.plusNanos(1))).isEqualTo(1);
        assertThat(alerts().countAnnouncedOneByOne(ACME, TUESDAY)).isEqualTo(1);
        assertThat(alerts().countAnnouncedOneByOne(ACME, TUESDAY.plusNanos(1))).isZero();
    }

    @Test
    void a_digest_afterwards_does_not_make_it_forget_who_was_announced_one_by_one() {
        Alert first = anAlert("x-1").build();
        raise(first);
        announced(first, true, MONDAY);
        Alert again = first.raisedAgain(anAlert("x-1").raised(TUESDAY).concern());
        raise(again);

        announced(again, false, TUESDAY);

        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY)).isEqualTo(1);
        assertThat(alerts().countAnnouncedOneByOne(ACME, TUESDAY)).isZero();
    }

    @Test
    void an_alert_of_an_unknown_account_is_refused_and_none_is_saved() {
        assertThatThrownBy(() -> raise(
                        anAlert("x-1").build(), anAlert("x-2").about("A-9").build()))
                .isInstanceOf(AccountNotFound.class)
                .hasMessageContaining("A-9");

        assertThat(alerts().list(ACME, ALL, 9)).isEmpty();
    }

    @Test
    void nothing_saved_is_nothing_stored() {
        raise();
        save();

        assertThat(alerts().list(ACME, ALL, 9)).isEmpty();
    }

    @Test
    void what_is_done_in_a_unit_that_is_undone_has_not_happened() {
        Alert before = anAlert("x-1").build();
        raise(before);

        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    save(before.acknowledged(TUESDAY, "mia"));
                    raise(anAlert("x-2").build());
                    announced(anAlert("x-1").build(), true, TUESDAY);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(alerts().list(ACME, ALL, 9)).extracting(DigestLine::alert).containsExactly(before);
        assertThat(waiting()).containsExactly("x-1");
        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY)).isZero();
    }

    @Test
    void another_tenant_sees_and_changes_nothing() {
        Alert ours = anAlert("x-1").build();
        raise(ours);
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));

        assertThat(alerts().find(GLOBEX, "x-1")).isEmpty();
        assertThat(alerts().findLatest(GLOBEX, List.of(account("A-1")))).isEmpty();
        assertThat(alerts().list(GLOBEX, ALL, 9)).isEmpty();
        assertThat(alerts().listOf(GLOBEX, account("A-1"), 9)).isEmpty();
        assertThat(alerts().listWaiting(GLOBEX, 9)).isEmpty();
        assertThat(alerts().announced(GLOBEX, List.of(ours), true, TUESDAY)).isEmpty();
        alerts().save(GLOBEX, List.of(ours.resolved(TUESDAY, "theirs")));

        assertThat(alerts().find(ACME, "x-1").map(Notice::alert)).contains(ours);
        assertThat(waiting()).containsExactly("x-1");
        assertThat(alerts().countAnnouncedOneByOne(GLOBEX, MONDAY)).isZero();
    }
}
