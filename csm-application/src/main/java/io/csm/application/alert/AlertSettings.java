package io.csm.application.alert;

import io.csm.domain.alert.AlertRules;
import java.util.Objects;

/**
 * How much a tenant hears.
 *
 * @param rules when an alert is raised, and when again
 * @param oneByOne how many alerts are told of one by one after a scan, 0 to 1,000; the rest is in one digest; default 5
 */
public record AlertSettings(AlertRules rules, int oneByOne) {

    /** The default number of alerts that are told of one by one. */
    public static final int DEFAULT_ONE_BY_ONE = 5;

    private static final int MOST = 1_000;

    public AlertSettings {
        Objects.requireNonNull(rules, "rules");
        if (oneByOne < 0 || oneByOne > MOST) {
            throw new IllegalArgumentException(
                    "alerts told of one by one must be 0 to " + MOST + " but were " + oneByOne);
        }
    }

    public static AlertSettings defaults() {
        return new AlertSettings(AlertRules.defaults(), DEFAULT_ONE_BY_ONE);
    }
}
