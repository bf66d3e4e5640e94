package io.csm.adapter.llm;

import java.util.Optional;

/**
 * Which language model may write. The key itself is read where it is used and never kept here.
 *
 * @param model {@code OPENAI_MODEL}: the model's name
 * @param hasKey whether {@code OPENAI_API_KEY} is set
 */
public record LlmSettings(Optional<String> model, boolean hasKey) {

    /** No model: every text comes from its deterministic writer. */
    public static LlmSettings none() {
        return new LlmSettings(Optional.empty(), false);
    }

    /** Whether a model and a key are there. */
    public boolean isConfigured() {
        return hasKey && model.isPresent();
    }
}
