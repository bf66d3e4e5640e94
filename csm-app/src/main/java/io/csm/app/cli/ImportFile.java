package io.csm.app.cli;

import io.csm.app.imports.FileMapping;
import io.csm.app.imports.FileNames;
import io.csm.app.imports.OwnColumns;
import io.csm.app.imports.Target;
import io.csm.app.input.InputUnreadable;
import io.csm.app.input.RowReader;
import io.csm.app.input.RowRules;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.signal.SignalCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports of files in CSM's own columns. */
abstract class ImportFile extends ImportingCommand {

    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "FILE",
            description = "CSV or JSON lines, packed with gzip or not; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private String file;

    private final Target target;

    ImportFile(Console console, Target target) {
        super(console);
        this.target = target;
    }

    @Command(name = "accounts", description = "Bring in accounts: who they are, what they pay, when they renew.")
    static final class Accounts extends ImportFile {
        Accounts(Console console) {
            super(console, Target.ACCOUNT);
        }
    }

    @Command(name = "signals", description = "Give values for signals, which win over derived ones.")
    static final class Signals extends ImportFile {
        Signals(Console console) {
            super(console, Target.SIGNAL);
        }
    }

    @Command(name = "events", description = "Bring in events, each stored once however often it is sent.")
    static final class Events extends ImportFile {
        Events(Console console) {
            super(console, Target.EVENT);
        }
    }

    private String name() {
        return file.equals(STANDARD_INPUT) ? "standard-input" : FileNames.imported(file);
    }

    private String source() {
        String ofFile = target == Target.SIGNAL ? "file" : FileNames.withoutExtension(name());
        return options().source.orElse(ofFile);
    }

    @Override
    List<Work> work(SignalCatalogue catalogue) {
        RowReader rows = openFile();
        FileMapping mapping = OwnColumns.mapping(name(), target, source(), rows, catalogue);
        List<RefusedRow> mistakes = OwnColumns.mistakes(mapping, rows, catalogue);
        if (!mistakes.isEmpty()) {
            rows.close();
            throw Failure.failed("nothing is imported, for the header of " + name() + " is wrong:\n"
                    + mistakes.stream().map(Refusals::sentence).collect(Collectors.joining("\n")));
        }
        return List.of(new Work(mapping, () -> rows));
    }

    private RowReader openFile() throws InputUnreadable {
        return file.equals(STANDARD_INPUT)
                ? RowReader.over(console().in(), "standard input", RowRules.ANY)
                : RowReader.open(Path.of(file), RowRules.ANY);
    }

    private Optional<Path> path() {
        return file.equals(STANDARD_INPUT) ? Optional.empty() : Optional.of(Path.of(file));
    }

    @Override
    Path refusedFile(String name) {
        options().refused.ifPresent(wanted -> Refusals.mustNotReplace(file, Optional.of(wanted)));
        return options().refused.orElseGet(() -> FileNames.refused(Path.of(""), name, path()));
    }

    @Override
    String again() {
        return "csm import " + spec().name() + " {}"
                + (target == Target.EVENT && !source().equals(FileNames.withoutExtension(name()))
                        ? " --source " + Words.shell(source())
                        : "")
                + options().asOf.map(day -> " --as-of " + Words.shell(day)).orElse("")
                + global().again();
    }
}
