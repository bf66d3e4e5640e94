package io.csm.app.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into lines and guards the grammars behind it: a line is bounded, valid UTF-8 and free of characters
 * that no value may hold. Memory stays flat whatever the input; one object serves all lines.
 */
final class Lines implements Closeable {

    static final int LONGEST = 1 << 20;

    private static final int NONE = -1;
    private static final int BLOCK = 1 << 16;
    private static final int LINE_BREAK = 2;
    private static final String TOO_LONG = "the line is longer than 1 MiB";

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] bytes = new byte[BLOCK];
    private ByteBuffer encoded = ByteBuffer.wrap(bytes);
    private char[] chars = new char[BLOCK];
    private CharBuffer decoded = CharBuffer.wrap(chars);

    private int unread;
    private int limit;
    private long number;

    private int start;
    private int end;
    private int nul;
    private int carriageReturn;
    private byte lead;
    private String fault = "";

    Lines(InputStream in) throws IOException {
        this.in = in;
        skipByteOrderMark();
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        begin();
        if (!findEnd()) {
            return false;
        }
        number++;
        if (fault.isEmpty()) {
            stripCarriageReturn();
            findLead();
            judge();
        }
        return true;
    }

    /** Goes to the next line that holds more than white space; false when there is none. */
    boolean nextNotBlank() throws IOException {
        while (next()) {
            if (lead != 0 || !fault.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    long number() {
        return number;
    }

    /** Returns the first byte that is not white space, even of an unsound line. */
    byte lead() {
        return lead;
    }

    boolean isSound() {
        return fault.isEmpty();
    }

    /** Returns the rule that an unsound line breaks. */
    String fault() {
        return fault;
    }

    /** Returns the buffer whose first {@link #length} characters are the line; it is good until {@link #next}. */
    char[] chars() {
        return chars;
    }

    int length() {
        return decoded.position();
    }

    String text() {
        return new String(chars, 0, length());
    }

    /** The line even when it is unsound, with a mark for what is no text; nothing of one that is too long. */
    String readable() {
        if (isSound()) {
            return text();
        }
        return end - start > LONGEST || fault.equals(TOO_LONG)
                ? ""
                : new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void begin() {
        start = unread;
        end = unread;
        nul = NONE;
        carriageReturn = NONE;
        lead = 0;
        fault = "";
        decoded.clear();
    }

    private boolean findEnd() throws IOException {
        while (true) {
            if (scan()) {
                return true;
            }
            if (end - start >= LONGEST + LINE_BREAK) {
                skipTooLong();
                return true;
            }
            if (!fill()) {
                unread = limit;
                return end > start;
            }
        }
    }

    /** Goes on from {@link #end} to the line feed; false when the bytes at hand do not hold it. */
    private boolean scan() {
        byte[] block = bytes;
        int stop = limit;
        int i = end;
        for (; i < stop; i++) {
            byte b = block[i];
            if (b > '\r' || b < 0) {
                continue;
            }
            if (b == '\n') {
                end = i;
                unread = i + 1;
                return true;
            }
            note(b, i - start);
        }
        end = i;
        return false;
    }

    private void note(byte b, int position) {
        if (b == 0 && nul == NONE) {
            nul = position;
        } else if (b == '\r' && carriageReturn == NONE) {
            carriageReturn = position;
        }
    }

    private void skipTooLong() throws IOException {
        findLead();
        fault = TOO_LONG;
        boolean more = true;
        while (more && !scan()) {
            start = end;
            more = fill();
            unread = limit;
        }
    }

    /** Reads on behind {@link #limit}, moving or growing the current line when there is no room. */
    private boolean fill() throws IOException {
        if (limit == bytes.length) {
            makeRoom();
        }
        int count = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(count, 0);
        return count >= 0;
    }

    private void makeRoom() {
        byte[] target = start == 0 ? new byte[Math.min(bytes.length * 2, LONGEST + BLOCK)] : bytes;
        System.arraycopy(bytes, start, target, 0, limit - start);
        if (target != bytes) {
            bytes = target;
            encoded = ByteBuffer.wrap(bytes);
        }
        limit -= start;
        end -= start;
        unread -= start;
        start = 0;
    }

    private void stripCarriageReturn() {
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
    }

    private void findLead() {
        for (int i = start; i < end && lead == 0; i++) {
            byte b = bytes[i];
            lead = b == ' ' || b == '\t' || b == '\r' ? 0 : b;
        }
    }

    private void judge() {
        if (end - start > LONGEST) {
            fault = TOO_LONG;
        } else if (!decode()) {
            fault = invalid(encoded.position());
        } else if (nul != NONE) {
            fault = "the line holds a NUL character at position " + (nul + 1);
        } else if (carriageReturn != NONE && carriageReturn < end - start) {
            fault = "the line holds a carriage return at position " + (carriageReturn + 1)
                    + "; lines end with LF or with CR LF";
        }
    }

    private boolean decode() {
        if (end - start > chars.length) {
            chars = new char[bytes.length];
            decoded = CharBuffer.wrap(chars);
        }
        encoded.clear().limit(end).position(start);
        return !decoder.reset().decode(encoded, decoded, true).isError();
    }

    private String invalid(int at) {
        int value = Byte.toUnsignedInt(bytes[at]);
        String rule = String.format("byte 0x%02X at position %d of the line is not valid UTF-8", value, at - start + 1);
        boolean opensUtf16 = number == 1 && at == start && value >= 0xFE;
        return opensUtf16 ? rule + "; the file looks like UTF-16, save it as UTF-8" : rule;
    }

    private void skipByteOrderMark() throws IOException {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        boolean more = true;
        while (limit < mark.length && more) {
            more = fill();
        }
        if (limit >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length)) {
            unread = mark.length;
        }
    }
}
