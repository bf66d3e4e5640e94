package io.csm.adapter.jdbc;

import static io.csm.application.contract.AlertBuilder.anAlert;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.OpportunityBuilder.anOpportunityAt;
import static io.csm.application.contract.QbrBuilder.aReviewOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.delivery.Delivery;
import io.csm.application.narrative.ModelAnswer;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The character U+0000, which models and mails may send and PostgreSQL keeps in no text. */
class AwkwardTextsTest {

    private static final String SENT = "a\u0000b";
    private static final String KEPT = "a\uFFFDb";

    private final JdbcAdapter ports = TestDatabase.empty().adapter();

    @BeforeEach
    void an_account_is_known() {
        ports.accounts().saveAll(ACME, List.of(named("A-1", "One")));
    }

    @Test
    void is_kept_as_a_replacement_character_in_an_alert() {
        ports.alerts().raise(ACME, List.of(anAlert("x-1").saying(SENT).notice()));

        assertThat(ports.alerts().find(ACME, "x-1").orElseThrow().message()).isEqualTo(KEPT);
    }

    @Test
    void is_kept_as_a_replacement_character_in_what_a_delivery_says_of_itself_but_as_it_is_in_its_content() {
        Map<String, Object> content = Map.of(SENT, List.of(SENT));
        ports.deliveries()
                .append(ACME, List.of(Delivery.waiting("chat", "k-1", Optional.empty(), SENT, content, MONDAY)));

        Delivery leased =
                ports.deliveries().lease(ACME, "chat", MONDAY, TUESDAY, 1).get(0);
        ports.deliveries().saveAll(ACME, List.of(leased.failed(SENT, TUESDAY)));

        assertThat(leased.title()).isEqualTo(KEPT);
        assertThat(leased.content()).isEqualTo(content);
        assertThat(ports.deliveries().list(ACME, Set.of(Delivery.State.WAITING), 1))
                .extracting(Delivery::problem)
                .containsExactly(Optional.of(KEPT));
    }

    @Test
    void is_kept_as_a_replacement_character_in_a_review() {
        ports.qbrs().save(ACME, aReviewOf("A-1").saying(SENT).build());

        assertThat(ports.qbrs().find(ACME, account("A-1"), new Quarter(2026, 1), QbrTrigger.QUARTERLY))
                .contains(aReviewOf("A-1").saying(KEPT).build());
    }

    @Test
    void is_kept_as_a_replacement_character_in_an_opportunity() {
        ports.opportunities()
                .append(
                        ACME,
                        List.of(anOpportunityAt("A-1")
                                .saying(SENT, Writer.model("m"))
                                .build()));

        assertThat(ports.opportunities().listOf(ACME, account("A-1")).get(0).talkTrack())
                .isEqualTo(KEPT);
    }

    @Test
    void is_kept_as_a_replacement_character_in_an_answer_of_a_model() {
        ports.modelJournal()
                .append(
                        ACME,
                        new ModelAnswer(
                                MONDAY,
                                "churn",
                                account("A-1"),
                                "m",
                                SENT,
                                ModelAnswer.Outcome.REJECTED,
                                Optional.of(SENT),
                                0,
                                0,
                                Optional.empty()));

        ModelAnswer kept =
                ports.modelJournal().listLatest(ACME, account("A-1"), 1).get(0);
        assertThat(kept.answer()).isEqualTo(KEPT);
        assertThat(kept.problem()).contains(KEPT);
    }
}
