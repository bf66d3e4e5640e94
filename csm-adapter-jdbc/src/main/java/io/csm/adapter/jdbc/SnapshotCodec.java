package io.csm.adapter.jdbc;

import io.csm.domain.account.AccountId;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The given values of a snapshot, with their origins, in a few bytes; thirteen signals take about thirty.
 *
 * <pre>
 * layout number    varint
 * presence         one bit for each field of the layout, eight in a byte
 * values           number: Decimals; whole number, date, choice, yes or no: Wholes
 * origins          how many (varint); of each: 0 and its source (empty: derived), or 1 + the origin that has the same
 *                  source; and the time from the snapshot back to it
 * origin of each   its position in as few bits as hold all positions, only when there are several
 * </pre>
 *
 * Assumed values are not stored, they follow from the catalogue.
 */
final class SnapshotCodec {

    /** Stands for the source of what CSM derives, which no other source can be. */
    private static final String DERIVED = "";

    private static final int DEEPEST_SCALE = 14;
    private static final int NO_SCALE = 15;
    private static final double[] POWERS = new double[DEEPEST_SCALE + 1];
    private static final long LARGEST_MANTISSA = 1L << 53;

    /** Whole values lie within 32 bits; this mark says that eight raw bytes follow instead. */
    private static final long RAW = 1L << 34;

    static {
        POWERS[0] = 1;
        for (int scale = 1; scale <= DEEPEST_SCALE; scale++) {
            POWERS[scale] = POWERS[scale - 1] * 10;
        }
    }

    private SnapshotCodec() {}

    /** Appends the snapshot, whose catalogue that layout describes. */
    static void write(SignalSnapshot snapshot, long layoutNo, Bytes out) {
        List<Signal> signals = snapshot.catalogue().signals();
        List<SignalOrigin> origins = new ArrayList<>(1);
        int[] originOf = new int[signals.size()];
        out.varint(layoutNo);
        writePresence(snapshot, signals, origins, originOf, out);
        for (int slot = 0; slot < originOf.length; slot++) {
            if (originOf[slot] >= 0) {
                writeValue(signals.get(slot), snapshot.at(slot), out);
            }
        }
        writeOrigins(snapshot.takenAt(), origins, out);
        if (origins.size() > 1) {
            writePositions(originOf, width(origins.size()), out);
        }
    }

