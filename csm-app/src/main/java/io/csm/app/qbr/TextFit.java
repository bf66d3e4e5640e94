package io.csm.app.qbr;

/**
 * How much room text takes on a slide. The letters are those of whoever opens it, so that widths are estimated, rather
 * too wide than too narrow.
 */
final class TextFit {

    /** From one line of text to the next, as a share of its size. */
    static final double LINE = 1.22;

    private static final double NARROW = 0.3;
    private static final double USUAL = 0.53;
    private static final double WIDE = 0.7;
    private static final double SQUARE = 1.05;
    private static final String MORE = "\u2026";

    private TextFit() {}

    /** The lines that a text takes when its words are wrapped. */
    static int lines(String text, double size, double width) {
        int lines = 1;
        double used = 0;
        double space = NARROW * size;
        for (String word : text.split(" ", -1)) {
            double length = width(word, size);
            if (used > 0 && used + space + length > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? space : 0) + length;
            while (used > width) {
                lines++;
                used -= width;
            }
        }
        return lines;
    }

    static double height(String text, double size, double width) {
        return lines(text, size, width) * size * LINE;
    }

    /** The text, shortened at a word to that many lines. */
    static String cut(String text, double size, double width, int lines) {
        if (lines(text, size, width) <= lines) {
            return text;
        }
        int end = text.length();
        while (end > 0 && lines(text.substring(0, end).strip() + MORE, size, width) > lines) {
            int space = text.lastIndexOf(' ', end - 1);
            end = space > end - 24 && space > 0 ? space : text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + MORE;
    }

    private static double width(String word, double size) {
        return size * word.codePoints().mapToDouble(TextFit::share).sum();
    }

    private static double share(int letter) {
        if ("iljtfrI.,:;'|!()[]-/ ".indexOf(letter) >= 0) {
            return NARROW + 0.04;
        }
        if (letter > 0x2E00) {
            return SQUARE;
        }
        return letter == 'm' || letter == 'w' || letter == 'M' || letter == 'W' || Character.isUpperCase(letter)
                ? WIDE
                : USUAL;
    }
}
