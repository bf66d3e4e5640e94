package io.csm.app.sample;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The days on which somebody was there, as days before the last; half a year of them in stretches of thirty. Those
 * between two stretches are left out, so that what falls into the last thirty days does so a few days later as well.
 */
final class ActiveDays {

    static final int STRETCHES = 6;
    static final int STRETCH = 30;

    private static final int FIRST = 2;
    private static final int EDGE = 3;
    private static final int STRETCHES_WITH_LOGINS = 3;
    private static final int OTHERWISE_EVERY = 10;

    private final NavigableSet<Integer> days = new TreeSet<>();

    private ActiveDays() {}

    /** Somebody is there about every so many days; how often before the last ninety does not matter. */
    static ActiveDays every(int apart) {
        ActiveDays active = new ActiveDays();
        int step = Math.max(1, Math.min(apart, 2 * STRETCH - EDGE - FIRST));
        for (int ago = FIRST; ago < STRETCHES_WITH_LOGINS * STRETCH; ago += step) {
            active.days.add(insideAStretch(ago));
        }
        for (int ago = STRETCHES_WITH_LOGINS * STRETCH + EDGE + 2; ago < STRETCHES * STRETCH; ago += OTHERWISE_EVERY) {
            active.days.add(insideAStretch(ago));
        }
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            if (active.in(stretch).isEmpty()) {
                active.days.add((stretch + 1) * STRETCH - EDGE);
            }
        }
        return active;
    }

    private static int insideAStretch(int ago) {
        int stretch = ago / STRETCH;
        int within = ago % STRETCH;
        int least = stretch == 0 ? FIRST : EDGE;
        return stretch * STRETCH + Math.max(least, Math.min(STRETCH - EDGE, within));
    }

    /** Those of a stretch, the last thirty days being stretch 0; the latest first. */
    NavigableSet<Integer> in(int stretch) {
        return days.subSet(stretch * STRETCH, true, (stretch + 1) * STRETCH, false);
    }

    /** Those within the ninety days that make people's rhythm. */
    NavigableSet<Integer> ofTheRhythm() {
        return days.headSet(STRETCHES_WITH_LOGINS * STRETCH, false);
    }
}
