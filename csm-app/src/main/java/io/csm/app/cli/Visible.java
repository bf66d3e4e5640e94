package io.csm.app.cli;

/**
 * Makes text from outside harmless on a terminal: what would steer it, hide text or turn its direction around is shown
 * as an escape such as {@code \u001b}.
 */
final class Visible {

    private Visible() {}

    /** Nothing but visible characters, on one line. */
    static String text(String text) {
        return shown(text, "");
    }

    /** As {@link #text}, but line breaks, tabs and those other characters stay. */
    static String lines(String text, String kept) {
        return shown(text, "\n\t" + kept);
    }

    private static String shown(String text, String kept) {
        if (text.codePoints().noneMatch(character -> isHarmful(character, kept))) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isHarmful(character, kept)) {
                shown.append(String.format(character > 0xFFFF ? "\\U%08x" : "\\u%04x", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.toString();
    }

    private static boolean isHarmful(int character, String kept) {
        return kept.indexOf(character) < 0
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> true;
                    case Character.FORMAT -> !joinsLetters(character);
                    default -> isNone(character);
                };
    }

    /** Set apart for programs such as this one, never to be text; others that are unassigned may just be new. */
    private static boolean isNone(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    /** Some scripts and most emoji are written with these. */
    private static boolean joinsLetters(int character) {
        return character == 0x200C || character == 0x200D;
    }

    /** How many columns of a terminal the text takes: Chinese, Japanese, Korean and emoji take two each. */
    static int width(String text) {
        return text.codePoints().map(Visible::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
    }
}
