package io.csm.adapter.llm.stub;

import java.util.Map;
import java.util.function.Function;

/**
 * What a stub does when it is asked.
 *
 * @param kind how it behaves
 * @param status of the response
 * @param headers of the response
 * @param text made of the prompt
 */
public record Script(Kind kind, int status, Map<String, String> headers, Function<String, String> text) {

    enum Kind {
        TEXT,
        ERROR,
        RAW,
        SILENCE,
        HUGE
    }

    /** The model says that. */
    public static Script text(Function<String, String> text) {
        return new Script(Kind.TEXT, 200, Map.of(), text);
    }

    /** An error of the protocol. */
    public static Script error(int status) {
        return error(status, Map.of());
    }

    /** An error of the protocol with headers, such as {@code Retry-After}. */
    public static Script error(int status, Map<String, String> headers) {
        return new Script(Kind.ERROR, status, headers, prompt -> "");
    }

    /** A body that may not be of the protocol. */
    public static Script raw(int status, String body) {
        return new Script(Kind.RAW, status, Map.of(), prompt -> body);
    }

    /** Takes the request and never answers. */
    public static Script silence() {
        return new Script(Kind.SILENCE, 0, Map.of(), prompt -> "");
    }

    /** Ten megabytes. */
    public static Script huge() {
        return new Script(Kind.HUGE, 200, Map.of(), prompt -> "");
    }
}