    /** The bits that any position below that number needs. */
    private static int width(int positions) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(positions - 1);
    }

    private static void writePositions(int[] originOf, int width, Bytes out) {
        int bits = 0;
        int count = 0;
        for (int origin : originOf) {
            if (origin >= 0) {
                bits |= origin << count;
                count += width;
            }
            while (count >= Byte.SIZE) {
                out.one(bits);
                bits >>>= Byte.SIZE;
                count -= Byte.SIZE;
            }
        }
        if (count > 0) {
            out.one(bits);
        }
    }

    /** Reads what {@link #writePositions} wrote. */
    private static final class Positions {
        private final Bytes.Reader in;
        private final int width;
        private int bits;
        private int count;

        Positions(int origins, Bytes.Reader in) {
            this.in = in;
            this.width = width(origins);
        }

        int next() {
            while (count < width) {
                bits |= (in.raw(1)[0] & 0xFF) << count;
                count += Byte.SIZE;
            }
            int position = bits & (1 << width) - 1;
            bits >>>= width;
            count -= width;
            return position;
        }
    }

    private static void writePresence(
            SignalSnapshot snapshot, List<Signal> signals, List<SignalOrigin> origins, int[] originOf, Bytes out) {
        int bits = 0;
        for (int slot = 0; slot < originOf.length; slot++) {
            originOf[slot] = -1;
            if (!Double.isNaN(snapshot.at(slot))) {
                Optional<SignalOrigin> origin = snapshot.origin(signals.get(slot));
                if (origin.isPresent()) {
                    originOf[slot] = position(origin.get(), origins);
                    bits |= 1 << (slot & 7);
                }
            }
            if ((slot & 7) == 7 || slot == originOf.length - 1) {
                out.one(bits);
                bits = 0;
            }
        }
    }

    private static int position(SignalOrigin origin, List<SignalOrigin> origins) {
        int position = origins.indexOf(origin);
        if (position >= 0) {
            return position;
        }
        origins.add(origin);
        return origins.size() - 1;
    }

    private static void writeValue(Signal signal, double value, Bytes out) {
        switch (signal.type()) {
            case NUMBER -> writeDecimal(value, out);
            case WHOLE_NUMBER, DATE, CHOICE, YES_NO -> writeWhole(value, out);
        }
    }

    private static void writeWhole(double value, Bytes out) {
        int whole = (int) value;
        if (isSame(whole, value)) {
            out.signedVarint(whole);
        } else {
            out.varint(RAW).eight(Double.doubleToRawLongBits(value));
        }
    }

    private static double readWhole(Bytes.Reader in) {
        long read = in.varint();
        return read == RAW ? Double.longBitsToDouble(in.eight()) : (double) Bytes.unzigzag(read);
    }

    /** The shortest decimal that gives exactly this number: both divide without any other rounding. */
    private static void writeDecimal(double value, Bytes out) {
        for (int scale = 0; scale <= DEEPEST_SCALE; scale++) {
            long mantissa = (long) Math.rint(value * POWERS[scale]);
            if (Math.abs(mantissa) < LARGEST_MANTISSA && isSame(mantissa / POWERS[scale], value)) {
                out.varint(Bytes.zigzag(mantissa) << 4 | scale);
                return;
            }
        }
        out.varint(NO_SCALE).eight(Double.doubleToRawLongBits(value));
    }

    private static double readDecimal(Bytes.Reader in) {
        long read = in.varint();
        int scale = (int) (read & 15);
        return scale == NO_SCALE ? Double.longBitsToDouble(in.eight()) : Bytes.unzigzag(read >>> 4) / POWERS[scale];
    }

    /** To the last bit: -0.0 is not 0.0. */
    private static boolean isSame(double one, double other) {
        return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
    }

    private static void writeOrigins(Instant takenAt, List<SignalOrigin> origins, Bytes out) {
        out.varint(origins.size());
        for (int i = 0; i < origins.size(); i++) {
            SignalOrigin origin = origins.get(i);
            int sameSource = 0;
            while (!origins.get(sameSource).source().equals(origin.source())) {
                sameSource++;
            }
            if (sameSource == i) {
                out.varint(0).text(origin.isDerived() ? DERIVED : origin.source());
            } else {
                out.varint(sameSource + 1L);
            }
            writeAge(Times.micros(takenAt) - Times.micros(origin.observedAt()), out);
        }
    }

    /** Whole seconds, which most are, take fewer bytes than microseconds; the lowest bit tells them apart. */
    private static void writeAge(long micros, Bytes out) {
        boolean seconds = micros % 1_000_000 == 0;
        out.varint(Bytes.zigzag(seconds ? micros / 1_000_000 : micros) << 1 | (seconds ? 1 : 0));
    }

    private static long readAge(Bytes.Reader in) {
        long read = in.varint();
        long age = Bytes.unzigzag(read >>> 1);
        return (read & 1) == 1 ? age * 1_000_000 : age;
    }

    /** Reads a snapshot back into that catalogue, by the names of its signals; what it does not know is left out. */
    static SignalSnapshot read(
            byte[] stored,
            LongFunction<SnapshotLayout> layouts,
            SignalCatalogue catalogue,
            AccountId account,
            Instant takenAt) {
        Bytes.Reader in = new Bytes.Reader(stored);
        List<SnapshotLayout.Field> fields = layouts.apply(in.varint()).fields();
        byte[] presence = in.raw((fields.size() + 7) / 8);
        double[] values = new double[fields.size()];
        for (int field = 0; field < values.length; field++) {
            values[field] = isPresent(presence, field) ? readValue(fields.get(field), in) : Double.NaN;
        }
        List<SignalOrigin> origins = readOrigins(takenAt, in);
        SignalOrigin first = origins.isEmpty() ? new SignalOrigin("none", takenAt) : origins.get(0);
        SignalSnapshot.Builder snapshot = SignalSnapshot.of(catalogue, account, takenAt, first);
        Positions positions = new Positions(origins.size(), in);
        for (int field = 0; field < values.length; field++) {
            if (isPresent(presence, field)) {
                SignalOrigin origin = origins.size() == 1 ? first : origins.get(positions.next());
                put(snapshot, catalogue, fields.get(field), values[field], origin);
            }
        }
        if (!in.isAtEnd()) {
            throw new IllegalStateException("the stored signals are longer than they should be");
        }
        return snapshot.build();
    }

    private static boolean isPresent(byte[] presence, int field) {
        return (presence[field >> 3] & 1 << (field & 7)) != 0;
    }

    private static double readValue(SnapshotLayout.Field field, Bytes.Reader in) {
        return field.type().equals("number") ? readDecimal(in) : readWhole(in);
    }

    private static List<SignalOrigin> readOrigins(Instant takenAt, Bytes.Reader in) {
        int count = (int) in.varint();
        List<SignalOrigin> origins = new ArrayList<>(1);
        for (int i = 0; i < count; i++) {
            int same = (int) in.varint();
            String source = same == 0 ? in.text() : origins.get(same - 1).source();
            origins.add(new SignalOrigin(
                    source.equals(DERIVED) ? SignalOrigin.DERIVED : source,
                    Times.ofMicros(Times.micros(takenAt) - readAge(in))));
        }
        return origins;
    }

    private static void put(
            SignalSnapshot.Builder snapshot,
            SignalCatalogue catalogue,
            SnapshotLayout.Field field,
            double value,
            SignalOrigin origin) {
        Optional<Signal> signal = catalogue.find(field.name());
        if (signal.isPresent()) {
            snapshot.observed(signal.get(), inOptionsOf(signal.get(), field, value), origin);
        }
    }

    /** A choice means its word, wherever the word stands in the options of today. */
    private static double inOptionsOf(Signal signal, SnapshotLayout.Field field, double value) {
        boolean asWritten = !field.isChoice() || field.options().equals(signal.options());
        return asWritten ? value : signal.fromText(field.options().get((int) value));
    }
}
