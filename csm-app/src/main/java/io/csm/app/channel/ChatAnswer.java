package io.csm.app.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import java.util.Optional;
import java.util.Set;

/** What a chat answered: a word, as Slack's webhooks do, or an object that says whether it is ok, as gateways do. */
record ChatAnswer(HttpAnswer http) {

    private static final int LONGEST_TS = 100;
    private static final Set<String> MAY_WORK_LATER = Set.of(
            "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");
    private static final Set<String> NO_SUCH_THREAD =
            Set.of("thread_not_found", "invalid_thread_ts", "cannot_reply_to_message");

    /** The thread that the message began, or is in; empty when the chat did not say. */
    Optional<String> ts() {
        return field("ts").filter(ts -> !ts.isBlank() && ts.length() <= LONGEST_TS);
    }

    boolean missesTheThread() {
        return NO_SUCH_THREAD.contains(error().orElse(http.text().strip()));
    }

    /** Does nothing when the chat took the message, and throws what tells whether another attempt may help. */
    void requireTaken(Target target) {
        http.requireTaken(target);
        if (http.text().stripLeading().startsWith("<")) {
            throw new ChannelUnavailable(
                    target.receiver() + " answered with a web page, as no chat does", http.retryAfter());
        }
        error().ifPresent(error -> {
            String sentence = target.receiver() + " did not take the message: " + target.shown(error);
            if (MAY_WORK_LATER.contains(error)) {
                throw new ChannelUnavailable(sentence, http.retryAfter());
            }
            throw new ChannelRefused(sentence);
        });
    }

    private Optional<String> error() {
        return object().filter(object ->
                        object.path("ok").isBoolean() && !object.path("ok").booleanValue())
                .map(object -> object.path("error").asText("no reason given"));
    }

    private Optional<String> field(String name) {
        return object().map(object -> object.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private Optional<JsonNode> object() {
        return Json.readObject(http.text());
    }
}
