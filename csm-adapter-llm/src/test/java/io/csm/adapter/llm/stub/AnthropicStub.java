package io.csm.adapter.llm.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

/** Speaks Anthropic's messages, as far as texts need it. */
public final class AnthropicStub extends StubServer {

    /** The one key that it accepts. */
    public static final String KEY = "sk-ant-stub-0123456789abcdef";

    private AnthropicStub() {
        super(0);
    }

    public static AnthropicStub start() {
        return new AnthropicStub();
    }

    public String baseUrl() {
        return origin() + "/v1";
    }

    @Override
    Verdict judge(HttpExchange exchange, String body) {
        if (!exchange.getRequestURI().getPath().equals("/v1/messages")) {
            return new Verdict(404, error("not_found_error"));
        }
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("x-api-key"))) {
            return new Verdict(401, error("authentication_error"));
        }
        String version = exchange.getRequestHeaders().getFirst("anthropic-version");
        if (version == null || !version.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return new Verdict(400, error("invalid_request_error"));
        }
        try {
            return isSound(MAPPER.readTree(body)) ? Verdict.ACCEPTED : new Verdict(400, error("invalid_request_error"));
        } catch (JsonProcessingException malformed) {
            return new Verdict(400, error("invalid_request_error"));
        }
    }

    /** The system prompt stands apart, and an answer must have a limit. */
    private static boolean isSound(JsonNode request) {
        boolean hasOtherRoles = request.path("messages").findValuesAsText("role").stream()
                .anyMatch(role -> !role.equals("user") && !role.equals("assistant"));
        return request.path("model").isTextual()
                && request.path("max_tokens").isInt()
                && !request.path("messages").isEmpty()
                && !hasOtherRoles;
    }

    @Override
    String errorOf(int status) {
        return error("api_error");
    }

    private static String error(String type) {
        ObjectNode error = MAPPER.createObjectNode().put("type", "error");
        error.putObject("error").put("type", type).put("message", "The server says no.");
        return error.toString();
    }

    @Override
    String promptOf(JsonNode body) {
        StringBuilder prompt = new StringBuilder();
        body.path("messages")
                .forEach(message -> message.path("content")
                        .forEach(part -> prompt.append(part.path("text").asText())));
        return prompt.toString();
    }

    @Override
    String answerOf(JsonNode body, String text) {
        ObjectNode answer = MAPPER.createObjectNode()
                .put("id", "msg_1")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", body.path("model").asText())
                .put("stop_reason", "end_turn");
        answer.putArray("content").addObject().put("type", "text").put("text", text);
        answer.putObject("usage").put("input_tokens", 900).put("output_tokens", 100);
        return answer.toString();
    }
}
