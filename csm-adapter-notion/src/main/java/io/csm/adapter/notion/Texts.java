package io.csm.adapter.notion;

import java.util.ArrayList;
import java.util.List;
import notion.api.v1.model.common.RichTextType;
import notion.api.v1.model.pages.PageProperty.RichText;

/** Texts as Notion takes them. */
final class Texts {

    static final int LONGEST_RICH_TEXT = 2_000;

    /** How JSON writes a character that it escapes. */
    private static final int ESCAPED = 6;

    private static final char LAST_OF_ASCII = 127;

    private Texts() {}

    /** Without control characters, which are no text, and without halves of characters. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.strip().codePoints().forEach(point -> {
            boolean isControl = Character.isISOControl(point) && point != '\n' && point != '\t';
            boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (!isControl) {
                clean.appendCodePoint(isHalf ? '?' : point);
            }
        });
        return clean.toString().strip();
    }

    /** The text in pieces of at most that length, none of which ends within a character. */
    static List<String> pieces(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + longest, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** Only ever plain text: what looks like a mark or a link in it stays what it is. */
    static List<RichText> rich(String text) {
        return pieces(text, LONGEST_RICH_TEXT).stream()
                .map(piece -> new RichText(RichTextType.Text, new RichText.Text(piece)))
                .toList();
    }

    /** How many bytes the text takes in JSON, at most. */
    static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += bytesOf(c);
        }
        return bytes;
    }

    private static int bytesOf(char c) {
        if (c > LAST_OF_ASCII) {
            return 3;
        }
        return Character.isLetterOrDigit(c) || c == ' ' ? 1 : ESCAPED;
    }
}
