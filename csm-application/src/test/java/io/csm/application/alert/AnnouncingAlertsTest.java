package io.csm.application.alert;

import static io.csm.application.contract.AlertBuilder.anAlert;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.application.contract.WhatGoesOut.ALL_CHANNELS;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.alert.AnnounceAlerts.Announced;
import io.csm.application.contract.BreakingDeliveries;
import io.csm.application.contract.EditedNarrator;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.SnapshotBuilder;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.Dispatch;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertRules;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncingAlertsTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MICROSECOND = Duration.ofNanos(1_000);

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final WhatGoesOut goesOut = WhatGoesOut.of(ports);
    private final Told narrator = new Told();
    private CustomerSuccess csm = CustomerSuccess.over(ports, clock)
            .withAgentSettings(AgentSettings.defaults().withChannels(ALL_CHANNELS))
            .withNarrator(narrator);

    /** A model that repeats what it is given, and remembers it. */
    private static final class Told extends EditedNarrator {
        private final List<AccountBrief> briefs = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public Written<ChurnNarrative> churn(TenantId tenant, AccountBrief brief) {
            briefs.add(brief);
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return Written.byModel(
                    new ChurnNarrative(
                            "All I know: " + brief.account() + ", " + brief.owner(),
                            List.of("risk of " + brief.account().id()),
                            List.of("call " + brief.account().name())),
                    "parrot");
        }
    }

    private void raise(Instant at, SnapshotBuilder... accounts) {
        for (SnapshotBuilder account : accounts) {
            csm.scoreAccount().score(MIA, STANDARD, account.at(at).build());
        }
    }

    private void raise(int count) {
        raise(MONDAY, numbered(1, count));
    }

    private static SnapshotBuilder[] numbered(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> struggling("A-%02d".formatted(i)))
                .toArray(SnapshotBuilder[]::new);
    }

    private Announced afterScan() {
        return csm.agent().announceAlerts().afterScan(MIA);
    }

    private Announced betweenScans() {
        return csm.agent().announceAlerts().betweenScans(MIA);
    }

    private int waiting() {
        return ports.alerts().listWaiting(ACME, 1_000).size();
    }

    private static List<String> accounts(Announced announced) {
        return announced.oneByOne().stream()
                .map(line -> line.alert().account().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # waiting | one by one | in the digest | drafts
               0      | 0          | 0             | 0
               1      | 1          | 0             | 1
               5      | 5          | 0             | 5
               6      | 5          | 1             | 6
              12      | 5          | 7             | 6
            """)
    void after_a_scan_tells_of_five_one_by_one_and_of_the_rest_in_one_digest(
            int alerts, int oneByOne, int inDigest, int drafts) {
        raise(alerts);

        Announced announced = afterScan();

        assertThat(announced.oneByOne()).hasSize(oneByOne);
        assertThat(announced.inDigest()).isEqualTo(inDigest);
        assertThat(goesOut.to("draft")).hasSize(drafts);
        assertThat(goesOut.to("chat")).hasSize(drafts);
        assertThat(goesOut.to("webhook:crm")).hasSize(drafts);
        assertThat(goesOut.to("workspace")).as("a digest is no page").hasSize(oneByOne);
        assertThat(waiting()).isZero();
        assertThat(afterScan().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # allowed | one by one | in the digest
              0       | 0          | 3
              2       | 2          | 1
              3       | 3          | 0
              1000    | 3          | 0
            """)
    void tells_of_as_many_one_by_one_as_the_settings_say(int allowed, int oneByOne, int inDigest) {
        csm = csm.withAgentSettings(AgentSettings.defaults()
                .withChannels(ALL_CHANNELS)
                .withAlerts(new AlertSettings(AlertRules.defaults(), allowed)));
        raise(3);

        Announced announced = afterScan();

        assertThat(announced.oneByOne()).hasSize(oneByOne);
        assertThat(announced.inDigest()).isEqualTo(inDigest);
    }

    @Test
    void the_worst_come_first_by_severity_and_then_by_revenue() {
        ports.accounts()
                .saveAll(ACME, List.of(worth("small", "10.00"), worth("big", "900.00"), worth("warned", "5000.00")));

        raise(MONDAY, struggling("small"), struggling("unknown"), struggling("big"), red("warned"));

        assertThat(accounts(afterScan())).containsExactly("big", "small", "unknown", "warned");
    }

    private static Account worth(String id, String arr) {
        return Account.named(account(id), id).withArr(Money.of(arr, "EUR")).build();
    }

    /** RED and nothing else: a warning. */
    private static SnapshotBuilder red(String account) {
        return struggling(account).with(DAYS_TO_RENEWAL, "300").with(USAGE_TREND, "stable");
    }

    @Test
    void every_alert_is_told_of_exactly_once_alone_or_in_a_digest() {
        raise(17);

        afterScan();

        List<String> raised = ports.alerts().list(ACME, Set.of(AlertState.OPEN), 100).stream()
                .map(line -> line.alert().id())
                .toList();
        assertThat(goesOut.to("webhook:crm").stream().flatMap(AnnouncingAlertsTest::alertsIn))
                .containsExactlyInAnyOrderElementsOf(raised)
                .hasSize(17);
    }

    private static Stream<String> alertsIn(Delivery delivery) {
        Map<?, ?> data = (Map<?, ?>) delivery.content().get("data");
        return delivery.title().equals("alert_digest")
                ? ((List<?>) data.get("worst")).stream().map(each -> String.valueOf(((Map<?, ?>) each).get("alert_id")))
                : Stream.of(String.valueOf(data.get("alert_id")));
    }

    @Test
    void between_scans_tells_of_what_is_left_of_the_days_five_and_leaves_the_rest_to_the_next_digest() {
        raise(3);
        afterScan();
        raise(MONDAY, numbered(11, 14));

        Announced between = betweenScans();
        Announced again = betweenScans();
        Announced next = afterScan();

        assertThat(accounts(between)).containsExactly("A-11", "A-12");
        assertThat(between.inDigest()).isZero();
        assertThat(again.isEmpty()).isTrue();
        assertThat(accounts(next)).containsExactly("A-13", "A-14");
    }

    @Test
    void the_days_five_are_those_of_the_last_twenty_four_hours() {
        raise(5);
        afterScan();
        raise(MONDAY, struggling("A-11"));
        clock.set(MONDAY.plus(A_DAY));

        Announced whenFull = betweenScans();
        clock.advance(A_MICROSECOND);
        Announced whenFree = betweenScans();

        assertThat(whenFull.isEmpty()).isTrue();
        assertThat(accounts(whenFree)).containsExactly("A-11");
    }

    @Test
    void what_is_told_is_what_the_narrator_wrote_and_says_who_that_was() {
        raise(1);

        afterScan();

        assertThat(text("draft", "body"))
                .contains("All I know: A-01 (A-01)", "- risk of A-01", "- call A-01")
                .contains("Written by the language model parrot");
        assertThat(text("chat", "text")).contains("All I know: A-01 (A-01)", "Next: call A-01", "parrot");
        assertThat(text("chat", "thread")).isEqualTo("A-01");
        assertThat(text("workspace", "narrative")).contains("All I know: A-01 (A-01)");
        assertThat(text("workspace", "writer")).isEqualTo("written by the language model parrot");
        assertThat(text("draft", "subject")).isEqualTo("[CSM ALERT] Account A-01 health: RED (score: 8)");
    }

    private String text(String channel, String field) {
        return String.valueOf(goesOut.to(channel).get(0).content().get(field));
    }

    @Test
    void nothing_of_one_account_gets_into_what_is_told_of_another() {
        ports.accounts()
                .saveAll(
                        ACME,
                        List.of(
                                Account.named(account("A-1"), "Aardvark")
                                        .withOwner("aurelia")
                                        .build(),
                                Account.named(account("B-1"), "Badger")
                                        .withOwner("bertold")
                                        .build()));
        raise(MONDAY, struggling("A-1"), struggling("B-1"));

        afterScan();

        assertThat(narrator.briefs).extracting(brief -> brief.account().name()).containsExactly("Aardvark", "Badger");
        assertThat(aboutIn("A-1")).contains("Aardvark", "aurelia").doesNotContain("Badger", "B-1", "bertold");
        assertThat(aboutIn("B-1")).contains("Badger", "bertold").doesNotContain("Aardvark", "A-1", "aurelia");
        assertThat(goesOut.deliveries())
                .allSatisfy(each -> assertThat(each.account()).isPresent());
    }

    @Test
    void a_narrator_that_mixes_up_accounts_changes_no_fact() {
        csm = csm.withNarrator(new EditedNarrator() {
            @Override
            public Written<ChurnNarrative> churn(TenantId tenant, AccountBrief brief) {
                return Written.byModel(
                        new ChurnNarrative("Account A-9 of zeno is lost.", List.of(), List.of("Subject: A-9")),
                        "mixed");
            }
        });
        ports.accounts()
                .saveAll(
                        ACME,
                        List.of(Account.named(account("B-1"), "Badger")
                                .withOwner("bertold")
                                .build()));
        raise(MONDAY, struggling("B-1"));

        afterScan();

        assertThat(goesOut.deliveries())
                .allSatisfy(each -> assertThat(each.account()).contains(account("B-1")));
        assertThat(text("draft", "subject")).isEqualTo("[CSM ALERT] Account B-1 health: RED (score: 8)");
        assertThat(text("draft", "representative")).isEqualTo("bertold");
        assertThat(text("draft", "key")).isEqualTo("alert/B-1/churn_risk");
        assertThat(text("chat", "thread")).isEqualTo("B-1");
        assertThat(text("workspace", "account_id")).isEqualTo("B-1");
        assertThat(goesOut.to("webhook:crm").get(0).content().toString()).doesNotContain("A-9", "zeno");
    }

    private String aboutIn(String account) {
        return goesOut.deliveries().stream()
                .filter(delivery -> delivery.account().equals(Optional.of(account(account))))
                .map(Delivery::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_kill_while_texts_are_written_leaves_all_waiting_and_the_next_time_tells_once() {
        raise(2);
        narrator.meanwhile = () -> {
            throw new IllegalStateException("the power failed");
        };

        assertThatThrownBy(this::afterScan).hasMessage("the power failed");

        assertThat(waiting()).isEqualTo(2);
        assertThat(goesOut.deliveries()).isEmpty();
        assertThat(afterScan().oneByOne()).hasSize(2);
        assertThat(goesOut.to("draft")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "4", "7", "20", "23"})
    void a_kill_while_it_is_stored_leaves_all_waiting_and_the_next_time_tells_once(int writes) {
        BreakingDeliveries breaking = new BreakingDeliveries(ports.deliveries());
        AnnounceAlerts announcing = new AnnounceAlerts(
                ports.alerts(),
                csm.agent().briefAccount(),
                narrator,
                new Dispatch(breaking, ALL_CHANNELS),
                ports.unitOfWork(),
                AlertSettings.defaults(),
                clock);
        raise(7);
        breaking.breakAfter(writes);

        assertThatThrownBy(() -> announcing.afterScan(MIA)).hasMessage("the power failed");

        assertThat(waiting()).isEqualTo(7);
        assertThat(goesOut.deliveries()).isEmpty();
        breaking.repair();
        assertThat(announcing.afterScan(MIA).inDigest()).isEqualTo(2);
        assertThat(goesOut.to("draft")).hasSize(6);
    }

    @Test
    void an_alert_whose_account_cannot_be_read_is_told_of_in_the_digest_and_holds_up_no_other() {
        raise(7);
        narrator.meanwhile = () -> {
            throw new AccountNotFound(account("A-01"), "cannot be read");
        };

        Announced announced = afterScan();

        assertThat(accounts(announced)).containsExactly("A-02", "A-03", "A-04", "A-05");
        assertThat(announced.inDigest()).isEqualTo(3);
        assertThat(announced.unread()).isEqualTo(Map.of(account("A-01"), "account A-01 cannot be read"));
        assertThat(waiting()).isZero();
        assertThat(goesOut.to("chat").get(4).content().get("text").toString()).contains("A-01");
    }

    @Test
    void between_scans_it_waits_for_the_digest_of_the_next() {
        raise(1);
        narrator.meanwhile = () -> {
            throw new AccountNotFound(account("A-01"), "cannot be read");
        };

        assertThat(betweenScans().isEmpty()).isTrue();

        assertThat(waiting()).isEqualTo(1);
        assertThat(goesOut.deliveries()).isEmpty();
    }

    @Test
    void what_ended_by_itself_before_it_was_told_of_waits_and_is_told_of_when_it_returns() {
        raise(MONDAY, struggling("A-1"));
        raise(TUESDAY, healthy("A-1"));
        clock.set(TUESDAY);

        assertThat(afterScan().isEmpty()).isTrue();
        raise(WEDNESDAY, struggling("A-1"));
        clock.set(WEDNESDAY);

        assertThat(accounts(afterScan())).containsExactly("A-1");
    }

    @ParameterizedTest(name = "{0} us before the reminder period is over: waits {1}")
    @CsvSource({"1, 1", "0, 0"})
    void what_ended_by_itself_waits_no_longer_than_the_reminder_period(int micros, int waiting) {
        raise(MONDAY, struggling("A-1"));
        raise(TUESDAY, healthy("A-1"));
        clock.set(MONDAY.plus(AlertRules.DEFAULT_REMINDER).minus(A_MICROSECOND.multipliedBy(micros)));

        afterScan();

        assertThat(waiting()).isEqualTo(waiting);
    }

    @Test
    void a_dip_is_told_of_even_if_the_next_score_has_no_dip() {
        ports.accounts().saveAll(ACME, List.of(named("A-1", "One")));
        Alert dip = anAlert("x-1").of(AlertType.SCORE_DIP).build();
        csm.scoreAccount().score(MIA, STANDARD, healthy("A-1").at(MONDAY).build());
        ports.alerts().raise(ACME, List.of(anAlert("x-1").saidOf(dip)));
        ports.alerts().save(ACME, List.of(dip.resolved(TUESDAY, Alert.CSM)));

        assertThat(accounts(afterScan())).containsExactly("A-1");
        assertThat(waiting()).isZero();
    }

    @Test
    void what_somebody_has_answered_is_not_told_of() {
        raise(MONDAY, struggling("A-1"));
        Alert alert = ports.alerts().listWaiting(ACME, 1).get(0).alert();
        ports.alerts().save(ACME, List.of(alert.resolved(MONDAY, "kim")));

        assertThat(afterScan().isEmpty()).isTrue();
        assertThat(waiting()).isZero();
    }

    @Test
    void what_somebody_else_announced_meanwhile_is_left_out() {
        raise(7);
        narrator.meanwhile = this::afterScan;

        Announced late = afterScan();

        assertThat(late.isEmpty()).isTrue();
        assertThat(goesOut.to("draft")).hasSize(6);
    }

    @Test
    void what_got_worse_while_its_text_was_written_waits_for_the_next_time() {
        raise(MONDAY, red("A-1"), struggling("A-2"));
        clock.set(TUESDAY);
        narrator.meanwhile = () -> raise(TUESDAY, struggling("A-1"));

        Announced first = afterScan();
        Announced second = afterScan();

        assertThat(accounts(first)).containsExactly("A-2");
        assertThat(second.oneByOne()).extracting(line -> line.alert().raises()).containsExactly(2);
        assertThat(goesOut.to("draft"))
                .extracting(each -> each.account().orElseThrow().value())
                .containsExactly("A-2", "A-1");
    }

    @Test
    void each_raise_is_told_of_under_a_key_of_its_own_and_replaces_the_draft() {
        raise(MONDAY, red("A-1"));
        afterScan();
        clock.set(TUESDAY);
        raise(TUESDAY, struggling("A-1"));
        afterScan();

        Alert alert = ports.alerts().listOf(ACME, account("A-1"), 1).get(0).alert();
        assertThat(goesOut.to("draft"))
                .extracting(Delivery::key)
                .containsExactly("alert/" + alert.id() + "/1", "alert/" + alert.id() + "/2");
        assertThat(goesOut.to("draft"))
                .extracting(each -> each.content().get("key"))
                .containsExactly("alert/A-1/churn_risk", "alert/A-1/churn_risk");
    }

    @Test
    void an_alert_of_a_score_ahead_of_the_clock_holds_up_no_other() {
        raise(TUESDAY, struggling("A-1"));
        raise(MONDAY, struggling("A-2"));

        assertThat(accounts(afterScan())).containsExactly("A-1", "A-2");
    }

    @Test
    void the_workspace_of_another_tenant_hears_nothing() {
        csm = csm.withAgentSettings(AgentSettings.defaults().withChannels(ALL_CHANNELS.withWorkspaceOf(GLOBEX)));
        raise(1);

        afterScan();

        assertThat(goesOut.byChannel()).containsOnlyKeys("webhook:crm", "draft", "chat");
    }

    @Test
    void without_channels_what_was_raised_is_recorded_and_waits_no_longer() {
        csm = csm.withAgentSettings(AgentSettings.defaults());
        raise(6);

        afterScan();

        assertThat(goesOut.deliveries()).isEmpty();
        assertThat(goesOut.events()).isEqualTo(Map.of("alert_raised", 6L, "alert_digest", 1L));
        assertThat(waiting()).isZero();
    }
}
