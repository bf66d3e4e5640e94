package io.csm.app.sample;

/**
 * What happens to an account in the year. A story bends the condition that the account would have been in, by how many
 * months have passed since its turning point and how deep it goes, 0 to 1.
 */
enum Story {
    /** Nothing much happens. */
    STEADY(79, -8, 11) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            return usual;
        }
    },
    /** Grows beyond the seats it bought. */
    EXPANSION(16, -5, 7) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double grown = depth * ramp(since, 9);
            return usual.times(1 + 0.45 * grown, 1 + 0.15 * grown, 1).needingSeats(1 + 0.3 * grown);
        }
    },
    /** Signs up at the turning point and finds its way in. */
    ONBOARDING(15, 1, 11) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double learned = ramp(since + 0.5, 4 + 3 * depth);
            return usual.times(0.2 + 0.8 * learned, 0.9 + 0.1 * learned, 0.85 + 0.15 * learned);
        }
    },
    /** Busy for half the year, quiet for the other. */
    SEASONAL(12, -6, 6) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double quiet = depth * Math.max(0, StrictMath.sin(since * 2 * Math.PI / Year.MONTHS));
            return usual.times(1 - 0.5 * quiet, 1 - 0.2 * quiet, 1);
        }
    },
    /** People use it a little less every month, and answer a little later. */
    SLOW_DECLINE(19, -4, 9) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double lost = depth * ramp(since, 9);
            return usual.times(1 - 0.95 * lost, 1 - 0.85 * lost, 1 - 0.5 * lost);
        }
    },
    /** The person who brought the product in leaves at the turning point; nobody takes over. */
    CHAMPION_LEFT(10, 0, 11) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double lost = depth * ramp(since, 6);
            return usual.times(1 - 0.92 * lost, 1 - 0.85 * depth * ramp(since + 1, 3), 1 - 0.5 * lost);
        }
    },
    /** Slides for months, until somebody steps in at the turning point. */
    RECOVERY(15, -1, 10) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double lost = depth * (ramp(since + 6, 5) - ramp(since, 5));
            return usual.times(1 - 0.9 * lost, 1 - 0.85 * ramp(1 - since, 2) * lost, 1 - 0.65 * lost);
        }
    },
    /** Stops paying at the turning point, for two to six months. */
    PAYMENT_TROUBLE(9, -1, 11) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double strained = ramp(since + 1, 4) - ramp(since - 5, 4);
            Condition bent = usual.times(1 - 0.12 * depth * strained, 1 - 0.5 * depth * strained, 1);
            return since >= 0 && since < 2 + 4 * depth ? bent.behindWithInvoices() : bent;
        }
    },
    /** A release, an import or an outage hurts at the turning point; tickets pile up and are escalated. */
    SUPPORT_TROUBLE(10, -2, 11) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double hurt = depth * (ramp(since + 1, 1.5) - 0.9 * ramp(since - 2, 4));
            double tired = depth * (ramp(since, 4) - 0.8 * ramp(since - 4, 5));
            return usual.times(1 - 0.3 * tired, 1 - 0.5 * tired, 1 - 0.8 * hurt);
        }
    },
    /** Paid for and hardly opened. */
    SHELFWARE(6, -8, 4) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            return usual.times(0.45 - 0.25 * depth, 0.65 - 0.2 * depth, 1.1);
        }
    },
    /** Fades over the months and is gone at the turning point. */
    FADED_AND_LEFT(7, 2, 11) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            double lost = depth * ramp(since + 8, 7);
            return usual.times(1 - 0.9 * lost, 1 - 0.75 * lost, 1 - 0.4 * lost);
        }
    },
    /** Gone at the turning point, and nothing had shown it. */
    LEFT_WITHOUT_WARNING(2, 4, 10) {
        @Override
        Condition bend(Condition usual, double since, double depth) {
            return usual;
        }
    };

    private final int accounts;
    private final int firstTurn;
    private final int lastTurn;

    Story(int accounts, int firstTurn, int lastTurn) {
        this.accounts = accounts;
        this.firstTurn = firstTurn;
        this.lastTurn = lastTurn;
    }

    abstract Condition bend(Condition usual, double since, double depth);

    /** How many accounts play it. */
    int accounts() {
        return accounts;
    }

    /** The month in which the {@code nth} account that plays it turns; evenly spread, so that every month has a few. */
    int turn(int nth) {
        return (int) Math.round(firstTurn + (lastTurn - firstTurn) * (nth + 0.5) / accounts);
    }

    boolean endsInChurn() {
        return this == FADED_AND_LEFT || this == LEFT_WITHOUT_WARNING;
    }

    /** 0 before the turning point, 1 when {@code length} months have passed, a soft slope between. */
    private static double ramp(double since, double length) {
        double x = Math.max(0, Math.min(1, since / length));
        return x * x * (3 - 2 * x) * 0.5 + x * 0.5;
    }
}
