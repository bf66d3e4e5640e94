package io.csm.domain.health;

import java.util.Optional;

/** When a scorecard calls an account at risk. */
public enum AtRisk implements Scorecard.Part {
    /** When the band is RED; the default. */
    WHEN_RED("red"),
    /** When the band is RED, or AMBER while the score declines. */
    WHEN_RED_OR_DECLINING_AMBER("red_or_declining_amber");

    private final String code;

    AtRisk(String code) {
        this.code = code;
    }

    /** The word for it in documents. */
    public String code() {
        return code;
    }

    /** Whether an account in that band with that trend is at risk; a first score has no trend. */
    public boolean holds(Rag rag, Optional<Trend> trend) {
        return switch (this) {
            case WHEN_RED -> rag == Rag.RED;
            case WHEN_RED_OR_DECLINING_AMBER ->
                rag == Rag.RED || (rag == Rag.AMBER && trend.equals(Optional.of(Trend.DECLINING)));
        };
    }
}
