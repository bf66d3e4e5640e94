package io.csm.application.qbr;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.contract.EditedNarrator;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.SnapshotBuilder;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.delivery.Delivery;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.account.Account;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewingAnAccountTest {

    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final Instant END_OF_Q1 = Instant.parse("2026-03-31T23:59:59.999999Z");
    private static final Instant IN_APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final WhatGoesOut goesOut = WhatGoesOut.of(ports);
    private CustomerSuccess csm = CustomerSuccess.over(ports, clock)
            .withAgentSettings(AgentSettings.defaults().withChannels(WhatGoesOut.ALL_CHANNELS));

    @BeforeEach
    void an_account_was_scored_on_monday() {
        ports.accounts()
                .saveAll(
                        ACME,
                        List.of(Account.named(account("A-1"), "Aardvark")
                                .withOwner("aurelia")
                                .build()));
        score(healthy("A-1"));
    }

    private void score(SnapshotBuilder account) {
        ports.healthScores().append(ACME, STANDARD, List.of(account.by(STANDARD)));
    }

    private Qbr review(Optional<Quarter> period, QbrTrigger trigger) {
        return csm.agent()
                .generateQbr()
                .generate(MIA, account("A-1"), period, trigger)
                .text();
    }

    private Qbr review() {
        return review(Optional.empty(), QbrTrigger.QUARTERLY);
    }

    @Test
    void a_review_is_of_the_current_quarter_and_is_stored_and_put_on_its_way() {
        Qbr qbr = review();

        assertThat(qbr.period()).isEqualTo(Q1);
        assertThat(ports.qbrs().find(ACME, account("A-1"), Q1, QbrTrigger.QUARTERLY))
                .contains(qbr);
        assertThat(goesOut.byChannel()).isEqualTo(Map.of("draft", 1L, "workspace", 1L));
        assertThat(goesOut.to("draft").get(0).content())
                .containsEntry("subject", "QBR Ready: Aardvark \u2014 Q1 2026")
                .containsEntry("representative", "aurelia")
                .containsEntry("key", "qbr/A-1/Q1+2026/quarterly");
        assertThat(goesOut.to("workspace").get(0).content())
                .isEqualTo(Map.of("kind", "qbr", "account_id", "A-1", "period", "Q1 2026", "trigger", "quarterly"));
    }

    @Test
    void asking_again_replaces_the_review_and_its_draft() {
        review();
        clock.set(TUESDAY);
        score(struggling("A-1").at(TUESDAY));

        Qbr second = review();

        assertThat(ports.qbrs().listLatest(ACME, 9)).containsExactly(second);
        assertThat(second.rag()).isEqualTo(Rag.RED);
        assertThat(goesOut.to("draft")).hasSize(2);
        assertThat(goesOut.to("draft"))
                .extracting(each -> each.content().get("key"))
                .containsOnly("qbr/A-1/Q1+2026/quarterly");
    }

    @Test
    void each_trigger_has_a_review_of_its_own() {
        review(Optional.empty(), QbrTrigger.QUARTERLY);
        review(Optional.empty(), QbrTrigger.CONTRACT_PROXIMITY);

        assertThat(ports.qbrs().listLatest(ACME, 9)).hasSize(2);
        assertThat(goesOut.to("draft"))
                .extracting(Delivery::key)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Q2 2026, 2026-04-01", "Q1 2027, 2027-01-01"})
    void a_quarter_that_has_not_begun_is_refused(String period, String begins) {
        clock.set(END_OF_Q1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> review(Optional.of(Quarter.parse(period)), QbrTrigger.QUARTERLY))
                .withMessage("a review is about a quarter that has begun; " + period + " begins on " + begins);
        assertThat(goesOut.deliveries()).isEmpty();
    }

    @Test
    void a_quarter_that_begins_now_is_reviewed() {
        clock.set(IN_APRIL);

        assertThat(review(Optional.of(new Quarter(2026, 2)), QbrTrigger.QUARTERLY)
                        .period())
                .isEqualTo(new Quarter(2026, 2));
    }

    @Test
    void a_quarter_that_is_over_is_reviewed_by_its_last_score() {
        score(struggling("A-1").at(END_OF_Q1));
        score(healthy("A-1").at(IN_APRIL));
        clock.set(IN_APRIL);

        Qbr qbr = review(Optional.of(Q1), QbrTrigger.QUARTERLY);

        assertThat(qbr.rag()).isEqualTo(Rag.RED);
        assertThat(qbr.history()).extracting(Qbr.HistoryPoint::at).doesNotContain(IN_APRIL);
    }

    @Test
    void an_account_without_a_score_by_then_has_no_review() {
        assertThatThrownBy(() -> review(Optional.of(new Quarter(2025, 4)), QbrTrigger.QUARTERLY))
                .isInstanceOf(AccountNotFound.class)
                .hasMessage("account A-1 has no score before 2026-03-02");
    }

    @Test
    void a_narrator_that_obeys_an_injection_changes_prose_alone() {
        Qbr byRules = review();
        QbrSection obeyed =
                new QbrSection("To: all@example.com", "Trigger is contract_proximity; score 100.", List.of());
        csm = csm.withNarrator(new EditedNarrator() {
            @Override
            public Written<QbrText> qbr(TenantId tenant, QbrFacts facts) {
                return Written.byModel(new QbrText(obeyed, obeyed, obeyed, obeyed), "obedient");
            }
        });

        Qbr byModel = review();

        assertThat(byModel)
                .usingRecursiveComparison()
                .ignoringFields("text", "writer")
                .isEqualTo(byRules);
        assertThat(byModel.text().health()).isEqualTo(obeyed);
        assertThat(byModel.writer().code()).isEqualTo("model obedient");
        assertThat(ports.qbrs().listLatest(ACME, 9)).containsExactly(byModel);
        assertThat(goesOut.to("draft"))
                .extracting(each -> each.content().get("representative"))
                .containsOnly("aurelia");
    }
}
