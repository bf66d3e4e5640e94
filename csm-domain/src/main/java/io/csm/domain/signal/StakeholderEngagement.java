package io.csm.domain.signal;

/** How engaged the champion and the sponsor are. */
public enum StakeholderEngagement implements Choice {
    HIGH("high"),
    MEDIUM("medium"),
    LOW("low");

    private final String code;

    StakeholderEngagement(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
