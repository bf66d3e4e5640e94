package io.csm.adapter.llm;

import static io.csm.application.narrative.ModelAnswer.Outcome.FAILED;
import static io.csm.application.narrative.ModelAnswer.Outcome.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.csm.adapter.llm.stub.ChatCompletionsStub;
import io.csm.adapter.llm.stub.Script;
import io.csm.application.narrative.ModelAnswer;
import io.csm.application.narrative.RuleNarrator;
import io.csm.application.narrative.port.ModelJournal;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.ChurnWriter;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskingAFailingModelTest {

    private static final String SOUND = "{\"narrative\": \"People log in less and less.\"}";
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Patience HASTY =
            new Patience(Duration.ofMillis(200), Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMinutes(1));

    private final AccountBrief acme = Briefs.acme().build();

    private Written<ChurnNarrative> churn(Desk desk) {
        return assertTimeoutPreemptively(BOUND, () -> desk.narrator.churn(Desk.TENANT, acme));
    }

    private void assertThatTheRulesWrote(Written<ChurnNarrative> written, String reason) {
        assertThat(written)
                .isEqualTo(Written.byRules(ChurnWriter.write(acme))
                        .because("not written by the language model: " + reason));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 529})
    void asks_again_what_may_succeed_a_little_later(int status) {
        try (Desk desk = Desk.open()) {
            desk.stub.answers(Script.error(status), Script.error(status));
            desk.stub.says(SOUND);

            Written<ChurnNarrative> written = churn(desk);

            assertThat(written.writer()).isEqualTo(Writer.model("stub-1"));
            assertThat(desk.stub.asked()).hasSize(3);
            assertThat(desk.journal.all()).extracting(ModelAnswer::outcome).containsExactly(USED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | the language model's provider answered 500
            429 | the language model's provider answered 429 (too many requests, or the quota is used up)
            """)
    void gives_up_after_the_third_attempt(int status, String reason) {
        try (Desk desk = Desk.open()) {
            desk.stub.otherwise(Script.error(status));

            assertThatTheRulesWrote(churn(desk), reason);
            assertThat(desk.stub.asked()).hasSize(3);
            assertThat(desk.journal.all()).extracting(ModelAnswer::outcome).containsExactly(FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({"503, 3", "408, 1"})
    void makes_no_attempts_beside_its_own_when_it_may_ask_again_at_once(int status, int attempts) {
        try (Desk desk = Desk.open()) {
            desk.stub.otherwise(Script.error(status, Map.of("Retry-After", "0")));

            assertThat(churn(desk).writer()).isEqualTo(Writer.RULES);
            assertThat(desk.stub.asked()).hasSize(attempts);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | the language model's provider answered 400 (it does not understand the request) | 2
            403 | the language model's provider answered 403 (it does not accept the key) | 1
            404 | the language model's provider answered 404 (it does not know the model, or the base URL is wrong) | 1
            302 | the language model's provider answered 302 | 1
            """)
    void does_not_ask_again_what_would_fail_again(int status, String reason, int requests) {
        try (Desk desk = Desk.open()) {
            desk.stub.otherwise(Script.error(status, Map.of("Location", "/v1/elsewhere")));

            assertThatTheRulesWrote(churn(desk), reason);
            assertThat(desk.stub.asked()).hasSize(requests);
        }
    }

    @Test
    void waits_as_long_as_the_provider_wants() {
        try (Desk desk = Desk.open()) {
            desk.stub.answers(Script.error(429, Map.of("Retry-After", "1")));
            desk.stub.says(SOUND);
            long before = System.nanoTime();

            Written<ChurnNarrative> written = churn(desk);

            assertThat(written.writer()).isEqualTo(Writer.model("stub-1"));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Retry-After    | 21
            Retry-After    | Wed, 25 Nov 2099 16:00:00 GMT
            retry-after-ms | 20001
            """)
    void does_not_wait_longer_than_20_seconds(String header, String value) {
        try (Desk desk = Desk.open()) {
            desk.stub.answers(Script.error(429, Map.of(header, value)));
            desk.stub.says(SOUND);

            assertThat(churn(desk).writer()).isEqualTo(Writer.RULES);
            assertThat(desk.stub.asked()).hasSize(1);
        }
    }

    @Test
    void understands_a_date_of_the_past_and_nonsense_as_no_wish() {
        try (Desk desk = Desk.open()) {
            desk.stub.answers(
                    Script.error(429, Map.of("Retry-After", "Mon, 05 Jan 1998 16:00:00 GMT")),
                    Script.error(429, Map.of("Retry-After", "soon")));
            desk.stub.says(SOUND);

            assertThat(churn(desk).writer()).isEqualTo(Writer.model("stub-1"));
        }
    }

    @Test
    void does_not_wait_for_a_silent_model() {
        try (Desk desk = Desk.open(HASTY)) {
            desk.stub.otherwise(Script.silence());

            assertThatTheRulesWrote(churn(desk), "the language model did not answer within PT0.2S");
            assertThat(desk.stub.asked()).hasSize(1);
            assertThat(desk.journal.all()).extracting(ModelAnswer::outcome).containsExactly(FAILED);
        }
    }

    @Test
    void does_not_read_an_answer_of_10_megabytes() {
        try (Desk desk = Desk.open()) {
            desk.stub.otherwise(Script.huge());

            assertThatTheRulesWrote(churn(desk), "the language model's answer has more than a megabyte");
            assertThat(desk.journal.all().get(0).answer()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>gateway</html>", "{}", "{\"choices\": []}", "{\"choices\": [{}]}", "[1]", "null"})
    void survives_an_answer_that_is_not_of_the_protocol(String body) {
        try (Desk desk = Desk.open()) {
            desk.stub.otherwise(Script.raw(200, body));

            assertThat(churn(desk).writer()).isEqualTo(Writer.RULES);
            assertThat(churn(desk).note().orElseThrow()).startsWith("not written by the language model: ");
        }
    }

    @Test
    void says_when_nobody_is_there() {
        ChatCompletionsStub gone = ChatCompletionsStub.start();
        gone.close();
        try (Desk desk = Desk.with(gone, Desk.settings(gone))) {
            assertThatTheRulesWrote(churn(desk), "the language model cannot be reached");
        }
    }

    @Test
    void leaves_a_model_alone_that_failed_five_times_in_a_row() {
        try (Desk desk = Desk.open()) {
            desk.stub.otherwise(Script.error(500));
            churn(desk);
            churn(desk);

            Written<ChurnNarrative> third = churn(desk);

            assertThat(desk.stub.asked()).hasSize(5);
            assertThatTheRulesWrote(third, "the language model failed 5 times in a row and is left alone for PT1M");
            assertThat(desk.journal.all()).hasSize(1);
        }
    }

    @Test
    void asks_a_model_that_has_rested_once_and_leaves_it_alone_again_if_it_fails() {
        try (Desk desk = Desk.open(resting(Duration.ofSeconds(1)))) {
            desk.stub.otherwise(Script.error(500));
            churn(desk);
            churn(desk);

            Written<ChurnNarrative> probed =
                    churnUntil(desk, () -> desk.stub.asked().size() > 5);

            assertThat(desk.stub.asked()).hasSize(6);
            assertThat(probed.note().orElseThrow()).contains("is left alone");
        }
    }

    @Test
    void asks_a_model_as_before_that_answers_after_its_rest() {
        try (Desk desk = Desk.open(resting(Duration.ofMillis(50)))) {
            desk.stub.answers(
                    Script.error(500), Script.error(500), Script.error(500), Script.error(500), Script.error(500));
            desk.stub.alwaysSays(prompt -> SOUND);
            churn(desk);
            churn(desk);

            Written<ChurnNarrative> rested =
                    churnUntil(desk, () -> desk.stub.asked().size() > 5);

            assertThat(rested.writer()).isEqualTo(Writer.model("stub-1"));
            assertThat(churn(desk).writer()).isEqualTo(Writer.model("stub-1"));
        }
    }

    private static Patience resting(Duration rest) {
        return new Patience(Desk.TIMEOUT, Duration.ofMillis(5), Duration.ofSeconds(20), rest);
    }

    private Written<ChurnNarrative> churnUntil(Desk desk, BooleanSupplier asked) {
        return assertTimeoutPreemptively(BOUND, () -> {
            Written<ChurnNarrative> written = desk.narrator.churn(Desk.TENANT, acme);
            while (!asked.getAsBoolean()) {
                written = desk.narrator.churn(Desk.TENANT, acme);
            }
            return written;
        });
    }

    @Test
    void forgets_failures_once_the_model_answers() {
        try (Desk desk = Desk.open()) {
            for (int text = 0; text < 4; text++) {
                desk.stub.answers(Script.error(500), Script.error(500));
                desk.stub.says(SOUND);

                assertThat(churn(desk).writer()).isEqualTo(Writer.model("stub-1"));
            }
        }
    }

    @Test
    void asks_without_a_schema_where_the_server_knows_none() {
        ChatCompletionsStub old = ChatCompletionsStub.thatKnowsNoSchemas();
        try (Desk desk = Desk.with(old, Desk.settings(old))) {
            desk.stub.says(SOUND, SOUND);

            assertThat(churn(desk).writer()).isEqualTo(Writer.model("stub-1"));
            assertThat(churn(desk).writer()).isEqualTo(Writer.model("stub-1"));
            assertThat(desk.stub.asked()).hasSize(3);
        }
    }

    @Test
    void never_shows_its_key() {
        String other = "sk-other-9876543210zyxwvutsrq";
        ChatCompletionsStub stub = ChatCompletionsStub.start();
        LlmSettings settings = Desk.settings(stub).withKey(new LlmSettings.Key(other));
        try (Desk desk = Desk.with(stub, settings)) {
            Written<ChurnNarrative> written = churn(desk);

            assertThatTheRulesWrote(written, "the language model's provider answered 401 (it does not accept the key)");
            assertThat(desk.journal.all().get(0).answer())
                    .contains("Incorrect API key")
                    .doesNotContain(other);
            assertThat(settings.toString()).doesNotContain(other);
        }
    }

    @Test
    void keeps_its_key_out_of_the_journal_when_the_model_repeats_it() {
        try (Desk desk = Desk.open()) {
            desk.stub.alwaysSays(prompt -> "{\"narrative\": \"The key is " + ChatCompletionsStub.KEY + ".\"}");

            churn(desk);

            assertThat(desk.journal.all())
                    .hasSize(2)
                    .allSatisfy(kept -> assertThat(kept.toString()).doesNotContain(ChatCompletionsStub.KEY));
        }
    }

    @Test
    void lets_the_rules_write_when_the_answer_cannot_be_kept() {
        ModelJournal broken = new ModelJournal() {
            @Override
            public void append(io.csm.application.access.TenantId tenant, ModelAnswer answer) {
                throw new IllegalStateException("the database is away");
            }

            @Override
            public Spent spentSince(io.csm.application.access.TenantId tenant, java.time.Instant from) {
                return new Spent(0, 0, java.math.BigDecimal.ZERO);
            }

            @Override
            public List<ModelAnswer> listLatest(
                    io.csm.application.access.TenantId tenant, io.csm.domain.account.AccountId account, int limit) {
                return List.of();
            }
        };
        try (Desk desk = Desk.open();
                LlmAdapter adapter = LlmAdapter.connect(Desk.settings(desk.stub), broken, desk.clock)) {
            desk.stub.says(SOUND);

            Written<ChurnNarrative> written =
                    adapter.narrator(new RuleNarrator()).churn(Desk.TENANT, acme);

            assertThatTheRulesWrote(written, "asking the language model failed (IllegalStateException)");
        }
    }
}
