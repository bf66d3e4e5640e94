package io.csm.app.sample;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that always falls the same way: one stream for each account and purpose. */
final class Dice {

    private static final long SEED = 10L;
    private static final int GAUSSIAN_TERMS = 12;

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The stream of that account for that purpose; drawing from one never moves another. */
    static Dice of(int account, String purpose) {
        return new Dice(SEED + 1_000_003L * account + 31L * purpose.hashCode());
    }

    /** From {@code from} up to, and without, {@code to}. */
    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** One of {@code from} to {@code to}, both included. */
    int whole(int from, int to) {
        return from + (int) (random.nextDouble() * (to - from + 1));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Around 0 with standard deviation 1, never beyond 6; the same on every JDK. */
    double gaussian() {
        double sum = 0;
        for (int i = 0; i < GAUSSIAN_TERMS; i++) {
            sum += random.nextDouble();
        }
        return sum - GAUSSIAN_TERMS / 2.0;
    }

    <T> T pick(List<T> from) {
        return from.get(whole(0, from.size() - 1));
    }
}
