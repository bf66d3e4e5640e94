package io.csm.app.imports;

import io.csm.app.input.RowReader;
import io.csm.application.event.IngestEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Imports files one after the other. Rows are stored in batches of 5,000, each of them whole or not at all; a row that
 * cannot be taken costs no other row anything. Importing the same again stores nothing new.
 */
public final class Importer implements AutoCloseable {

    private final Recipient to;
    private final Function<String, Optional<Path>> refusedFiles;
    private final ImportListener listener;
    private final Map<Target, FirstRows> facts = new EnumMap<>(Target.class);
    private final Map<String, RefusedRows> refusedRows = new LinkedHashMap<>();

    /** Refused rows of a file are written to the one that {@code refusedFiles} names for it, if any. */
    public Importer(Recipient to, Function<String, Optional<Path>> refusedFiles, ImportListener listener) {
        this.to = to;
        this.refusedFiles = refusedFiles;
        this.listener = listener;
    }

    /** Imports the rows as the mapping says. */
    public FileReport add(FileMapping mapping, RowReader rows) {
        return switch (mapping.target()) {
            case ACCOUNT -> run(mapping, rows, new AccountIntake(to));
            case USER -> run(mapping, rows, new UserIntake(to));
            case SIGNAL -> run(mapping, rows, new SignalIntake(to));
            case EVENT -> run(mapping, rows, new EventIntake(to));
            case CONTACT -> run(mapping, rows, new FactIntake(to, FactReaders::contact));
            case SUBSCRIPTION -> run(mapping, rows, new FactIntake(to, FactReaders::subscription));
            case INVOICE -> run(mapping, rows, new FactIntake(to, FactReaders::invoice));
            case TICKET -> run(mapping, rows, new FactIntake(to, FactReaders::ticket));
            case TOUCHPOINT -> run(mapping, rows, new FactIntake(to, FactReaders::touchpoint));
        };
    }

    private FileReport run(FileMapping mapping, RowReader rows, Intake<?> intake) {
        Instant latest = to.receivedAt().plus(IngestEvents.AHEAD);
        Optional<RefusedRows> refused = refusedFiles
                .apply(mapping.file())
                .map(file -> refusedRows.computeIfAbsent(
                        mapping.file(),
                        name -> new RefusedRows(file, rows.format(), rows.columns(), mapping.delimiter())));
        return new FileImport<>(mapping, intake, rows, latest, firstRows(mapping.target()), refused, listener).run();
    }

    /** Two files may each say something of one account; a fact stands in one place only. */
    private FirstRows firstRows(Target target) {
        return switch (target) {
            case ACCOUNT, USER, SIGNAL, EVENT -> new FirstRows();
            case CONTACT, SUBSCRIPTION, INVOICE, TICKET, TOUCHPOINT ->
                facts.computeIfAbsent(target, any -> new FirstRows());
        };
    }

    /** The files that were made for refused rows. */
    public List<Path> refusedFiles() {
        return refusedRows.values().stream()
                .flatMap(rows -> rows.file().stream())
                .toList();
    }

    /** Does the same work and then undoes all that it stored. */
    public <T> T tryOut(Supplier<T> work) {
        try {
            return to.success().ports().unitOfWork().commit(to.actor().tenant(), () -> {
                throw new TriedOut(work.get());
            });
        } catch (TriedOut done) {
            @SuppressWarnings("unchecked") // it was thrown above
            T result = (T) done.result;
            return result;
        }
    }

    /** Undoes a unit of work that went well. */
    private static final class TriedOut extends RuntimeException {
        private final transient Object result;

        TriedOut(Object result) {
            super("tried out");
            this.result = result;
        }
    }

    @Override
    public void close() {
        refusedRows.values().forEach(RefusedRows::close);
    }
}
