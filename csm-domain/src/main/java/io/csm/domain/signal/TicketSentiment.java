package io.csm.domain.signal;

/** The mood of the support tickets of the last 90 days. */
public enum TicketSentiment implements Choice {
    POSITIVE("positive"),
    NEUTRAL("neutral"),
    NEGATIVE("negative"),
    CRITICAL("critical");

    private final String code;

    TicketSentiment(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
