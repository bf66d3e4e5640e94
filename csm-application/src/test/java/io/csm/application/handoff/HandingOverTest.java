package io.csm.application.handoff;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.application.handoff.HandoffAnswer.Status.DONE;
import static io.csm.application.handoff.HandoffAnswer.Status.FAILED;
import static io.csm.application.handoff.HandoffAnswer.Status.PARTIAL;
import static io.csm.domain.signal.StandardSignals.SEATS_UTILIZATION_RATE;
import static io.csm.domain.signal.StandardSignals.TAM_HEALTH_RAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.contract.EditedNarrator;
import io.csm.application.contract.ListedDirectory;
import io.csm.application.contract.RecordingBook;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.SnapshotBuilder;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.handoff.HandoffAnswer.NotDone;
import io.csm.application.memory.InMemoryPorts;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Written;
import io.csm.domain.signal.SignalOrigin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HandingOverTest {

    private static final Map<String, Object> NOTHING = Map.of();

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final ListedDirectory directory = new ListedDirectory();
    private CustomerSuccess csm = CustomerSuccess.over(ports, clock)
            .withAgentSettings(AgentSettings.defaults().withChannels(WhatGoesOut.ALL_CHANNELS));

    @BeforeEach
    void it_is_tuesday() {
        clock.set(TUESDAY);
    }

    private void workspaceIsConnected() {
        csm = csm.withWorkspace(Optional.of(directory), new RecordingBook());
    }

    private void knownOnMonday(SnapshotBuilder... accounts) {
        ports.healthScores()
                .append(
                        ACME,
                        STANDARD,
                        Arrays.stream(accounts).map(each -> each.by(STANDARD)).toList());
    }

    private void give(String account, String signal, String value, Instant at) {
        SignalOrigin origin = new SignalOrigin("crm", at);
        csm.giveSignals().give(MIA, List.of(new SignalValue(account(account), signal, value, origin, at)), at);
    }

    private HandoffAnswer hand(TaskType task, Optional<String> account, Map<String, Object> context) {
        return csm.agent()
                .runHandoff()
                .run(MIA, new HandoffRequest(task, account.map(id -> account(id)), ACME, context, Priority.HIGH));
    }

    private HandoffAnswer scan(String account, Map<String, Object> context) {
        return hand(TaskType.HEALTH_SCAN, Optional.of(account), context);
    }

    private HandoffAnswer scanAll() {
        return hand(TaskType.HEALTH_SCAN, Optional.empty(), NOTHING);
    }

    private static List<String> why(HandoffAnswer answer) {
        return answer.notDone().stream().map(NotDone::why).toList();
    }

    @Test
    void an_unknown_task_is_refused_with_the_four_that_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaskType.ofCode("scan"))
                .withMessage("there is no task 'scan'; there are health_scan, generate_qbr, check_expansion,"
                        + " track_feature_adoption");
        assertThat(TaskType.ofCode("generate_qbr")).isEqualTo(TaskType.GENERATE_QBR);
    }

    @ParameterizedTest
    @CsvSource({"normal, NORMAL", "high, HIGH", "urgent, URGENT"})
    void there_are_three_priorities(String code, Priority priority) {
        assertThat(Priority.ofCode(code)).isEqualTo(priority);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Priority.ofCode("High"))
                .withMessage("the priority must be normal, high or urgent but was 'High'");
    }

    @Test
    void a_request_for_another_tenant_is_refused() {
        HandoffRequest request = HandoffRequest.about(TaskType.HEALTH_SCAN, account("A-1"), GLOBEX);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> csm.agent().runHandoff().run(MIA, request))
                .withMessage("a request for tenant globex cannot be made by an actor of tenant acme");
    }

    @ParameterizedTest
    @EnumSource(value = TaskType.class, names = "HEALTH_SCAN", mode = EnumSource.Mode.EXCLUDE)
    void what_is_about_one_account_is_refused_without_one(TaskType task) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hand(task, Optional.empty(), NOTHING))
                .withMessage("task " + task.code() + " needs an account");
    }

    @ParameterizedTest(name = "stored {0}, in the workspace {1}, in the request {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # stored | workspace | request | scored with
              -      | -         | -       | -
              RED    | -         | -       | RED
              RED    | amber     | -       | AMBER
              RED    | amber     | GREEN   | GREEN
              RED    | -         | GREEN   | GREEN
              -      | amber     | GREEN   | GREEN
            """)
    void the_request_wins_over_the_workspace_and_the_workspace_over_what_is_stored(
            String stored, String workspace, String request, String scored) {
        workspaceIsConnected();
        knownOnMonday(healthy("A-1"));
        if (!stored.equals("-")) {
            give("A-1", "tam_health_rag", stored, MONDAY.plusSeconds(60));
        }
        directory.add(
                "A-1", Optional.of(workspace).filter(text -> !text.equals("-")), Optional.empty(), Optional.empty());
        Map<String, Object> context =
                request.equals("-") ? NOTHING : Map.of("signals", Map.of("tam_health_rag", request));

        HandoffAnswer answer = scan("A-1", context);

        assertThat(answer.status()).isEqualTo(DONE);
        assertThat(tamHealth("A-1")).isEqualTo(scored);
    }

    private String tamHealth(String account) {
        var snapshot = ports.healthScores()
                .findLatest(ACME, account(account), TUESDAY)
                .orElseThrow()
                .score()
                .snapshot();
        assertThat(snapshot.takenAt()).isEqualTo(TUESDAY);
        return snapshot.value(TAM_HEALTH_RAG).stream()
                .mapToObj(TAM_HEALTH_RAG::show)
                .findFirst()
                .orElse("-");
    }

    @Test
    void signals_of_a_request_may_be_numbers() {
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer = scan(
                "A-1", Map.of("signals", Map.of("nps_score", 0L, "feature_adoption_rate", new BigDecimal("0.10"))));

        assertThat(answer.status()).isEqualTo(DONE);
        assertThat((BigDecimal) answer.result().get("score")).isLessThan(new BigDecimal("90"));
    }

    @Test
    void an_account_that_nobody_knows_is_scored_by_what_the_request_says() {
        Map<String, Object> signals = Map.of(
                "feature_adoption_rate", "0.1",
                "usage_trend", "declining",
                "invoice_payment_status", "current",
                "seats_utilization_rate", "0.5",
                "stakeholder_engagement", "low");

        HandoffAnswer answer = scan("A-9", Map.of("signals", signals));

        assertThat(answer.done()).containsExactly("A-9 scored");
        assertThat(answer.status()).isEqualTo(DONE);
    }

    @Test
    void a_scan_of_one_account_says_where_it_stands_and_why_and_puts_the_alert_on_its_way() {
        knownOnMonday(struggling("A-1"));

        HandoffAnswer answer = scan("A-1", NOTHING);

        assertThat(answer.status()).isEqualTo(DONE);
        assertThat(answer.account()).contains(account("A-1"));
        assertThat(answer.result())
                .containsEntry("band", "RED")
                .containsEntry("churn_risk", "critical")
                .containsEntry("should_alert", true)
                .containsEntry("written_by", "rules")
                .containsEntry("alerts_announced", 1L)
                .containsEntry("priority", "high")
                .containsKeys("score", "scored_at", "narrative", "risk_factors", "retention_recommendations");
        assertThat(WhatGoesOut.of(ports).to("draft")).hasSize(1);
    }

    @Test
    void a_narrative_that_the_model_could_not_write_is_told_and_the_rules_wrote_it() {
        knownOnMonday(struggling("A-1"));
        csm = csm.withNarrator(new EditedNarrator() {
            @Override
            public Written<ChurnNarrative> churn(TenantId tenant, AccountBrief brief) {
                return super.churn(tenant, brief).because("the model is overloaded");
            }
        });

        HandoffAnswer answer = scan("A-1", NOTHING);

        assertThat(answer.status()).isEqualTo(PARTIAL);
        assertThat(answer.notDone())
                .containsExactly(new NotDone(
                        Optional.of(account("A-1")), "narrative by the language model", "the model is overloaded"));
        assertThat(answer.result()).containsEntry("written_by", "rules");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal     | value  | why
              nps_score  | 11     | account A-1: nps_score must be a whole number from 0 to 10 but was 11
              no_such    | 1      | is no signal of the scorecard
            """)
    void a_signal_that_cannot_be_is_an_answer(String signal, String value, String why) {
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer = scan("A-1", Map.of("signals", Map.of(signal, value)));

        assertThat(answer.status()).isEqualTo(FAILED);
        assertThat(why(answer)).singleElement().asString().contains(why);
        assertThat(answer.done()).isEmpty();
    }

    @Test
    void signals_that_are_no_object_are_an_answer() {
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer = scan("A-1", Map.of("signals", "nps_score=3"));

        assertThat(answer.status()).isEqualTo(FAILED);
        assertThat(why(answer)).containsExactly("signals must be an object of values by name but was 'nps_score=3'");
    }

    @Test
    void an_account_that_is_unknown_fails_even_where_the_workspace_could_be_read() {
        workspaceIsConnected();

        HandoffAnswer answer = scan("A-9", NOTHING);

        assertThat(answer.status()).isEqualTo(FAILED);
        assertThat(why(answer)).containsExactly("account A-9 is no customer, or nothing is known of it");
    }

    @Test
    void an_unknown_scorecard_is_an_answer() {
        HandoffAnswer answer = scan("A-1", Map.of("scorecard", "csm-standart"));

        assertThat(answer.status()).isEqualTo(FAILED);
        assertThat(why(answer)).singleElement().asString().contains("csm-standart");
    }

    @Test
    void a_scan_of_the_portfolio_counts_what_it_scored_and_announces_the_alerts() {
        knownOnMonday(healthy("A-1"), struggling("A-2"));

        HandoffAnswer answer = scanAll();

        assertThat(answer.status()).isEqualTo(DONE);
        assertThat(answer.done()).containsExactly("2 accounts scored");
        assertThat(answer.result())
                .containsEntry("scored", 2L)
                .containsEntry("refused", 0L)
                .containsEntry("green", 1L)
                .containsEntry("red", 1L)
                .containsEntry("alerts_raised", 1L)
                .containsEntry("alerts_announced", 1L)
                .containsEntry("as_of", TUESDAY.toString());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_scan_that_scored_nothing_has_failed_and_says_so(boolean workspace) {
        if (workspace) {
            workspaceIsConnected();
        }

        HandoffAnswer answer = scanAll();

        assertThat(answer.status()).isEqualTo(FAILED);
        assertThat(why(answer)).containsExactly("no account was scored, which is not a success");
    }

    @Test
    void accounts_that_were_refused_are_named_and_the_others_are_scored() {
        knownOnMonday(healthy("A-1"));
        ports.accounts().saveAll(ACME, List.of(named("A-2", "Two")));
        give("A-2", "nps_score", "3", MONDAY.plusSeconds(60));

        HandoffAnswer answer = scanAll();

        assertThat(answer.status()).isEqualTo(PARTIAL);
        assertThat(answer.done()).containsExactly("1 account scored");
        assertThat(answer.notDone()).extracting(NotDone::account).containsExactly(Optional.of(account("A-2")));
        assertThat(why(answer)).singleElement().asString().contains("A-2", "feature_adoption_rate is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # refused | named | rest
              100     | 100   |
              101     | 101   | 1 more were refused
            """)
    void of_many_refused_accounts_a_hundred_are_named(int refused, int told, String rest) {
        knownOnMonday(healthy("A-1"));
        IntStream.range(0, refused).forEach(i -> {
            String id = "B-%03d".formatted(i);
            ports.accounts().saveAll(ACME, List.of(named(id, id)));
            give(id, "nps_score", "3", MONDAY.plusSeconds(60));
        });

        HandoffAnswer answer = scanAll();

        assertThat(answer.notDone()).hasSize(told);
        assertThat(why(answer).stream()
                        .filter(why -> why.endsWith("more were refused"))
                        .findFirst())
                .isEqualTo(Optional.ofNullable(rest));
    }

    @Test
    void signals_without_an_account_are_told_not_to_have_been_taken() {
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer =
                hand(TaskType.HEALTH_SCAN, Optional.empty(), Map.of("signals", Map.of("nps_score", "3")));

        assertThat(answer.status()).isEqualTo(PARTIAL);
        assertThat(why(answer)).containsExactly("they are taken for one account, and none was named");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void without_the_workspace_the_scan_goes_on_and_says_so(boolean portfolio) {
        workspaceIsConnected();
        directory.goDown();
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer = portfolio ? scanAll() : scan("A-1", NOTHING);

        assertThat(answer.status()).isEqualTo(PARTIAL);
        assertThat(answer.done()).hasSize(1);
        assertThat(answer.notDone()).extracting(NotDone::what).containsExactly("signals of the workspace");
        assertThat(why(answer)).containsExactly("the workspace does not answer");
        assertThat(ports.healthScores()
                        .findLatest(ACME, account("A-1"), TUESDAY)
                        .orElseThrow()
                        .score()
                        .scoredAt())
                .isEqualTo(TUESDAY);
    }

    @Test
    void what_the_workspace_says_wrongly_of_one_account_is_told_at_that_account() {
        workspaceIsConnected();
        knownOnMonday(healthy("A-1"), healthy("A-2"));
        directory.add("A-1", Optional.of("PURPLE"), Optional.empty(), Optional.empty());
        directory.add("A-2", Optional.of("RED"), Optional.empty(), Optional.empty());

        HandoffAnswer answer = scanAll();

        assertThat(answer.status()).isEqualTo(PARTIAL);
        assertThat(answer.done()).containsExactly("1 signals read from the workspace", "2 accounts scored");
        assertThat(answer.notDone()).extracting(NotDone::account).containsExactly(Optional.of(account("A-1")));
        assertThat(tamHealth("A-2")).isEqualTo("RED");
        assertThat(tamHealth("A-1")).isEqualTo("-");
    }

    @Test
    void a_review_is_answered_with_its_sections() {
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer = hand(TaskType.GENERATE_QBR, Optional.of("A-1"), Map.of("trigger", "contract_proximity"));

        assertThat(answer.status()).isEqualTo(DONE);
        assertThat(answer.done()).containsExactly("review A-1/Q1 2026/contract_proximity stored");
        assertThat(answer.result())
                .containsEntry("period", "Q1 2026")
                .containsEntry("trigger", "contract_proximity")
                .containsEntry("written_by", "rules");
        assertThat((List<?>) answer.result().get("sections")).hasSize(4);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # period  | trigger   | why
              Q9 2026 | quarterly | a period must be written like Q1 2026 but was 'Q9 2026'
              Q2 2026 | quarterly | a review is about a quarter that has begun; Q2 2026 begins on 2026-04-01
              Q4 2025 | quarterly | account A-1 has no score before 2026-03-02
              Q1 2026 | whenever  | the trigger must be quarterly or contract_proximity but was 'whenever'
            """)
    void a_review_that_cannot_be_is_an_answer(String period, String trigger, String why) {
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer =
                hand(TaskType.GENERATE_QBR, Optional.of("A-1"), Map.of("period", period, "trigger", trigger));

        assertThat(answer.status()).isEqualTo(FAILED);
        assertThat(why(answer)).containsExactly(why);
        assertThat(ports.qbrs().listLatest(ACME, 9)).isEmpty();
    }

    @Test
    void opportunities_are_answered_field_by_field() {
        knownOnMonday(healthy("A-1").with(SEATS_UTILIZATION_RATE, "0.95"));

        HandoffAnswer first = hand(TaskType.CHECK_EXPANSION, Optional.of("A-1"), NOTHING);
        HandoffAnswer second = hand(TaskType.CHECK_EXPANSION, Optional.of("A-1"), NOTHING);

        assertThat(first.done()).containsExactly("1 opportunity found, 1 of them new");
        assertThat(second.done()).containsExactly("1 opportunity found, 0 of them new");
        Map<?, ?> opportunity = (Map<?, ?>) ((List<?>) first.result().get("opportunities")).get(0);
        assertThat(opportunity.keySet().stream().map(String::valueOf))
                .containsExactly(
                        "opportunity_type",
                        "evidence",
                        "estimated_arr_impact",
                        "recommended_talk_track",
                        "confidence",
                        "written_by");
    }

    @Test
    void adoption_is_answered_with_the_rate_and_recommendations() {
        knownOnMonday(healthy("A-1"));

        HandoffAnswer answer = hand(TaskType.TRACK_FEATURE_ADOPTION, Optional.of("A-1"), NOTHING);

        assertThat(answer.status()).isEqualTo(DONE);
        assertThat(answer.result())
                .containsEntry("adoption_rate", new BigDecimal("0.9"))
                .containsEntry("benchmark", null)
                .containsKeys("features_used", "underutilized_features", "recommendations", "missing", "written_by");
    }

    @ParameterizedTest
    @EnumSource(value = TaskType.class, names = "HEALTH_SCAN", mode = EnumSource.Mode.EXCLUDE)
    void what_fails_later_is_an_answer(TaskType task) {
        ports.accounts().saveAll(ACME, List.of(Account.known(account("A-1"))));

        HandoffAnswer unknown = hand(task, Optional.of("A-9"), NOTHING);
        HandoffAnswer unscored = hand(task, Optional.of("A-1"), NOTHING);

        assertThat(unknown.status()).isEqualTo(FAILED);
        assertThat(unknown.notDone())
                .containsExactly(new NotDone(Optional.of(account("A-9")), task.code(), "account A-9 is not known"));
        assertThat(why(unscored)).containsExactly("account A-1 has no score yet; scan the portfolio first");
    }
}
