package io.csm.domain.health;

/**
 * Names one version of one scorecard; what a published version means never changes.
 *
 * @param name lower-case words joined by {@code -}
 * @param version from 1
 */
public record ScorecardRef(String name, int version) {

    public ScorecardRef {
        if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException(
                    "scorecard name must be lower-case words joined by - but was '" + name + "'");
        }
        if (version < 1) {
            throw new IllegalArgumentException("scorecard version must be at least 1 but was " + version);
        }
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
