package io.csm.adapter.notion;

/** Notion understood a request and says no; asking again would not help. */
final class Refusal extends RuntimeException {

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final boolean severalSources;

    Refusal(int status, String message, boolean severalSources) {
        super(message);
        this.status = status;
        this.severalSources = severalSources;
    }

    /** Whether it says no because the database holds several data sources, which only a newer version knows. */
    boolean isAboutSeveralSources() {
        return severalSources;
    }

    /** Whether it does not know the token, which somebody may mend: what waits must not be given up because of it. */
    boolean isAboutTheToken() {
        return status == UNAUTHORIZED;
    }

    /** Whether what was asked for is gone. */
    boolean saysGone() {
        return status == NOT_FOUND || String.valueOf(getMessage()).contains("archived");
    }
}
