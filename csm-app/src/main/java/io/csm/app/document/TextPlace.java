package io.csm.app.document;

import io.csm.domain.health.document.Location;
import org.yaml.snakeyaml.error.Mark;

/** Where in a text something stands, as an editor counts. */
final class TextPlace {

    private TextPlace() {}

    /** The place of the character at that index, lines ending as they may. */
    static Location at(String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            boolean ends = text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1));
            if (ends) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Location(line, text.codePointCount(lineStart, index) + 1);
    }

    /** The place of a mark, which counts from 0. */
    static Location of(Mark mark) {
        return new Location(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
