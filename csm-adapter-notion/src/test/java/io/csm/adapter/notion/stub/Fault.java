package io.csm.adapter.notion.stub;

/** What goes wrong with one request. */
public record Fault(Kind kind, boolean isCarriedOut, String retryAfter) {

    enum Kind {
        TOO_MANY_REQUESTS,
        OVERLOADED,
        UNAVAILABLE,
        ERROR,
        SILENCE,
        HALF_AN_ANSWER,
        GARBAGE,
        SAME_PART,
        TOO_LARGE
    }

    /** 429, with that many seconds in {@code Retry-After}. */
    public static Fault tooManyRequests(int retryAfter) {
        return tooManyRequests("" + retryAfter);
    }

    /** 429, with that in {@code Retry-After}. */
    public static Fault tooManyRequests(String retryAfter) {
        return new Fault(Kind.TOO_MANY_REQUESTS, false, retryAfter);
    }

    /** 529, with that many seconds in {@code Retry-After}. */
    public static Fault overloaded(int retryAfter) {
        return new Fault(Kind.OVERLOADED, false, "" + retryAfter);
    }

    /** 503, with that many seconds in {@code Retry-After}. */
    public static Fault unavailable(int retryAfter) {
        return new Fault(Kind.UNAVAILABLE, false, "" + retryAfter);
    }

    /** 500. */
    public static Fault error() {
        return new Fault(Kind.ERROR, false, "");
    }

    /** No answer for three seconds. */
    public static Fault silence() {
        return new Fault(Kind.SILENCE, false, "");
    }

    /** An answer that breaks off in the middle. */
    public static Fault halfAnAnswer() {
        return new Fault(Kind.HALF_AN_ANSWER, false, "");
    }

    /** 200 with something that is no JSON. */
    public static Fault garbage() {
        return new Fault(Kind.GARBAGE, false, "");
    }

    /** 200 with an empty part of a list, after which the same part follows. */
    public static Fault samePart() {
        return new Fault(Kind.SAME_PART, false, "");
    }

    /** 200 with more than 10 MB. */
    public static Fault tooLarge() {
        return new Fault(Kind.TOO_LARGE, false, "");
    }

    /** The same, but Notion did what it was asked before it went wrong. */
    public Fault afterCarryingOut() {
        return new Fault(kind, true, retryAfter);
    }
}
