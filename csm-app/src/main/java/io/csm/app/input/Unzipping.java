package io.csm.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks what is packed with gzip, and passes on everything else as it is. */
final class Unzipping {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private Unzipping() {}

    static InputStream of(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, 2);
        byte[] start = peeked.readNBytes(2);
        peeked.unread(start);
        boolean isPacked =
                start.length == 2 && Byte.toUnsignedInt(start[0]) == FIRST && Byte.toUnsignedInt(start[1]) == SECOND;
        return isPacked ? new GZIPInputStream(peeked) : peeked;
    }
}
