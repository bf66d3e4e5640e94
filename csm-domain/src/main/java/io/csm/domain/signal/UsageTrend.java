package io.csm.domain.signal;

/** Usage in the last 30 days against the 30 days before. */
public enum UsageTrend implements Choice {
    GROWING("growing"),
    STABLE("stable"),
    DECLINING("declining"),
    INACTIVE("inactive");

    private final String code;

    UsageTrend(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
