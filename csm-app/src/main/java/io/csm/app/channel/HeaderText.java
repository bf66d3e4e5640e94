package io.csm.app.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as a header may carry them. */
final class HeaderText {

    private HeaderText() {}

    /** The text with everything but printable ASCII percent-encoded, so that no text can begin a header of its own. */
    static String of(String text) {
        StringBuilder header = new StringBuilder();
        text.codePoints()
                .forEach(c -> header.append(
                        c >= ' ' && c < 0x7f
                                ? Character.toString(c)
                                : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)));
        return header.toString();
    }
}
