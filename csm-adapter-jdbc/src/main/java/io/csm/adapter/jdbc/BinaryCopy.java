package io.csm.adapter.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Feeds a table through the binary form of COPY. */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;
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
