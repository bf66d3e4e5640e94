package io.csm.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command understands. */
final class GlobalOptions {

    @Option(names = "--json", description = "Print one JSON object a line, for programs.")
    boolean json;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the embedded database and csm.yaml are (default: CSM_HOME, or ~/.csm).")
    Optional<Path> home = Optional.empty();

    @Option(names = "--demo", description = "Use the portfolio that the last 'csm demo' left behind.")
    boolean demo;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Act in that tenant (default: default).")
    Optional<String> tenant = Optional.empty();

    @Option(names = "--as", paramLabel = "USER", description = "Act as that user (default: the local administrator).")
    Optional<String> user = Optional.empty();

    @Option(names = "--stack", hidden = true, description = "Print the stack trace of a failure.")
    boolean stack;
}
