package io.csm.adapter.llm;

import io.csm.application.shared.CsmException;
import java.time.Duration;
import java.util.Optional;

/** No answer came from a language model. The message is a sentence for a person and holds no key. */
final class ModelUnavailable extends CsmException {

    private static final long serialVersionUID = 1L;

    private static final int NOT_ASKED = -1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final String reason;
    private final int status;
    private final boolean isPassing;
    private final transient Optional<Duration> retryAfter;
    private final String body;

    private ModelUnavailable(
            String message, int status, boolean isPassing, Optional<Duration> retryAfter, String body) {
        super(message);
        this.reason = message;
        this.status = status;
        this.isPassing = isPassing;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    static ModelUnavailable unreachable() {
        return new ModelUnavailable("the language model cannot be reached", 0, true, Optional.empty(), "");
    }

    /** Asking again would make the text later still. */
    static ModelUnavailable silent(Duration timeout) {
        return of("the language model did not answer within " + timeout);
    }

    static ModelUnavailable of(String message) {
        return new ModelUnavailable(message, 0, false, Optional.empty(), "");
    }

    /** It answered with an error. */
    static ModelUnavailable refused(int status, Optional<Duration> retryAfter, String body) {
        boolean isPassing = status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR;
        return new ModelUnavailable(
                "the language model's provider answered " + status + meaning(status),
                status,
                isPassing,
                retryAfter,
                body);
    }

    private static String meaning(int status) {
        return switch (status) {
            case BAD_REQUEST, UNPROCESSABLE -> " (it does not understand the request)";
            case 401, 403 -> " (it does not accept the key)";
            case 404 -> " (it does not know the model, or the base URL is wrong)";
            case TOO_MANY_REQUESTS -> " (too many requests, or the quota is used up)";
            default -> "";
        };
    }

    /** It was not even asked. */
    static ModelUnavailable notAsked(String reason) {
        return new ModelUnavailable(reason, NOT_ASKED, false, Optional.empty(), "");
    }

    /** Whether it was asked at all. */
    boolean wasAsked() {
        return status != NOT_ASKED;
    }

    /** Whether the same request may succeed a little later. */
    boolean isPassing() {
        return isPassing;
    }

    /** How long the provider wants to be left alone. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the request itself was wrong, such as one for an answer in a form that the provider does not know. */
    boolean isAboutTheRequest() {
        return status == BAD_REQUEST || status == UNPROCESSABLE;
    }

    /** Why, in a sentence. */
    String reason() {
        return reason;
    }

    /** What the provider said, for the journal; empty when it said nothing. */
    String body() {
        return body;
    }
}
