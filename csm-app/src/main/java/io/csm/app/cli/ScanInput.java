package io.csm.app.cli;

import io.csm.app.input.RowReader;
import io.csm.app.signals.FileSignals;
import io.csm.app.signals.SignalsFile;
import io.csm.app.warehouse.Warehouse;
import io.csm.app.warehouse.WarehouseSettings;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.health.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Signals that come from outside of the stored portfolio. */
interface ScanInput extends AutoCloseable {

    /** How the command line named it, to be named again. */
    String option();

    /** Names the content for resuming an interrupted scan; empty when nobody can promise that it stays the same. */
    String fingerprint();

    SignalSource signals(Scorecard scorecard, Instant asOf);

    @Override
    void close();

    /** A signals file; {@code -} is standard input. */
    static ScanInput file(String name, InputStream standardInput) {
        RowReader rows = SignalsFile.open(name, standardInput);
        return new ScanInput() {
            @Override
            public String option() {
                return "--signals " + Words.shell(name);
            }

            @Override
            public String fingerprint() {
                return SignalsFile.fingerprint(name);
            }

            @Override
            public SignalSource signals(Scorecard scorecard, Instant asOf) {
                return new FileSignals(rows, fingerprint(), scorecard, asOf);
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    /** A query against the warehouse. */
    static ScanInput warehouse(Path query, WarehouseSettings settings, Path drivers) {
        String sql = text(query);
        return new ScanInput() {
            @Override
            public String option() {
                return "--warehouse " + Words.shell(query.toString());
            }

            @Override
            public String fingerprint() {
                return "";
            }

            @Override
            public SignalSource signals(Scorecard scorecard, Instant asOf) {
                return new Warehouse(settings, drivers).ask(sql, scorecard, asOf);
            }

            @Override
            public void close() {
                // the signals close what they opened
            }
        };
    }

    private static String text(Path query) {
        try {
            String sql = Files.readString(query).strip();
            if (sql.isEmpty()) {
                throw Failure.usage("the file " + query + " of --warehouse holds no query");
            }
            return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the file " + query + " of --warehouse cannot be read: " + Failures.reason(unreadable), unreadable);
        }
    }
}
