package io.csm.app.input;

/**
 * Reads a decimal number out of characters without making a string, to the same double as
 * {@link Double#parseDouble}, but without what that takes beyond decimals (spaces, {@code 1d}, {@code 0x1p3}).
 */
final class Decimal {

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /** So many digits fit a double exactly, hence one division rounds once and is right to the last bit. */
    private static final int EXACT_DIGITS = 15;

    private Decimal() {}

    /** Returns the number, or NaN when the characters spell none. */
    static double parse(char[] chars, int from, int to) {
        int at = from < to && chars[from] == '-' ? from + 1 : from;
        if (at == to || to - at > EXACT_DIGITS) {
            return parseSlowly(chars, from, to);
        }
        long digits = 0;
        int point = -1;
        for (int i = at; i < to; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return parseSlowly(chars, from, to);
            }
        }
        if (point >= 0 && to - at == 1) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / POWERS_OF_TEN[to - 1 - point];
        return at == from ? value : -value;
    }

    private static double parseSlowly(char[] chars, int from, int to) {
        String text = new String(chars, from, to - from);
        return switch (text) {
            case "Infinity", "+Infinity", "INF", "+INF" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
            default -> isPlain(text) ? parsePlain(text) : Double.NaN;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static double parsePlain(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
