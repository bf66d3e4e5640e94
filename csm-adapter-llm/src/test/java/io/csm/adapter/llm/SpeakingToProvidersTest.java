package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.adapter.llm.LlmSettings.Provider;
import io.csm.adapter.llm.stub.AnthropicStub;
import io.csm.adapter.llm.stub.ChatCompletionsStub;
import io.csm.adapter.llm.stub.OllamaStub;
import io.csm.adapter.llm.stub.Script;
import io.csm.application.contract.SettableClock;
import io.csm.application.narrative.RuleNarrator;
import io.csm.application.shared.CsmException;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import org.junit.jupiter.api.Test;

class SpeakingToProvidersTest {

    private static final String SOUND = "{\"narrative\": \"People log in less and less.\"}";

    private final AccountBrief acme = Briefs.acme().build();
    private final ListJournal journal = new ListJournal();

    private LlmAdapter connect(LlmSettings settings) {
        return LlmAdapter.connect(settings, Desk.PATIENT, journal, new SettableClock());
    }

    private Written<ChurnNarrative> churn(LlmAdapter adapter) {
        return adapter.narrator(new RuleNarrator()).churn(Desk.TENANT, acme);
    }

    @Test
    void asks_anthropic_with_its_own_headers_and_the_system_prompt_apart() {
        try (AnthropicStub stub = AnthropicStub.start();
                LlmAdapter adapter = connect(LlmSettings.of(Provider.ANTHROPIC)
                        .withBaseUrl(stub.baseUrl())
                        .withModel("claude-stub")
                        .withKey(new LlmSettings.Key(AnthropicStub.KEY)))) {
            stub.says(SOUND);

            Written<ChurnNarrative> written = churn(adapter);

            assertThat(written.writer()).isEqualTo(Writer.model("claude-stub"));
            assertThat(stub.asked().get(0).body().path("system").toString()).contains("customer-success assistant");
            assertThat(stub.asked().get(0).prompt()).contains("<facts>");
            assertThat(journal.all().get(0).inputTokens()).isEqualTo(900);
            assertThat(journal.all().get(0).outputTokens()).isEqualTo(100);
        }
    }

    @Test
    void says_when_anthropic_does_not_accept_the_key() {
        try (AnthropicStub stub = AnthropicStub.start();
                LlmAdapter adapter = connect(LlmSettings.of(Provider.ANTHROPIC)
                        .withBaseUrl(stub.baseUrl())
                        .withModel("claude-stub")
                        .withKey(new LlmSettings.Key("another")))) {
            assertThat(churn(adapter).note().orElseThrow()).contains("401 (it does not accept the key)");
        }
    }

    @Test
    void asks_ollama_without_a_key_for_json() {
        try (OllamaStub stub = OllamaStub.start();
                LlmAdapter adapter = connect(LlmSettings.of(Provider.OLLAMA)
                        .withBaseUrl(stub.origin())
                        .withModel("llama-stub"))) {
            stub.says(SOUND);

            Written<ChurnNarrative> written = churn(adapter);

            assertThat(written.writer()).isEqualTo(Writer.model("llama-stub"));
            assertThat(stub.asked().get(0).headers().containsKey("Authorization"))
                    .isFalse();
            assertThat(stub.asked().get(0).body().path("format").asText()).isEqualTo("json");
            assertThat(journal.all().get(0).inputTokens()).isEqualTo(800);
        }
    }

    @Test
    void tells_the_doctor_who_answered() {
        try (Desk desk = Desk.open()) {
            desk.stub.says("ready");

            assertThat(desk.adapter.check()).isEqualTo("the model stub-1 of openai answered at " + desk.stub.baseUrl());
        }
    }

    @Test
    void tells_the_doctor_why_nobody_answered() {
        try (Desk desk = Desk.open()) {
            desk.stub.answers(Script.error(401));

            assertThatThrownBy(desk.adapter::check)
                    .isInstanceOf(CsmException.class)
                    .hasMessage("the language model's provider answered 401 (it does not accept the key)");
        }
    }

    @Test
    void does_not_follow_a_redirect_with_its_key() {
        try (ChatCompletionsStub elsewhere = ChatCompletionsStub.start();
                Desk desk = Desk.open()) {
            desk.stub.otherwise(
                    Script.error(307, java.util.Map.of("Location", elsewhere.baseUrl() + "/chat/completions")));

            assertThat(desk.narrator.churn(Desk.TENANT, acme).writer()).isEqualTo(Writer.RULES);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }
}
