package io.csm.app.signals;

import io.csm.app.input.Format;
import io.csm.app.input.Refusal;
import io.csm.app.input.Row;
import io.csm.app.input.RowReader;
import io.csm.app.input.RowSink;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.AccountId;
import io.csm.domain.health.Scorecard;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The snapshots of a signals file: CSV or JSON lines, one account a row. A row that breaks a rule is refused by itself;
 * a CSV header that no row could satisfy is refused as a whole.
 */
public final class FileSignals implements SignalSource {

    private final RowReader rows;
    private final String fingerprint;
    private final SignalCatalogue catalogue;
    private final Instant asOf;
    private final SignalOrigin origin;
    private final List<RefusedRow> badHeader;

    /**
     * Reads the rows as signals observed at that instant.
     *
     * @param fingerprint names the content for resuming; empty when it cannot be read again
     * @param scorecard whose own signals are understood, and whose required ones must have a column
     */
    public FileSignals(RowReader rows, String fingerprint, Scorecard scorecard, Instant asOf) {
        this.rows = rows;
        this.fingerprint = fingerprint;
        this.catalogue = scorecard.catalogue();
        this.asOf = asOf;
        this.origin = new SignalOrigin("file", asOf);
        this.badHeader =
                rows.format() == Format.CSV ? SignalColumns.judge(rows.columns(), scorecard) : new ArrayList<>();
    }

    @Override
    public boolean next(Sink sink) {
        if (!badHeader.isEmpty()) {
            badHeader.forEach(sink::refused);
            badHeader.clear();
            rows.close();
            return false;
        }
        return rows.next(new RowSink() {
            @Override
            public void row(Row row) {
                take(row, sink);
            }

            @Override
            public void refused(Refusal refusal) {
                sink.refused(new RefusedRow(
                        refusal.line(),
                        refusal.accountId(),
                        refusal.field().orElse("line"),
                        refusal.value().orElse(""),
                        refusal.rule()));
            }
        });
    }

    private void take(Row row, Sink sink) {
        SignalSnapshot snapshot;
        try {
            snapshot = read(row);
        } catch (InvalidSignal invalid) {
            sink.refused(RefusedRow.of(row.line(), invalid.of(new AccountId(row.accountId()))));
            return;
        } catch (IllegalArgumentException badId) {
            sink.refused(new RefusedRow(
                    row.line(),
                    Optional.empty(),
                    SignalColumns.ACCOUNT_ID,
                    Refusal.shortened(row.accountId()),
                    ruleOf(badId)));
            return;
        }
        sink.snapshot(row.line(), snapshot);
    }

    /** The rule of an account id, which is told after the name of the field. */
    private static String ruleOf(IllegalArgumentException badId) {
        return String.valueOf(badId.getMessage()).replaceFirst("^account id ", "");
    }

    private SignalSnapshot read(Row row) {
        SignalSnapshot.Builder snapshot = SignalSnapshot.of(catalogue, new AccountId(row.accountId()), asOf, origin);
        for (int field = 0; field < row.size(); field++) {
            String name = row.name(field);
            if (!name.equals(SignalColumns.ACCOUNT_ID)) {
                put(snapshot, catalogue.get(name), row, field);
            }
        }
        return snapshot.build();
    }

    private void put(SignalSnapshot.Builder snapshot, Signal signal, Row row, int field) {
        switch (row.kind(field)) {
            case ABSENT -> {}
            case TEXT -> putText(snapshot, signal, row, field);
            case NUMBER -> snapshot.number(signal, row.number(field));
            case BOOLEAN -> snapshot.flag(signal, row.isText(field, "true"));
            case NULL -> snapshot.nothing(signal);
            case NESTED -> throw new IllegalStateException("a reader of signals refuses nested values");
        }
    }

    private void putText(SignalSnapshot.Builder snapshot, Signal signal, Row row, int field) {
        boolean isNumber = signal.type() == SignalType.NUMBER || signal.type() == SignalType.WHOLE_NUMBER;
        if (isNumber && rows.format() == Format.JSON_LINES) {
            throw new InvalidSignal(signal.name(), "\"" + row.text(field) + "\"", signal.rule());
        }
        snapshot.text(signal, row.text(field));
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() {
        rows.close();
    }
}
