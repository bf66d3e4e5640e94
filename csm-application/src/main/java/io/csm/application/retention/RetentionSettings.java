package io.csm.application.retention;

import java.time.LocalDate;

/**
 * How many years each history is kept.
 *
 * @param healthScoreYears at least 1; default 3
 * @param eventYears at least 1; default 3
 * @param touchpointYears at least 1; default 7
 */
public record RetentionSettings(int healthScoreYears, int eventYears, int touchpointYears) {

    private static final int MOST = 100;

    public RetentionSettings {
        refuse(Kept.HEALTH_SCORE, healthScoreYears);
        refuse(Kept.EVENT, eventYears);
        refuse(Kept.TOUCHPOINT, touchpointYears);
    }

    private static void refuse(Kept kept, int years) {
        if (years < 1 || years > MOST) {
            throw new IllegalArgumentException(
                    "the years for which " + kept.code() + " is kept must be from 1 to " + MOST + " but were " + years);
        }
    }

    public static RetentionSettings defaults() {
        return new RetentionSettings(3, 3, 7);
    }

    public int years(Kept kept) {
        return switch (kept) {
            case HEALTH_SCORE -> healthScoreYears;
            case EVENT -> eventYears;
            case TOUCHPOINT -> touchpointYears;
        };
    }

    /** The first day that is kept, seen from that day. */
    public LocalDate keptFrom(Kept kept, LocalDate today) {
        return today.minusYears(years(kept));
    }
}
