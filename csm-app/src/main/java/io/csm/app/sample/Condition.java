package io.csm.app.sample;

/**
 * The hidden state of an account in one month, from which its signals are read.
 *
 * @param usage how much of the product is in use, 0 to 1
 * @param relationship how well people know and answer each other, 0 to 1
 * @param calm how little trouble there is with the product, 0 to 1
 * @param demand seats needed, as a multiple of what usage alone asks for
 * @param payingOnTime whether invoices are paid
 */
record Condition(double usage, double relationship, double calm, double demand, boolean payingOnTime) {

    Condition {
        usage = clamp(usage);
        relationship = clamp(relationship);
        calm = clamp(calm);
    }

    /** The condition with each state at that share of itself. */
    Condition times(double ofUsage, double ofRelationship, double ofCalm) {
        return new Condition(usage * ofUsage, relationship * ofRelationship, calm * ofCalm, demand, payingOnTime);
    }

    Condition needingSeats(double multiple) {
        return new Condition(usage, relationship, calm, demand * multiple, payingOnTime);
    }

    Condition behindWithInvoices() {
        return new Condition(usage, relationship, calm, demand, false);
    }

    /** What a technical account manager would feel on the whole, 0 to 1. */
    double impression() {
        return 0.35 * usage + 0.35 * relationship + 0.3 * calm;
    }

    private static double clamp(double value) {
        return Math.max(0.01, Math.min(0.99, value));
    }
}
