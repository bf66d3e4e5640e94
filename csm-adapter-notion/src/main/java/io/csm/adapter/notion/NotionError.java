package io.csm.adapter.notion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer of Notion that is not a success.
 *
 * @param status of HTTP
 * @param code Notion's word for it, such as {@code validation_error}; blank when it gave none
 * @param message Notion's own sentence; blank when it gave none
 * @param severalSources whether it is about a database of several data sources
 */
record NotionError(int status, String code, String message, boolean severalSources) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_MESSAGE = 1_000;

    static NotionError read(int status, String body) {
        JsonNode error = parse(body);
        String message = error.path("message").asText("");
        boolean several =
                error.path("additional_data").path("error_type").asText("").equals("multiple_data_sources_for_database")
                        || message.contains("multiple data sources");
        return new NotionError(status, error.path("code").asText(""), message, several);
    }

    /** How long to wait, when it is written in whole seconds or as a date of HTTP. */
    static Optional<Duration> retryAfter(Optional<String> header, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : until(text, now));
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the same request may be fulfilled later: too many requests, or a fault on Notion's side. */
    boolean mayPass() {
        return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }

    String sentence() {
        String said = message.isBlank() ? "without a word" : shortened();
        return (mayPass() ? "Notion fails with " : "Notion refuses with ") + status + (code.isBlank() ? "" : " " + code)
                + ": " + said;
    }

    private String shortened() {
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "..." : message;
    }

    private static JsonNode parse(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElseGet(MissingNode::getInstance);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance(); // such as the page of a proxy
        }
    }
}
