package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.Csm;
import io.csm.app.document.ScorecardFiles;
import io.csm.application.health.Scorecards;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.Figures;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about scorecards; shipped ones and files need no database. */
@Command(name = "scorecard", description = "List, show, export, validate and publish scorecards.")
final class ScorecardCommand implements Runnable {

    @Override
    public void run() {
        throw Failure.usage("say what to do: csm scorecard list, show, export, validate or publish");
    }

    /** What these commands share: where a scorecard of some name is found. */
    abstract static class WithScorecards extends CsmCommand {

        WithScorecards(Console console) {
            super(console);
        }

        final Scorecard get(String asked) {
            Optional<Scorecard> shipped = ShippedScorecards.find(asked.replaceFirst("@1$", ""));
            if (shipped.isPresent()) {
                return shipped.get();
            }
            try (Csm csm = open()) {
                return csm.customerSuccess().scorecards().get(actor(), asked);
            }
        }
    }

    @Command(name = "list", description = "List the scorecards that can be used.")
    static final class ListThem extends WithScorecards {

        ListThem(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            try (Csm csm = open()) {
                List<Scorecard> all = csm.customerSuccess().scorecards().list(actor());
                if (wantsJson()) {
                    printJson(all);
                } else {
                    print(all);
                }
            }
            return ExitCode.DONE;
        }

        private void print(List<Scorecard> all) {
            Table table = new Table("lrrl").head(console(), "name", "version", "measures", "");
            all.forEach(scorecard -> table.row(
                    cell(scorecard.name(), console()::bold),
                    cell(Integer.toString(scorecard.version())),
                    cell(Integer.toString(scorecard.measures().size())),
                    cell(isShipped(scorecard) ? "shipped" : "published")));
            table.print(console());
        }

        private void printJson(List<Scorecard> all) {
            try (HealthJson json = new HealthJson(console().out())) {
                all.forEach(scorecard -> json.line(fields -> {
                    fields.writeStringField("name", scorecard.name());
                    fields.writeNumberField("version", scorecard.version());
                    fields.writeNumberField("measures", scorecard.measures().size());
                    fields.writeBooleanField("shipped", isShipped(scorecard));
                }));
            }
        }

        private static boolean isShipped(Scorecard scorecard) {
            return ShippedScorecards.find(scorecard.name()).isPresent();
        }
    }

    @Command(name = "show", description = "Show a scorecard as the document that it is.")
    static final class Show extends WithScorecards {

        @Parameters(paramLabel = "NAME", description = "A name, or name@version.")
        private String name = "";

        Show(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            console().out().print(ScorecardFiles.write(get(name)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "export", description = "Write a scorecard to a file, to be edited and published as your own.")
    static final class Export extends WithScorecards {

        @Parameters(paramLabel = "NAME", description = "A name, or name@version.")
        private String name = "";

        @Option(names = "--name", paramLabel = "OWN", description = "Your name for it (default: my-NAME if shipped).")
        private Optional<String> own = Optional.empty();

        @Option(names = "--out", paramLabel = "FILE", description = "The file (default: standard output).")
        private Optional<Path> file = Optional.empty();

        Export(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            Scorecard exported = renamed(get(name));
            String document = ScorecardFiles.write(exported);
            if (file.isEmpty()) {
                console().out().print(document);
            } else {
                write(file.get(), document);
                console()
                        .say(exported.ref() + " is in " + file.get() + "; edit it, then: csm scorecard publish "
                                + file.get());
            }
            return ExitCode.DONE;
        }

        /** A shipped name cannot be published again; a published one goes on with its next version. */
        private Scorecard renamed(Scorecard scorecard) {
            boolean shipped = ShippedScorecards.find(scorecard.name()).isPresent();
            String to = own.orElse(shipped ? "my-" + scorecard.name() : scorecard.name());
            int version = to.equals(scorecard.name()) ? scorecard.version() + 1 : 1;
            return scorecard.named(new ScorecardRef(to, version));
        }

        private static void write(Path file, String document) {
            try {
                Files.writeString(file, document, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException exists) {
                throw Failure.failed(file + " exists already; nothing was written");
            } catch (IOException denied) {
                throw Failure.failed(file + " cannot be written: " + denied.getMessage());
            }
        }
    }

    @Command(name = "validate", description = "Say what is wrong with a scorecard file, by line and column.")
    static final class Validate extends CsmCommand {

        @Parameters(paramLabel = "FILE", description = "A YAML file.")
        private Path file = Path.of("");

        Validate(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            Scorecard scorecard = ScorecardFiles.read(file);
            double points = scorecard.measures().stream()
                    .mapToDouble(measure -> measure.weight().value())
                    .sum();
            console()
                    .say(file + " is sound: " + scorecard.ref() + ", "
                            + Words.count(scorecard.measures().size(), "measure")
                            + (scorecard.groups().size() == 1
                                    ? ", " + Figures.show(points) + " in all"
                                    : " in " + scorecard.groups().size() + " groups")
                            + ", GREEN from "
                            + Figures.show(scorecard.bands().green().from())
                            + ", AMBER from "
                            + Figures.show(scorecard.bands().amber().from()) + ".");
            return ExitCode.DONE;
        }
    }

    @Command(name = "publish", description = "Publish a scorecard file; what is published never changes.")
    static final class Publish extends CsmCommand {

        @Parameters(paramLabel = "FILE", description = "A YAML file.")
        private Path file = Path.of("");

        Publish(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            Scorecard scorecard = ScorecardFiles.read(file);
            try (Csm csm = open()) {
                Scorecards.Publication done = csm.customerSuccess().scorecards().publish(actor(), scorecard);
                console()
                        .say(
                                done == Scorecards.Publication.PUBLISHED
                                        ? scorecard.ref() + " is published. Use it: csm scan --scorecard "
                                                + scorecard.name()
                                        : scorecard.ref() + " was published before, just so; nothing changed.");
            }
            return ExitCode.DONE;
        }
    }
}
