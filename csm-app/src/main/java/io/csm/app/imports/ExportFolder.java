package io.csm.app.imports;

import io.csm.app.input.Format;
import io.csm.app.input.InputUnreadable;
import io.csm.app.input.Refusal;
import io.csm.app.input.Row;
import io.csm.app.input.RowReader;
import io.csm.app.input.RowRules;
import io.csm.app.input.RowSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with the exports of another system.
 *
 * @param folder where they are
 * @param only the one file to import, which stands in for the one of its name in the folder; empty: all
 */
public record ExportFolder(Path folder, Optional<Path> only) {

    private static final String PACKED = ".gz";

    /** Whether the file of that name is to be imported. */
    public boolean isWanted(String name) {
        return only.isEmpty() || standsInFor(name);
    }

    private boolean standsInFor(String name) {
        return only.map(file -> FileNames.imported(file.toString()))
                .filter(name::equals)
                .isPresent();
    }

    /** The file of that name, packed or not. */
    Optional<Path> find(String name) {
        if (standsInFor(name)) {
            return only;
        }
        return Stream.of(folder.resolve(name), folder.resolve(name + PACKED))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The names of the files that there are. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FileNames.unpacked(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Opens the file of that name, whose CSV cells stand apart by that.
     *
     * @throws InputUnreadable when it is not there or cannot be read
     */
    public RowReader open(String name, char delimiter) {
        return RowReader.open(find(name).orElse(folder.resolve(name)), RowRules.ANY.withDelimiter(delimiter));
    }

    /**
     * What the first line of a file says.
     *
     * @param columns the names of its columns; empty when it has no header
     * @param fault what is wrong with it; empty when nothing is
     */
    record Header(List<String> columns, Optional<String> fault) {}

    Header header(String name, char delimiter) {
        try (RowReader rows = open(name, delimiter)) {
            return rows.format() == Format.CSV && rows.columns().isEmpty()
                    ? new Header(List.of(), Optional.of(fault(rows)))
                    : new Header(rows.columns(), Optional.empty());
        } catch (InputUnreadable unreadable) {
            return new Header(List.of(), Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static String fault(RowReader rows) {
        List<String> faults = new ArrayList<>();
        rows.next(new RowSink() {
            @Override
            public void row(Row row) {
                throw new IllegalStateException("a header that is refused has no rows");
            }

            @Override
            public void refused(Refusal refusal) {
                faults.add(refusal.field().map(field -> field + ": ").orElse("") + refusal.rule());
            }
        });
        return String.join("; ", faults);
    }
}
