package io.csm.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What every command understands, written after it or before it. */
@Command(mixinStandardHelpOptions = true, versionProvider = CommandLineApp.Version.class)
final class GlobalOptions {

    /** The name under which a command holds them. */
    static final String MIXIN = "global";

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

    /** Those of a command, and where it has none those that were written before its name. */
    static GlobalOptions of(CommandSpec command) {
        GlobalOptions all = new GlobalOptions();
        for (CommandSpec each = command; each != null; each = each.parent()) {
            if (each.mixins().containsKey(MIXIN)
                    && each.mixins().get(MIXIN).userObject() instanceof GlobalOptions some) {
                all.add(some);
            }
        }
        return all;
    }

    private void add(GlobalOptions outer) {
        json |= outer.json;
        demo |= outer.demo;
        stack |= outer.stack;
        home = home.or(() -> outer.home);
        tenant = tenant.or(() -> outer.tenant);
        user = user.or(() -> outer.user);
    }

    /** How to write them again, for a command that works on the same portfolio. */
    String again() {
        return (demo ? " --demo" : "")
                + home.map(folder -> " --home " + Words.shell(folder.toString()))
                        .orElse("")
                + tenant.map(name -> " --tenant " + Words.shell(name)).orElse("");
    }
}
