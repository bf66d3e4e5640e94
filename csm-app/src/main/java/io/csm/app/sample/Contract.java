package io.csm.app.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an account began, renews and ended.
 *
 * @param startedOn the first day
 * @param termMonths months from one renewal to the next; 0: runs month by month, without a renewal date
 * @param lapseDays how long after a renewal date the signature comes; until then the past date stands
 * @param endedOn the day it left; empty while it is a customer
 */
record Contract(LocalDate startedOn, int termMonths, int lapseDays, Optional<LocalDate> endedOn) {

    private static final int TERM = 12;

    static Contract of(Role role, Year year) {
        Dice dice = role.dice("contract");
        if (role.story().endsInChurn()) {
            LocalDate end = year.within(role.turn(), dice);
            return new Contract(end.minusMonths((long) TERM * dice.whole(2, 4)), TERM, 0, Optional.of(end));
        }
        if (role.story() == Story.ONBOARDING) {
            return new Contract(year.within(role.turn(), dice), TERM, 0, Optional.empty());
        }
        return running(role, year, dice);
    }

    private static Contract running(Role role, Year year, Dice dice) {
        boolean monthly = role.plan() == Plan.STARTER && dice.chance(0.25);
        int lapse = dice.chance(0.1) ? dice.whole(15, 55) : 0;
        int lateNow = role.renewsInDays() < 0 ? dice.whole(5, 30) - role.renewsInDays() : 0;
        int term = role.plan() == Plan.ENTERPRISE && dice.chance(0.25) ? 2 * TERM : TERM;
        LocalDate renewal = year.last().plusDays(role.renewsInDays());
        LocalDate start = renewal.minusMonths((long) term * dice.whole(1, 4));
        while (start.isAfter(year.day(-3))) {
            start = start.minusMonths(term);
        }
        return new Contract(start, monthly ? 0 : term, Math.max(lapse, lateNow), Optional.empty());
    }

    /** Whether the account is a customer on that day. */
    boolean runsOn(LocalDate day) {
        return !day.isBefore(startedOn) && endedOn.map(day::isBefore).orElse(true);
    }

    /** The renewal date that stands on that day. */
    Optional<LocalDate> renewalAsOf(LocalDate day) {
        if (termMonths == 0) {
            return Optional.empty();
        }
        long terms = Math.max(1, ChronoUnit.MONTHS.between(startedOn, day.minusDays(lapseDays)) / termMonths);
        LocalDate renewal = startedOn.plusMonths(terms * termMonths);
        return Optional.of(
                renewal.plusDays(lapseDays).isBefore(day) ? startedOn.plusMonths((terms + 1) * termMonths) : renewal);
    }
}
