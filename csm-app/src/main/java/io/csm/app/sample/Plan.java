package io.csm.app.sample;

import java.util.Locale;

/** What Tidewater sells, with what is typical of those who buy it. */
enum Plan {
    STARTER(35, 0.45, 84, 1.5, 0.6, 8),
    BUSINESS(210, 0.5, 108, 1.0, 1.0, 14),
    ENTERPRISE(1_250, 0.5, 96, 0.7, 1.5, 20);

    private final int typicalSeats;
    private final double spread;
    private final int pricePerSeat;
    private final double silence;
    private final double tickets;
    private final int features;

    Plan(int typicalSeats, double spread, int pricePerSeat, double silence, double tickets, int features) {
        this.typicalSeats = typicalSeats;
        this.spread = spread;
        this.pricePerSeat = pricePerSeat;
        this.silence = silence;
        this.tickets = tickets;
        this.features = features;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number of seats, in fives. */
    int seats(Dice dice) {
        return 5 * (int) Math.max(2, Math.round(typicalSeats * StrictMath.exp(spread * dice.gaussian()) / 5));
    }

    /** List price a year, in whole units of the currency. */
    int pricePerSeat() {
        return pricePerSeat;
    }

    /** How long conversations are apart, as a multiple of the business plan's. */
    double silence() {
        return silence;
    }

    /** How many tickets trouble brings, as a multiple of the business plan's. */
    double tickets() {
        return tickets;
    }

    /** How many features it includes. */
    int features() {
        return features;
    }
}
