package io.csm.adapter.llm.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks OpenAI's chat completions and refuses what the real one refuses. Started by hand it answers with texts made of
 * the facts in the prompt.
 */
public final class ChatCompletionsStub extends StubServer {

    /** The one key that it accepts. */
    public static final String KEY = "sk-stub-0123456789abcdefghij";

    /** The one model that it has. */
    public static final String MODEL = "stub-1";

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");
    private static final Map<Integer, String> TYPES =
            Map.of(401, "invalid_request_error", 429, "rate_limit_exceeded", 500, "server_error", 503, "server_error");

    private final boolean knowsSchemas;

    private ChatCompletionsStub(int port, boolean knowsSchemas) {
        super(port);
        this.knowsSchemas = knowsSchemas;
    }

    /** On any free port. */
    public static ChatCompletionsStub start() {
        return new ChatCompletionsStub(0, true);
    }

    /** One that refuses {@code response_format}, as some servers do that speak the protocol. */
    public static ChatCompletionsStub thatKnowsNoSchemas() {
        return new ChatCompletionsStub(0, false);
    }

    /** The address to set as the base URL. */
    public String baseUrl() {
        return origin() + "/v1";
    }

    @Override
    Verdict judge(HttpExchange exchange, String body) {
        if (!exchange.getRequestURI().getPath().equals("/v1/chat/completions")) {
            return refusal(404, "Unknown request URL: " + exchange.getRequestURI());
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return refusal(405, "Not allowed to " + exchange.getRequestMethod());
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer " + KEY).equals(authorization)) {
            return refusal(401, "Incorrect API key provided: " + authorization);
        }
        try {
            return problem(MAPPER.readTree(body))
                    .map(text -> refusal(400, text))
                    .orElse(Verdict.ACCEPTED);
        } catch (JsonProcessingException malformed) {
            return refusal(400, "We could not parse the JSON body of your request.");
        }
    }

    private Optional<String> problem(JsonNode request) {
        if (!request.isObject()) {
            return Optional.of("The body must be an object.");
        }
        if (!request.path("model").isTextual()) {
            return Optional.of("you must provide a model parameter");
        }
        if (!request.path("model").asText().equals(MODEL)) {
            return Optional.of("The model does not exist.");
        }
        if (!request.path("messages").isArray() || request.path("messages").isEmpty()) {
            return Optional.of("Missing required parameter: 'messages'.");
        }
        for (JsonNode message : request.path("messages")) {
            if (!ROLES.contains(message.path("role").asText())) {
                return Optional.of("Invalid value: '" + message.path("role").asText() + "'.");
            }
            if (!message.path("content").isTextual() && !message.path("content").isArray()) {
                return Optional.of("Invalid type for 'messages[].content'.");
            }
        }
        return request.has("response_format") ? formatProblem(request.path("response_format")) : Optional.empty();
    }

    private Optional<String> formatProblem(JsonNode format) {
        if (!knowsSchemas) {
            return Optional.of("Unrecognized request argument supplied: response_format");
        }
        return switch (format.path("type").asText()) {
            case "text", "json_object" -> Optional.empty();
            case "json_schema" -> schemaProblem(format.path("json_schema"));
            default -> Optional.of("Invalid value for 'response_format.type'.");
        };
    }

    private static Optional<String> schemaProblem(JsonNode schema) {
        if (!schema.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}")) {
            return Optional.of("Invalid 'response_format.json_schema.name'.");
        }
        boolean isObject = schema.path("schema").path("type").asText().equals("object")
                && schema.path("schema").path("properties").isObject();
        if (!isObject) {
            return Optional.of("Invalid schema for response_format: schema must be of type object.");
        }
        boolean isLoose = schema.path("strict").asBoolean()
                && schema.path("schema").path("additionalProperties").asBoolean(true);
        return isLoose ? Optional.of("'additionalProperties' is required to be false.") : Optional.empty();
    }

    private Verdict refusal(int status, String message) {
        return new Verdict(status, error(status, message));
    }

    @Override
    String errorOf(int status) {
        return error(status, "The server says no.");
    }

    private static String error(int status, String message) {
        ObjectNode error = MAPPER.createObjectNode()
                .put("message", message)
                .put("type", TYPES.getOrDefault(status, "invalid_request_error"))
                .putNull("param")
                .putNull("code");
        return MAPPER.createObjectNode().set("error", error).toString();
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
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1_770_000_000)
                .put("model", MODEL);
        ObjectNode choice =
                answer.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", text);
        answer.putObject("usage")
                .put("prompt_tokens", 1_000)
                .put("completion_tokens", 200)
                .put("total_tokens", 1_200);
        return answer.toString();
    }

    /** Runs until it is stopped; the first argument is the port, 8099 where there is none. */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099;
        ChatCompletionsStub stub = new ChatCompletionsStub(port, true);
        stub.alwaysSays(SensibleAnswers::to);
        System.out.println("OPENAI_BASE_URL=" + stub.baseUrl() + " OPENAI_MODEL=" + MODEL + " OPENAI_API_KEY=" + KEY);
    }
}
