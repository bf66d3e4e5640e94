package io.csm.adapter.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/** The models of langchain4j, without its own retries and logs. Temperature is left alone: some models refuse any. */
final class ChatModels {

    private static final int MOST_TOKENS_OUT = 4_096;

    private ChatModels() {}

    static ChatModel of(LlmSettings settings, HttpClientBuilder http) {
        return switch (settings.provider()) {
            case OPENAI -> openAi(settings, http);
            case ANTHROPIC -> anthropic(settings, http);
            case OLLAMA -> ollama(settings, http);
        };
    }

    private static ChatModel openAi(LlmSettings settings, HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address())
                .apiKey(key(settings))
                .modelName(settings.model().orElseThrow())
                .timeout(settings.timeout())
                .strictJsonSchema(false)
                .maxRetries(0)
                .build();
    }

    private static ChatModel anthropic(LlmSettings settings, HttpClientBuilder http) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address())
                .apiKey(key(settings))
                .modelName(settings.model().orElseThrow())
                .timeout(settings.timeout())
                .maxTokens(MOST_TOKENS_OUT)
                .maxRetries(0)
                .build();
    }

    private static ChatModel ollama(LlmSettings settings, HttpClientBuilder http) {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.address())
                .modelName(settings.model().orElseThrow())
                .timeout(settings.timeout())
                .numPredict(MOST_TOKENS_OUT)
                .maxRetries(0)
                .build();
    }

    private static String key(LlmSettings settings) {
        return settings.key().map(LlmSettings.Key::value).orElseThrow();
    }
}
