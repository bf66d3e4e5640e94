package io.csm.domain.health;

/** How a number is held against an edge. */
public enum Comparison {
    AT_MOST("at_most", "at most"),
    BELOW("below", "below"),
    AT_LEAST("at_least", "at least"),
    ABOVE("above", "above");

    private final String code;
    private final String words;

    Comparison(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The word for it in documents. */
    public String code() {
        return code;
    }

    String words() {
        return words;
    }

    /** Whether it holds below its edge rather than above. */
    boolean isUpperLimit() {
        return this == AT_MOST || this == BELOW;
    }

    /** The nearest edge for which the comparison that includes its edge says the same. */
    double inclusive(double edge) {
        return switch (this) {
            case AT_MOST, AT_LEAST -> edge;
            case BELOW -> Math.nextDown(edge);
            case ABOVE -> Math.nextUp(edge);
        };
    }
}
