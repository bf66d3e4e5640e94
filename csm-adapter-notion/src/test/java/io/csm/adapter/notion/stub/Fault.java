package io.csm.adapter.notion.stub;

/** What goes wrong with one request. */
public record Fault(Kind kind, boolean isCarriedOut, int retryAfter) {

    enum Kind {
        TOO_MANY_REQUESTS,
        OVERLOADED,
        ERROR,
        SILENCE,
        HALF_AN_ANSWER,
        GARBAGE,
        TOO_LARGE
    }

    /** 429, with that many seconds in {@code Retry-After}. */
    public static Fault tooManyRequests(int retryAfter) {
        return new Fault(Kind.TOO_MANY_REQUESTS, false, retryAfter);
    }

    /** 529, with that many seconds in {@code Retry-After}. */
    public static Fault overloaded(int retryAfter) {
        return new Fault(Kind.OVERLOADED, false, retryAfter);
    }

    /** 500. */
    public static Fault error() {
        return new Fault(Kind.ERROR, false, 0);
    }

    /** No answer for three seconds. */
    public static Fault silence() {
        return new Fault(Kind.SILENCE, false, 0);
    }

    /** An answer that breaks off in the middle. */
    public static Fault halfAnAnswer() {
        return new Fault(Kind.HALF_AN_ANSWER, false, 0);
    }

    /** 200 with something that is no JSON. */
    public static Fault garbage() {
        return new Fault(Kind.GARBAGE, false, 0);
    }

    /** 200 with more than 10 MB. */
    public static Fault tooLarge() {
        return new Fault(Kind.TOO_LARGE, false, 0);
    }

    /** The same, but Notion did what it was asked before it went wrong. */
    public Fault afterCarryingOut() {
        return new Fault(kind, true, retryAfter);
    }
}
