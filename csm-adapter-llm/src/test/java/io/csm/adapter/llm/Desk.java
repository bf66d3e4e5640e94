package io.csm.adapter.llm;

import io.csm.adapter.llm.stub.ChatCompletionsStub;
import io.csm.application.access.TenantId;
import io.csm.application.contract.SettableClock;
import io.csm.application.narrative.RuleNarrator;
import io.csm.application.narrative.port.Narrator;
import java.time.Duration;

/** An adapter whose model is a stub, with a journal and a clock to look at. */
final class Desk implements AutoCloseable {

    static final TenantId TENANT = TenantId.DEFAULT;

    /** Long enough for a busy machine to answer, and a test that waits for it is over soon. */
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** Pauses that nobody notices. */
    static final Patience PATIENT =
            new Patience(TIMEOUT, Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMinutes(1));

    final ChatCompletionsStub stub;
    final ListJournal journal = new ListJournal();
    final SettableClock clock = new SettableClock();
    final LlmAdapter adapter;
    final Narrator narrator;

    private Desk(ChatCompletionsStub stub, LlmSettings settings, Patience patience) {
        this.stub = stub;
        this.adapter = LlmAdapter.connect(settings, patience, journal, clock);
        this.narrator = adapter.narrator(new RuleNarrator());
    }

    static LlmSettings settings(ChatCompletionsStub stub) {
        return LlmSettings.of(LlmSettings.Provider.OPENAI)
                .withBaseUrl(stub.baseUrl())
                .withModel(ChatCompletionsStub.MODEL)
                .withKey(new LlmSettings.Key(ChatCompletionsStub.KEY));
    }

    static Desk open() {
        return open(PATIENT);
    }

    static Desk open(Patience patience) {
        ChatCompletionsStub stub = ChatCompletionsStub.start();
        return new Desk(stub, settings(stub), patience);
    }

    static Desk with(ChatCompletionsStub stub, LlmSettings settings) {
        return new Desk(stub, settings, PATIENT);
    }

    @Override
    public void close() {
        adapter.close();
        stub.close();
    }
}
