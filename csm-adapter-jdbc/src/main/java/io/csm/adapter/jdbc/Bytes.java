package io.csm.adapter.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing row of bytes, most significant byte first as PostgreSQL has it. */
final class Bytes {

    private byte[] bytes = new byte[256];
    private int size;

    Bytes clear() {
        size = 0;
        return this;
    }

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    Bytes one(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    Bytes two(int value) {
        return one(value >> 8).one(value);
    }

    Bytes four(int value) {
        return two(value >> 16).two(value);
    }

    Bytes eight(long value) {
        return four((int) (value >> 32)).four((int) value);
    }

    Bytes raw(byte[] source, int length) {
        room(length);
        System.arraycopy(source, 0, bytes, size, length);
        size += length;
        return this;
    }

    /** A number of at least 0 in as few bytes as it needs, seven bits in each. */
    Bytes varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            one((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return one((int) rest);
    }

    /** A number near 0, of either sign, in as few bytes as it needs. */
    Bytes signedVarint(long value) {
        return varint(zigzag(value));
    }

    /** The bytes of the text alone, without their number. */
    Bytes utf8(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return raw(utf8, utf8.length);
    }

    Bytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return varint(utf8.length).raw(utf8, utf8.length);
    }

    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** Reads what was written, in the same order. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isAtEnd() {
            return at == bytes.length;
        }

        int one() {
            if (at == bytes.length) {
                throw new IllegalStateException("the stored signals end too early");
            }
            return bytes[at++] & 0xFF;
        }

        long eight() {
            long value = 0;
            for (int i = 0; i < 8; i++) {
                value = value << 8 | one();
            }
            return value;
        }

        byte[] raw(int length) {
            if (length < 0 || length > bytes.length - at) {
                throw new IllegalStateException("the stored signals end too early");
            }
            at += length;
            return Arrays.copyOfRange(bytes, at - length, at);
        }

        long varint() {
            long value = 0;
            int shift = 0;
            int next;
            do {
                next = one();
                value |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next > 0x7F);
            return value;
        }

        long signedVarint() {
            return unzigzag(varint());
        }

        String text() {
            return new String(raw((int) varint()), StandardCharsets.UTF_8);
        }
    }
}
