package io.csm.domain.health.document;

/**
 * One thing that is wrong with a document.
 *
 * @param location where it stands
 * @param message the thing, the rule and the value
 */
public record ScorecardMistake(Location location, String message) {

    /** Such as {@code line 12, column 9: ...}. */
    @Override
    public String toString() {
        return location.isKnown() ? location + ": " + message : message;
    }
}
