package io.csm.app.sample;

import java.util.ArrayList;
import java.util.List;

/** The condition of one account month by month, from before the year to its end. */
final class Life {

    /** The share of accounts that never found much use for the product, whatever else happens to them. */
    private static final double NEVER_TOOK_TO_IT = 0.18;

    private final List<Condition> conditions;

    private Life(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /** The life of that role: what it is used to, some weather, and its story. */
    static Life of(Role role) {
        Dice dice = role.dice("life");
        Temper temper = Temper.of(dice);
        double weather = 0;
        boolean paying = true;
        List<Condition> conditions = new ArrayList<>();
        for (int month = Year.BEFORE; month < Year.MONTHS; month++) {
            weather = 0.7 * weather + 0.006 * dice.gaussian();
            Condition usual = temper.in(month, weather, dice);
            Condition bent = role.story().bend(usual, (double) month - role.turn(), role.depth());
            paying = !dice.chance(paying ? unpaid(bent) : stillUnpaid(bent));
            conditions.add(paying ? bent : bent.behindWithInvoices());
        }
        return new Life(conditions);
    }

    /** What an account is like when nothing happens to it; usage swings a little around its mean. */
    private record Temper(double usage, double relationship, double calm, double demand, double swing, double phase) {

        private static final double SWING_MONTHS = 9;

        static Temper of(Dice dice) {
            double fit = dice.chance(NEVER_TOOK_TO_IT) ? -3.0 + 0.4 * dice.gaussian() : 0.7 * dice.gaussian();
            return new Temper(
                    0.7 + 0.09 * fit + 0.03 * dice.gaussian(),
                    0.67 + 0.08 * fit + 0.05 * dice.gaussian(),
                    0.86 + 0.03 * fit + 0.05 * dice.gaussian(),
                    dice.between(0.9, 1.15),
                    dice.between(0, 0.025),
                    dice.between(0, SWING_MONTHS));
        }

        Condition in(int month, double weather, Dice dice) {
            double swung = usage + swing * StrictMath.sin((month + phase) * 2 * Math.PI / SWING_MONTHS);
            return new Condition(
                    Math.min(swung + weather, 0.93),
                    Math.min(relationship + 3 * weather, 0.95),
                    Math.min(calm + 0.02 * dice.gaussian(), 0.97),
                    demand,
                    true);
        }
    }

    private static double unpaid(Condition condition) {
        return 0.01 + 0.3 * Math.max(0, 0.4 - condition.relationship());
    }

    private static double stillUnpaid(Condition condition) {
        return Math.max(0.1, 0.9 * (1 - condition.relationship()) - 0.1);
    }

    Condition in(int month) {
        return conditions.get(Math.max(0, month - Year.BEFORE));
    }

    /** Usage in that month as a share of the month before. */
    double growth(int month) {
        return in(month).usage() / in(month - 1).usage();
    }

    /** How many months in a row, that one included, went by without paying. */
    int monthsUnpaid(int month) {
        int unpaid = 0;
        while (month - unpaid >= Year.BEFORE && !in(month - unpaid).payingOnTime()) {
            unpaid++;
        }
        return unpaid;
    }
}
