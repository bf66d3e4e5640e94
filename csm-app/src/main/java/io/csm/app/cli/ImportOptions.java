package io.csm.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every import understands. */
final class ImportOptions {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The export shows the world as it was then, and CSM learned of it then (default: now).")
    Optional<String> asOf = Optional.empty();

    @Option(names = "--dry-run", description = "Show what would happen and store nothing.")
    boolean dryRun;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Write refused rows there (default: refused- and the name of the file, here); with --mapping"
                    + " it names a folder.")
    Optional<Path> refused = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "The system that ids are of (default: the name of the file, or what the mapping says).")
    Optional<String> source = Optional.empty();
}
