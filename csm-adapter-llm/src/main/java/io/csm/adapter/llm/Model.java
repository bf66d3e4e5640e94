package io.csm.adapter.llm;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.csm.domain.signal.Nullable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A language model behind a time-out, retries and a circuit breaker. */
final class Model implements AutoCloseable {

    /**
     * What it said.
     *
     * @param text as it came; empty when it said nothing
     * @param tokensIn as the provider counted them, 0 when it did not say
     * @param tokensOut as the provider counted them, 0 when it did not say
     */
    record Reply(String text, long tokensIn, long tokensOut) {

        private static Reply of(ChatResponse response) {
            TokenUsage usage = response.tokenUsage();
            String text = response.aiMessage().text();
            return new Reply(
                    text == null ? "" : text,
                    usage == null ? 0 : orNone(usage.inputTokenCount()),
                    usage == null ? 0 : orNone(usage.outputTokenCount()));
        }

        private static long orNone(@Nullable Integer count) {
            return count == null ? 0 : count;
        }
    }

    private final LlmSettings settings;
    private final Patience patience;
    private final BoundedHttpClient http;
    private final ChatModel chat;
    private final CircuitBreaker<Reply> breaker;
    private volatile boolean knowsSchemas;

    Model(LlmSettings settings, Patience patience, Clock clock) {
        this.settings = settings;
        this.patience = patience;
        this.http = new BoundedHttpClient(patience.timeout(), clock);
        this.chat = ChatModels.of(settings, http.builder());
        this.knowsSchemas = settings.provider() == LlmSettings.Provider.OPENAI;
        this.breaker = CircuitBreaker.<Reply>builder()
                .withFailureThreshold(Patience.FAILURES)
                .withSuccessThreshold(1)
                .withDelay(patience.rest())
                .build();
    }

    String name() {
        return settings.model().orElseThrow();
    }

    /**
     * Asks for a word, once.
     *
     * @throws ModelUnavailable when no answer came
     */
    void greet() {
        once(request(List.of(UserMessage.from("Answer with the word ready.")), Optional.empty()));
    }

    /**
     * Asks, and asks again what may succeed a little later.
     *
     * @throws ModelUnavailable when no answer came
     */
    Reply ask(List<ChatMessage> messages, Prompt<?> prompt, Deadline deadline) {
        ChatRequest request = request(messages, format(prompt));
        try {
            return persistently(request, deadline);
        } catch (ModelUnavailable refused) {
            if (!refused.isAboutTheRequest() || request.responseFormat() == null) {
                throw refused;
            }
            // many servers that speak this protocol do not know schemas; the prompt holds the schema as well
            Reply reply = persistently(request(messages, Optional.empty()), deadline);
            knowsSchemas = false;
            return reply;
        }
    }

    private static ChatRequest request(List<ChatMessage> messages, Optional<ResponseFormat> format) {
        ChatRequest.Builder builder = ChatRequest.builder().messages(messages);
        format.ifPresent(builder::responseFormat);
        return builder.build();
    }

    private Optional<ResponseFormat> format(Prompt<?> prompt) {
        return switch (settings.provider()) {
            case OPENAI -> knowsSchemas ? Optional.of(schema(prompt)) : Optional.empty();
            case OLLAMA -> Optional.of(ResponseFormat.JSON);
            case ANTHROPIC -> Optional.empty();
        };
    }

    private static ResponseFormat schema(Prompt<?> prompt) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(prompt.purpose())
                        .rootElement(JsonRawSchema.from(prompt.form().schema()))
                        .build())
                .build();
    }

    private Reply persistently(ChatRequest request, Deadline deadline) {
        RetryPolicy<Reply> retries = RetryPolicy.<Reply>builder()
                .handleIf((reply, failure) ->
                        failure instanceof ModelUnavailable unavailable && isWorthAnotherAttempt(unavailable, deadline))
                .withMaxAttempts(Patience.ATTEMPTS)
                .withBackoff(patience.firstPause(), patience.firstPause().multipliedBy(4))
                .withDelayFnOn(context -> pause(context.getLastException()), ModelUnavailable.class)
                .build();
        try {
            return Failsafe.with(retries, breaker).get(() -> once(request));
        } catch (CircuitBreakerOpenException resting) {
            throw ModelUnavailable.notAsked("the language model failed " + Patience.FAILURES
                    + " times in a row and is left alone for " + patience.rest());
        } catch (FailsafeException interrupted) {
            Thread.currentThread().interrupt();
            throw ModelUnavailable.of("asking the language model was interrupted");
        }
    }

    private boolean isWorthAnotherAttempt(ModelUnavailable unavailable, Deadline deadline) {
        Duration pause = unavailable.retryAfter().orElse(patience.firstPause().multipliedBy(2));
        return unavailable.isPassing()
                && pause.compareTo(patience.longestPause()) <= 0
                && deadline.allows(pause.plus(patience.timeout()));
    }

    /** Negative: the usual pause. */
    private static Duration pause(@Nullable Throwable failure) {
        return failure instanceof ModelUnavailable unavailable
                ? unavailable.retryAfter().orElse(Duration.ofNanos(-1))
                : Duration.ofNanos(-1);
    }

    private Reply once(ChatRequest request) {
        try {
            return Reply.of(chat.chat(request));
        } catch (RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    /** langchain4j wraps what its HTTP client throws, and stumbles over answers that are not of the protocol. */
    private static ModelUnavailable unavailable(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ModelUnavailable unavailable) {
                return unavailable;
            }
        }
        return ModelUnavailable.of("the language model's provider answered something that is not of its protocol");
    }

    @Override
    public void close() {
        http.close();
    }
}
