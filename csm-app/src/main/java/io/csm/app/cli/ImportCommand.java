package io.csm.app.cli;

import io.csm.app.imports.ExportFolder;
import io.csm.app.imports.FileNames;
import io.csm.app.imports.Mapping;
import io.csm.app.imports.MappingReader;
import io.csm.domain.signal.SignalCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Bring in the exports of another system, with a mapping that says what their columns mean.",
            "Files in CSM's own columns need no mapping: see the commands below."
        })
final class ImportCommand extends ImportingCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "The folder with the exports.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--mapping", paramLabel = "FILE", description = "What the exports mean, as YAML.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "FILE",
            description = "Import this file alone, in place of the one of its name in DIR; a refused- before its name"
                    + " does not count.")
    private Optional<Path> only = Optional.empty();

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (folder.isEmpty() && mapping.isEmpty()) {
            spec().commandLine().usage(spec().commandLine().getErr());
            return ExitCode.USAGE;
        }
        Path exports = folder.orElseThrow(
                () -> Failure.usage("name the folder with the exports: csm import DIR --mapping FILE"));
        if (mapping.isEmpty()) {
            throw Failure.usage("say with --mapping FILE what the exports mean, or import files in CSM's own columns"
                    + " with 'csm import accounts', 'signals' or 'events'");
        }
        if (!Files.isDirectory(exports)) {
            throw Failure.usage(
                    "there is no folder " + exports + (Files.exists(exports) ? "; name the folder it is in" : ""));
        }
        only.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw Failure.usage("there is no file " + file);
        });
        return super.call();
    }

    @Override
    List<Work> work(SignalCatalogue catalogue) {
        ExportFolder exports = new ExportFolder(folder.orElseThrow(), only);
        Mapping files = MappingReader.read(mapping.orElseThrow(), exports, catalogue, options().source);
        if (files.files().isEmpty()) {
            throw Failure.usage("the mapping says nothing about a file "
                    + only.map(file -> FileNames.imported(file.toString())).orElse(""));
        }
        return files.files().stream()
                .map(file -> new Work(file, () -> exports.open(file.file(), file.delimiter())))
                .toList();
    }

    @Override
    Path refusedFile(String name) {
        Path where = options().refused.orElse(Path.of(""));
        if (!where.equals(Path.of("")) && !Files.isDirectory(where)) {
            throw Failure.usage(
                    "--refused must name a folder, for each file has its own refused rows, but " + where + " is none");
        }
        return FileNames.refused(where, name, only);
    }

    @Override
    String again() {
        return "csm import " + Words.shell(folder.orElseThrow().toString())
                + " --mapping " + Words.shell(mapping.orElseThrow().toString())
                + " --only {}"
                + options().source.map(name -> " --source " + Words.shell(name)).orElse("")
                + options().asOf.map(day -> " --as-of " + Words.shell(day)).orElse("")
                + global().again();
    }

    @Override
    boolean isOfAWholeSystem() {
        return true;
    }
}
