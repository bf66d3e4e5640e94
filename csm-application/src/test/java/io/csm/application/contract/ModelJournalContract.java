package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.narrative.ModelAnswer.Outcome.REJECTED;
import static io.csm.application.narrative.ModelAnswer.Outcome.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.narrative.ModelAnswer;
import io.csm.application.narrative.port.ModelJournal;
import io.csm.application.narrative.port.ModelJournal.Spent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a journal of language models must keep to. */
public abstract class ModelJournalContract extends PortsContract {

    private ModelJournal journal() {
        return ports().modelJournal();
    }

    /** An answer that is used. */
    public static ModelAnswer answer(String account, String text, Instant at) {
        return new ModelAnswer(
                at,
                "churn",
                account(account),
                "gpt-4o-mini",
                text,
                USED,
                Optional.empty(),
                100,
                7,
                Optional.of(new BigDecimal("0.0001")));
    }

    private static ModelAnswer withoutPrice(Instant at) {
        return new ModelAnswer(
                at, "qbr", account("A-1"), "llama", "{", REJECTED, Optional.of("no JSON"), 0, 3, Optional.empty());
    }

    @Test
    void an_answer_comes_back_as_it_came_whether_or_not_the_account_is_known() {
        ModelAnswer used = answer("A-1", "{\"narrative\": \"Zoë 高い \uD83D\uDE00\"}\n", TUESDAY);
        ModelAnswer rejected = withoutPrice(MONDAY);

        Stream.of(used, rejected).forEach(each -> journal().append(ACME, each));

        assertThat(journal().listLatest(ACME, account("A-1"), 9)).containsExactly(used, rejected);
    }

    @Test
    void every_outcome_can_be_kept() {
        for (ModelAnswer.Outcome outcome : ModelAnswer.Outcome.values()) {
            journal()
                    .append(
                            ACME,
                            new ModelAnswer(
                                    MONDAY,
                                    "churn",
                                    account("A-1"),
                                    "llama",
                                    "",
                                    outcome,
                                    Optional.empty(),
                                    0,
                                    0,
                                    Optional.empty()));
        }

        assertThat(journal().listLatest(ACME, account("A-1"), 9))
                .extracting(ModelAnswer::outcome)
                .containsExactlyInAnyOrder(ModelAnswer.Outcome.values());
    }

    @Test
    void the_answers_about_an_account_are_listed_the_latest_first() {
        Stream.of(
                        answer("A-1", "second", MONDAY),
                        answer("A-1", "last", WEDNESDAY),
                        answer("A-1", "third", MONDAY),
                        answer("A-1", "first", A_MONTH_BEFORE),
                        answer("A-2", "another", MONDAY))
                .forEach(each -> journal().append(ACME, each));

        assertThat(journal().listLatest(ACME, account("A-1"), 9))
                .extracting(ModelAnswer::answer)
                .containsExactly("last", "third", "second", "first");
        assertThat(journal().listLatest(ACME, account("A-1"), 1))
                .extracting(ModelAnswer::answer)
                .containsExactly("last");
    }

    @Test
    void what_was_spent_is_summed_from_an_instant_on() {
        Stream.of(answer("A-1", "a", MONDAY), answer("A-2", "b", TUESDAY), withoutPrice(TUESDAY))
                .forEach(each -> journal().append(ACME, each));

        assertThat(journal().spentSince(ACME, MONDAY)).isEqualTo(new Spent(3, 217, new BigDecimal("0.0002")));
        assertThat(journal().spentSince(ACME, MONDAY.plusNanos(1)))
                .isEqualTo(new Spent(2, 110, new BigDecimal("0.0001")));
        assertThat(journal().spentSince(ACME, TUESDAY)).isEqualTo(new Spent(2, 110, new BigDecimal("0.0001")));
        assertThat(journal().spentSince(ACME, TUESDAY.plusNanos(1))).isEqualTo(new Spent(0, 0, BigDecimal.ZERO));
    }

    @Test
    void what_is_appended_in_a_unit_that_is_undone_is_not_kept() {
        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    journal().append(ACME, answer("A-1", "a", MONDAY));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(journal().spentSince(ACME, MONDAY).answers()).isZero();
    }

    @Test
    void another_tenant_sees_nothing() {
        journal().append(ACME, answer("A-1", "a", MONDAY));

        assertThat(journal().listLatest(GLOBEX, account("A-1"), 9)).isEmpty();
        assertThat(journal().spentSince(GLOBEX, MONDAY)).isEqualTo(new Spent(0, 0, BigDecimal.ZERO));
    }
}
