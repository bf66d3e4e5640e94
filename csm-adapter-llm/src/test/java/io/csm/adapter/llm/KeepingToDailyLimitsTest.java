package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.adapter.llm.stub.ChatCompletionsStub;
import io.csm.application.access.TenantId;
import io.csm.application.narrative.ModelAnswer;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepingToDailyLimitsTest {

    /** The stub counts 1,000 tokens in and 200 out for each answer. */
    private static final String SOUND = "{\"narrative\": \"People log in less and less.\"}";

    private final ChatCompletionsStub stub = ChatCompletionsStub.start();
    private final AccountBrief acme = Briefs.acme().build();

    private Desk desk(LlmSettings settings) {
        stub.alwaysSays(prompt -> SOUND);
        Desk desk = Desk.with(stub, settings);
        desk.clock.set(Instant.parse("2026-03-02T23:59:59Z"));
        return desk;
    }

    private Written<ChurnNarrative> churn(Desk desk) {
        return desk.narrator.churn(Desk.TENANT, acme);
    }

    @Test
    void asks_no_model_once_the_tokens_of_the_day_are_used_up() {
        try (Desk desk = desk(Desk.settings(stub).withTokensADay(2_400))) {
            churn(desk);
            Written<ChurnNarrative> second = churn(desk);
            Written<ChurnNarrative> third = churn(desk);

            assertThat(second.writer()).isEqualTo(Writer.model("stub-1"));
            assertThat(third.writer()).isEqualTo(Writer.RULES);
            assertThat(third.note())
                    .contains("not written by the language model: the daily limit of 2400 tokens is reached");
            assertThat(stub.asked()).hasSize(2);
        }
    }

    @Test
    void goes_on_just_below_the_limit() {
        try (Desk desk = desk(Desk.settings(stub).withTokensADay(2_401))) {
            churn(desk);
            churn(desk);

            assertThat(churn(desk).writer()).isEqualTo(Writer.model("stub-1"));
        }
    }

    @Test
    void begins_anew_at_midnight_utc() {
        try (Desk desk = desk(Desk.settings(stub).withTokensADay(1_200))) {
            churn(desk);
            assertThat(churn(desk).writer()).isEqualTo(Writer.RULES);

            desk.clock.set(Instant.parse("2026-03-03T00:00:00Z"));

            assertThat(churn(desk).writer()).isEqualTo(Writer.model("stub-1"));
        }
    }

    @Test
    void counts_what_it_costs_and_stops_at_the_limit() {
        LlmSettings settings = Desk.settings(stub)
                .withPrices(new LlmSettings.Prices(new BigDecimal("2.50"), new BigDecimal("10")))
                .withCostADay(new BigDecimal("0.009"));
        try (Desk desk = desk(settings)) {
            churn(desk);
            churn(desk);
            Written<ChurnNarrative> third = churn(desk);

            assertThat(desk.journal.all())
                    .extracting(ModelAnswer::cost)
                    .allSatisfy(cost -> assertThat(cost.orElseThrow()).isEqualByComparingTo("0.0045"));
            assertThat(third.note())
                    .contains("not written by the language model: the daily limit of 0.009 of cost is reached");
            assertThat(stub.asked()).hasSize(2);
        }
    }

    @Test
    void does_not_ask_again_with_tokens_that_are_not_left() {
        try (Desk desk = desk(Desk.settings(stub).withTokensADay(1_200))) {
            stub.says("no JSON at all");

            assertThat(churn(desk).writer()).isEqualTo(Writer.RULES);
            assertThat(stub.asked()).hasSize(1);
        }
    }

    @Test
    void counts_each_tenant_for_itself() {
        try (Desk desk = desk(Desk.settings(stub).withTokensADay(1_200))) {
            churn(desk);

            Written<ChurnNarrative> other = desk.narrator.churn(new TenantId("other"), acme);

            assertThat(other.writer()).isEqualTo(Writer.model("stub-1"));
        }
    }

    @Test
    void keeps_what_was_asked_when_for_what_and_what_it_took() {
        try (Desk desk = desk(Desk.settings(stub))) {
            churn(desk);

            assertThat(desk.journal.listLatest(Desk.TENANT, acme.account().id(), 10))
                    .containsExactly(new ModelAnswer(
                            Instant.parse("2026-03-02T23:59:59Z"),
                            "churn",
                            acme.account().id(),
                            "stub-1",
                            SOUND,
                            ModelAnswer.Outcome.USED,
                            Optional.empty(),
                            1_000,
                            200,
                            Optional.empty()));
        }
    }
}
