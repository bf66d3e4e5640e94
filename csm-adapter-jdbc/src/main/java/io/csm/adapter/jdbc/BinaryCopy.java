package io.csm.adapter.jdbc;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Feeds a table through the binary form of COPY. */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;
    private static final int DAYS_TO_2000 = 10_957;
    private static final int JSONB_VERSION = 1;
    private static final int NEGATIVE = 0x4000;
    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final Bytes row = new Bytes();

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** Writes rows. */
    @FunctionalInterface
    interface Rows {
        void writeTo(BinaryCopy copy) throws SQLException;
    }

    /** Runs {@code copy ... from stdin (format binary)}. */
    static void into(Handle handle, String statement, Rows rows) throws SQLException {
        CopyIn copy =
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            BinaryCopy binary = new BinaryCopy(copy);
            binary.row.raw(SIGNATURE, SIGNATURE.length).four(0).four(0);
            rows.writeTo(binary);
            binary.row.two(-1);
            binary.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Begins a row of that many columns. */
    void row(int columns) throws SQLException {
        if (row.size() > CHUNK) {
            flush();
        }
        row.two(columns);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        row.four(utf8.length).raw(utf8, utf8.length);
    }

    /** One column: the value, or null where there is none. */
    <T> void optional(Optional<T> value, Consumer<T> write) {
        value.ifPresentOrElse(write, () -> row.four(-1));
    }

    /** A document of the type jsonb. */
    void json(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        row.four(utf8.length + 1).one(JSONB_VERSION).raw(utf8, utf8.length);
    }

    void uuid(UUID value) {
        row.four(16).eight(value.getMostSignificantBits()).eight(value.getLeastSignificantBits());
    }

    void smallNumber(int value) {
        row.four(2).two(value);
    }

    void wholeNumber(int value) {
        row.four(4).four(value);
    }

    void bigNumber(long value) {
        row.four(8).eight(value);
    }

    void yesOrNo(boolean value) {
        row.four(1).one(value ? 1 : 0);
    }

    void day(LocalDate value) {
        row.four(4).four(Math.toIntExact(value.toEpochDay() - DAYS_TO_2000));
    }

    /** Exact, in groups of four digits as PostgreSQL keeps them. */
    void decimal(BigDecimal value) {
        BigDecimal exact = value.scale() < 0 ? value.setScale(0) : value;
        int groupsOfFraction = (exact.scale() + 3) / 4;
        String digits = exact.unscaledValue().abs() + "0".repeat(groupsOfFraction * 4 - exact.scale());
        String whole = "0".repeat((4 - digits.length() % 4) % 4) + digits;
        int groups = whole.length() / 4;
        row.four(8 + 2 * groups).two(groups).two(groups - groupsOfFraction - 1);
        row.two(exact.signum() < 0 ? NEGATIVE : 0).two(exact.scale());
        for (int i = 0; i < groups; i++) {
            row.two(Integer.parseInt(whole, i * 4, i * 4 + 4, 10));
        }
    }

    void timestamp(Instant value) {
        row.four(8).eight(Times.micros(value) - MICROS_TO_2000);
    }

    void number(double value) {
        row.four(8).eight(Double.doubleToRawLongBits(value));
    }

    void letter(char value) {
        row.four(1).one(value);
    }

    void bytes(Bytes value) {
        row.four(value.size()).raw(value.array(), value.size());
    }

    private void flush() throws SQLException {
        copy.writeToCopy(row.array(), 0, row.size());
        row.clear();
    }
}
