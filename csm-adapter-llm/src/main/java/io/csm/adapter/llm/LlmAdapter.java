package io.csm.adapter.llm;

import io.csm.application.narrative.port.ModelJournal;
import io.csm.application.narrative.port.Narrator;
import java.time.Clock;
import java.util.Optional;

/** Language models as narrators. It may be shared by threads and is closed once. */
public final class LlmAdapter implements AutoCloseable {

    private final LlmSettings settings;
    private final Optional<Model> model;
    private final Patience patience;
    private final ModelJournal journal;
    private final Clock clock;

    private LlmAdapter(LlmSettings settings, Patience patience, ModelJournal journal, Clock clock) {
        this.settings = settings;
        this.patience = patience;
        this.journal = journal;
        this.clock = clock;
        this.model = settings.isConfigured() ? Optional.of(new Model(settings, patience, clock)) : Optional.empty();
    }

    /** Connects nothing yet: the model is asked when somebody wants a text. */
    public static LlmAdapter connect(LlmSettings settings, ModelJournal journal, Clock clock) {
        return connect(settings, Patience.with(settings.timeout()), journal, clock);
    }

    static LlmAdapter connect(LlmSettings settings, Patience patience, ModelJournal journal, Clock clock) {
        return new LlmAdapter(settings, patience, journal, clock);
    }

    /** A narrator that asks the model and falls back to that one; without a configured model, that one itself. */
    public Narrator narrator(Narrator fallback) {
        return model.<Narrator>map(asked ->
                        new LlmNarrator(new Scribe(asked, settings, patience, journal, clock), asked.name(), fallback))
                .orElse(fallback);
    }

    /**
     * Asks the model for a word, which costs a few tokens that no journal counts, and says who answered.
     *
     * @throws io.csm.application.shared.CsmException saying why there was no answer
     */
    public String check() {
        if (model.isEmpty()) {
            return "no language model is configured";
        }
        model.get().greet();
        return "the model " + model.get().name() + " of " + settings.provider().code() + " answered at "
                + settings.address();
    }

    @Override
    public void close() {
        model.ifPresent(Model::close);
    }
}
