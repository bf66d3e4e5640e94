package io.csm.app.sample;

/**
 * What can be seen of an account at all; the rest of its signals are not tracked.
 *
 * @param logins whether the product reports them
 * @param conversations whether they are logged
 * @param technicalManager whether one looks after the account
 * @param contacts whether champion and executive are kept in the CRM
 */
record Tracking(boolean logins, boolean conversations, boolean technicalManager, boolean contacts) {

    /** Enterprises with so many seats have a technical account manager without exception. */
    private static final int ALWAYS_MANAGED = 1_500;

    static Tracking of(Role role) {
        Dice dice = role.dice("tracking");
        boolean small = role.plan() == Plan.STARTER;
        return new Tracking(
                !dice.chance(0.08),
                !(small && dice.chance(0.15)),
                role.plan() == Plan.ENTERPRISE && (dice.chance(0.9) || role.seats() >= ALWAYS_MANAGED),
                !small && dice.chance(0.85));
    }
}
