package io.csm.app.document;

import io.csm.domain.health.document.Location;
import io.csm.domain.health.document.ScorecardMistake;
import io.csm.domain.health.document.ScorecardMistakes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes bytes for text only when they are. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // which reports instead of replacing
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            throw new ScorecardMistakes(List.of(new ScorecardMistake(
                    end(decoded), "this is not UTF-8 text; save the file with the encoding UTF-8")));
        }
        return decoded;
    }

    /** Where the text ends. */
    private static Location end(String text) {
        return TextPlace.at(text, text.length());
    }
}
