package io.csm.domain.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people write and read them; nothing is rounded but what is shown. */
public final class Figures {

    private static final int LONGEST = 40;

    private Figures() {}

    /**
     * Reads a plain decimal number such as {@code 7}, {@code -0.5} or {@code 1e3}; {@code NaN} for anything else,
     * including the hexadecimal and suffixed forms that Java alone would take.
     */
    public static double parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return Double.NaN;
        }
        boolean digitSeen = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digitSeen = true;
            } else if (c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        if (!digitSeen) {
            return Double.NaN;
        }
        return length < 10 ? parseShort(text, length) : parseAny(text);
    }

    /** Most figures are short whole numbers; these need no general parser. */
    private static double parseShort(String text, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return parseAny(text);
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static double parseAny(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            return Double.NaN;
        }
    }

    /** For people: at most two decimals, no trailing zeros, never an exponent. */
    public static String show(double value) {
        return show(value, 2);
    }

    /** For people: at most that many decimals, half up, no trailing zeros, never an exponent. */
    public static String show(double value, int decimals) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** For programs: every digit, whole numbers without a fraction. */
    public static String exact(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /**
     * The number itself, never {@code -0.0}, so that it means the same wherever it is stored.
     *
     * @throws IllegalArgumentException naming that thing, when the number is infinite or {@code NaN}
     */
    public static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be a finite number but was " + value);
        }
        return value + 0.0;
    }

    /** A share as a percentage, {@code 0.456} as {@code 45.6 %}. */
    public static String percent(double share) {
        return show(share * 100, 1) + " %";
    }

    /** A count with its noun, {@code 1 day}, {@code 2 days}. */
    public static String count(double number, String noun) {
        return show(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
