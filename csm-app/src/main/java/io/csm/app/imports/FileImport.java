package io.csm.app.imports;

import io.csm.app.imports.FirstRows.First;
import io.csm.app.imports.Intake.Rejected;
import io.csm.app.imports.Intake.Stored;
import io.csm.app.input.Format;
import io.csm.app.input.Refusal;
import io.csm.app.input.Row;
import io.csm.app.input.RowReader;
import io.csm.app.input.RowSink;
import io.csm.application.signal.RefusedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the rows of one file for one target, batch by batch.
 *
 * @param <T> what a row becomes
 */
final class FileImport<T> implements RowSink {

    /** How many rows are one unit of work. */
    static final int BATCH = 5_000;

    private record Pending<T>(FieldValues values, T read) {}

    private final FileMapping mapping;
    private final Intake<T> intake;
    private final RowReader rows;
    private final Instant latest;
    private final FirstRows firstRows;
    private final Optional<RefusedRows> refusedRows;
    private final ImportListener listener;
    private final List<Pending<T>> batch = new ArrayList<>();
    private long read;
    private long stored;
    private long unchanged;
    private long leftOut;
    private long refused;

    FileImport(
            FileMapping mapping,
            Intake<T> intake,
            RowReader rows,
            Instant latest,
            FirstRows firstRows,
            Optional<RefusedRows> refusedRows,
            ImportListener listener) {
        this.mapping = mapping;
        this.intake = intake;
        this.rows = rows;
        this.latest = latest;
        this.firstRows = firstRows;
        this.refusedRows = refusedRows;
        this.listener = listener;
    }

    FileReport run() {
        boolean goesOn = true;
        while (goesOn && rows.next(this)) {
            if (batch.size() == BATCH) {
                store();
                goesOn = !listener.isCancelled();
            }
        }
        store();
        return new FileReport(mapping.file(), mapping.target(), read, stored, unchanged, leftOut, refused);
    }

    @Override
    public void row(Row row) {
        read++;
        SourceRow copy = SourceRow.of(row, rows.columns(), rows.line());
        FieldValues values = new FieldValues(copy, mapping, latest);
        try {
            if (rows.format() == Format.JSON_LINES) {
                mapping.refuseUnknown(copy.columns());
            }
            if (Condition.allMetBy(copy, mapping.when())) {
                take(new Pending<>(values, intake.read(values)));
            } else {
                leftOut++;
            }
        } catch (InvalidCell invalid) {
            refuse(copy, account(values), invalid.column(), invalid.value(), invalid.rule());
        }
    }

    private void take(Pending<T> row) {
        SourceRow source = row.values().row();
        Optional<String> id = intake.id(row.read());
        if (id.isEmpty()) {
            batch.add(row);
            return;
        }
        First here = firstRows.row(mapping.file(), source.line(), row.read());
        Optional<First> before = firstRows.before(id.get(), here);
        if (before.isEmpty()) {
            batch.add(row);
        } else if (before.get().saysTheSame(here)) {
            unchanged++;
        } else {
            String where = (before.get().file().equals(mapping.file())
                    ? ""
                    : " of " + before.get().file());
            String field = mapping.fields().containsKey("id") ? "id" : Target.ACCOUNT_ID;
            throw row.values()
                    .refused(
                            field,
                            row.values().text(field).orElse(""),
                            "stands already, with other content, on line "
                                    + before.get().line() + where);
        }
    }

    private void store() {
        if (batch.isEmpty()) {
            return;
        }
        Stored result = intake.store(batch.stream().map(Pending::read).toList());
        stored += result.stored();
        unchanged += result.unchanged();
        for (Rejected rejected : result.rejected()) {
            FieldValues values = batch.get(rejected.index()).values();
            String column = values.refused(rejected.field(), "", "").column();
            refuse(values.row(), account(values), column, rejected.value(), rejected.rule());
        }
        batch.clear();
    }

    /** As far as it can be read. */
    private static Optional<String> account(FieldValues values) {
        try {
            return values.text(Target.ACCOUNT_ID).map(Refusal::shortened);
        } catch (InvalidCell unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void refused(Refusal refusal) {
        read++;
        refuse(
                SourceRow.unreadable(refusal.line(), rows.line()),
                refusal.accountId(),
                refusal.field().orElse("line"),
                refusal.value().orElse(""),
                refusal.rule());
    }

    private void refuse(SourceRow row, Optional<String> account, String column, String value, String rule) {
        refused++;
        RefusedRow why = new RefusedRow(row.line(), account, column, value, rule);
        refusedRows.ifPresent(file -> file.add(row, why));
        listener.onRefused(mapping.file(), why);
    }
}
