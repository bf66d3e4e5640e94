package io.csm.application.contract;

import static io.csm.application.contract.AlertBuilder.anAlert;
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
import io.csm.domain.account.Money;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Severity;
import java.util.EnumSet;
import java.util.List;
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

    private void save(Alert... all) {
        alerts().saveAll(ACME, List.of(all), Set.of());
    }

    /** Stores new alerts, so that they wait. */
    private void raise(Alert... all) {
        alerts().saveAll(
                        ACME,
                        List.of(all),
                        Set.copyOf(Stream.of(all).map(Alert::id).toList()));
    }

    private static List<String> ids(List<DigestLine> lines) {
        return lines.stream().map(line -> line.alert().id()).toList();
    }

    private List<String> waiting() {
        return ids(alerts().listWaiting(ACME, 9));
    }

    @Test
    void an_alert_comes_back_as_saved() {
        Alert open = anAlert("x-1").saying("Zoë's \"risk\" is 高い").build();
        Alert snoozed = anAlert("x-2").build().snoozed(WEDNESDAY, TUESDAY, "mia");
        Alert again = open.raisedAgain(
                anAlert("x-3").of(Severity.CRITICAL).raised(TUESDAY).concern());

        save(open, snoozed);

        assertThat(alerts().find(ACME, "x-1")).contains(open);
        assertThat(alerts().find(ACME, "x-2")).contains(snoozed);
        assertThat(alerts().find(ACME, "x-3")).isEmpty();
        save(again);
        assertThat(alerts().find(ACME, "x-1")).contains(again);
    }

    @Test
    void saving_replaces_all_that_was_known() {
        Alert snoozed = anAlert("x-1").build().snoozed(WEDNESDAY, TUESDAY, "mia");
        Alert resolved = snoozed.resolved(WEDNESDAY, "zoe");
        save(snoozed);

        save(resolved);

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
        save(older, latest, dip, ofAnother, notAskedFor);

        assertThat(alerts().findLatest(ACME, List.of(account("A-1"), account("A-2"), account("A-1"), account("A-9"))))
                .containsExactlyInAnyOrder(latest, dip, ofAnother);
    }

    @Test
    void an_alert_that_is_raised_again_is_the_latest_again() {
        Alert first = anAlert("x-1").build();
        save(first, anAlert("x-2").raised(TUESDAY).build());
        Alert again = first.raisedAgain(anAlert("x-1").raised(WEDNESDAY).concern());

        save(again);

        assertThat(alerts().findLatest(ACME, List.of(account("A-1")))).containsExactly(again);
    }

    @Test
    void of_no_accounts_there_is_no_latest_alert() {
        save(anAlert("x-1").build());

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

        save(many.toArray(Alert[]::new));

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
        save(
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
        save(alert);
        Account now = AccountRepositoryContract.everythingKnown("A-1");
        ports().accounts().saveAll(ACME, List.of(now));

        assertThat(alerts().list(ACME, ALL, 9)).containsExactly(new DigestLine(alert, now));
    }

    @Test
    void only_alerts_in_these_states_are_listed() {
        save(
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
        save(monday, tuesday, alsoMonday, anAlert("x-4").about("A-2").build());

        assertThat(alerts().listOf(ACME, account("A-1"), 9)).containsExactly(tuesday, alsoMonday, monday);
        assertThat(alerts().listOf(ACME, account("A-1"), 1)).containsExactly(tuesday);
        assertThat(alerts().listOf(ACME, account("A-9"), 9)).isEmpty();
    }

    @Test
    void those_raised_wait_the_worst_first_until_they_are_announced() {
        alerts().saveAll(
                        ACME,
                        List.of(
                                anAlert("x-1").build(),
                                anAlert("x-2").of(Severity.CRITICAL).build(),
                                anAlert("x-3").build()),
                        Set.of("x-1", "x-2", "x-9"));
        assertThat(waiting()).containsExactly("x-2", "x-1");
        assertThat(ids(alerts().listWaiting(ACME, 1))).containsExactly("x-2");

        alerts().announced(ACME, List.of("x-2", "x-9"), true, TUESDAY);

        assertThat(waiting()).containsExactly("x-1");
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
        raise(alert);
        alerts().announced(ACME, List.of("x-1"), false, MONDAY);
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
        alerts().announced(ACME, List.of("x-1"), true, MONDAY);
        alerts().announced(ACME, List.of("x-2"), true, TUESDAY);
        alerts().announced(ACME, List.of("x-3"), false, TUESDAY);

        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY)).isEqualTo(2);
        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY.plusNanos(1))).isEqualTo(1);
        assertThat(alerts().countAnnouncedOneByOne(ACME, TUESDAY)).isEqualTo(1);
        assertThat(alerts().countAnnouncedOneByOne(ACME, TUESDAY.plusNanos(1))).isZero();
    }

    @Test
    void a_digest_afterwards_does_not_make_it_forget_who_was_announced_one_by_one() {
        raise(anAlert("x-1").build());
        alerts().announced(ACME, List.of("x-1"), true, MONDAY);

        alerts().announced(ACME, List.of("x-1"), false, TUESDAY);

        assertThat(alerts().countAnnouncedOneByOne(ACME, MONDAY)).isEqualTo(1);
        assertThat(alerts().countAnnouncedOneByOne(ACME, TUESDAY)).isZero();
    }

    @Test
    void an_alert_of_an_unknown_account_is_refused_and_none_is_saved() {
        assertThatThrownBy(() ->
                        save(anAlert("x-1").build(), anAlert("x-2").about("A-9").build()))
                .isInstanceOf(AccountNotFound.class)
                .hasMessageContaining("A-9");

        assertThat(alerts().list(ACME, ALL, 9)).isEmpty();
    }

    @Test
    void nothing_saved_is_nothing_stored() {
        save();

        assertThat(alerts().list(ACME, ALL, 9)).isEmpty();
    }

    @Test
    void what_is_done_in_a_unit_that_is_undone_has_not_happened() {
        Alert before = anAlert("x-1").build();
        raise(before);

        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    raise(before.acknowledged(TUESDAY, "mia"), anAlert("x-2").build());
                    alerts().announced(ACME, List.of("x-1"), true, TUESDAY);
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
        alerts().announced(GLOBEX, List.of("x-1"), true, TUESDAY);
        alerts().saveAll(GLOBEX, List.of(ours.resolved(TUESDAY, "theirs")), Set.of());

        assertThat(alerts().find(ACME, "x-1")).contains(ours);
        assertThat(waiting()).containsExactly("x-1");
        assertThat(alerts().countAnnouncedOneByOne(GLOBEX, MONDAY)).isZero();
    }
}
