package io.csm.adapter.llm.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

/** Speaks Ollama's chat, as far as texts need it. */
public final class OllamaStub extends StubServer {

    private OllamaStub() {
        super(0);
    }

    public static OllamaStub start() {
        return new OllamaStub();
    }

    @Override
    Verdict judge(HttpExchange exchange, String body) {
        if (!exchange.getRequestURI().getPath().equals("/api/chat")) {
            return new Verdict(404, errorOf(404));
        }
        try {
            JsonNode request = MAPPER.readTree(body);
            boolean isSound = request.path("model").isTextual()
                    && !request.path("messages").isEmpty()
                    && !request.path("stream").asBoolean(true);
            return isSound ? Verdict.ACCEPTED : new Verdict(400, errorOf(400));
        } catch (JsonProcessingException malformed) {
            return new Verdict(400, errorOf(400));
        }
    }

    @Override
    String errorOf(int status) {
        return "{\"error\":\"the server says no\"}";
    }

    @Override
    String promptOf(JsonNode body) {
        StringBuilder prompt = new StringBuilder();
        body.path("messages")
                .forEach(message ->
                        prompt.append(message.path("content").asText()).append('\n'));
        return prompt.toString();
    }

    @Override
    String answerOf(JsonNode body, String text) {
        ObjectNode answer = MAPPER.createObjectNode()
                .put("model", body.path("model").asText())
                .put("created_at", "2026-03-02T12:00:00Z")
                .put("done", true)
                .put("done_reason", "stop")
                .put("prompt_eval_count", 800)
                .put("eval_count", 50);
        answer.putObject("message").put("role", "assistant").put("content", text);
        return answer.toString();
    }
}
