package io.csm.app.channel.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A chat as strict as Slack's incoming webhooks; it answers a word as Slack does, or an object as gateways do. */
public final class SlackStub extends StubServer {

    private static final int LONGEST_TEXT = 40_000;

    /** What it says when it took a message. */
    public enum Style {
        /** {@code ok}. */
        WORD,
        /** {@code {"ok":true,"ts":"..."}}. */
        OBJECT
    }

    private final Style style;
    private final List<JsonNode> messages = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Set<String> threads = new HashSet<>();

    public SlackStub(int port, Style style) {
        super(port);
        this.style = style;
    }

    /** {@code PORT [WORD|OBJECT]}: prints the messages until it is interrupted. */
    public static void main(String[] arguments) {
        Style style = arguments.length > 1 ? Style.valueOf(arguments[1]) : Style.WORD;
        System.out.println("waiting at " + new SlackStub(Integer.parseInt(arguments[0]), style).url());
    }

    public synchronized List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    /** The idempotency keys that came with the messages. */
    public synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    synchronized Reply answer(Map<String, String> headers, byte[] body) {
        JsonNode message;
        try {
            message = new ObjectMapper().readTree(body);
        } catch (IOException malformed) {
            return refused("invalid_payload");
        }
        String text = message.path("text").asText();
        if (!message.isObject() || !headers.getOrDefault("content-type", "").startsWith("application/json")) {
            return refused("invalid_payload");
        }
        if (text.isBlank() && !message.path("blocks").isArray()) {
            return refused("no_text");
        }
        if (text.length() > LONGEST_TEXT) {
            return refused("msg_too_long");
        }
        String thread = message.path("thread_ts").asText();
        if (!thread.isEmpty() && !threads.contains(thread)) {
            return style == Style.WORD
                    ? refused("thread_not_found")
                    : Reply.of(200, "{\"ok\":false,\"error\":\"thread_not_found\"}");
        }
        messages.add(message);
        keys.add(headers.getOrDefault("idempotency-key", ""));
        threads.add(ts(messages.size()));
        System.out.println(message);
        return Reply.of(200, style == Style.WORD ? "ok" : "{\"ok\":true,\"ts\":\"" + ts(messages.size()) + "\"}");
    }

    /** As when somebody deletes the messages that threads began with. */
    public synchronized void deleteThreads() {
        threads.clear();
    }

    /** What it calls its message of that number. */
    public static String ts(int number) {
        return "1764086400.%06d".formatted(number);
    }

    private static Reply refused(String word) {
        return Reply.of(400, word);
    }
}
