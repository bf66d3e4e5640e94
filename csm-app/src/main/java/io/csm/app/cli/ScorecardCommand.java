package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.Csm;
import io.csm.app.document.ScorecardFiles;
import io.csm.application.health.Scorecards;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The commands about scorecards; shipped ones and files need no database. */
@Command(name = "scorecard", description = "List, show, export, validate and publish scorecards.")
final class ScorecardCommand implements Runnable {

    @Mixin(name = GlobalOptions.MIXIN)
    @SuppressWarnings("UnusedVariable") // picocli gives it back through the spec
    private final GlobalOptions global = new GlobalOptions();

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
                    HealthJson.scorecard(fields, scorecard);
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
            Scorecard scorecard = get(name);
            String document = ScorecardFiles.write(scorecard);
            if (wantsJson()) {
                try (HealthJson json = new HealthJson(console().out())) {
                    json.line(fields -> {
                        HealthJson.scorecard(fields, scorecard);
                        fields.writeStringField("document", document);
                    });
                }
            } else {
                console().out().print(document);
            }
            return ExitCode.DONE;
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
            if (wantsJson()) {
                try (HealthJson json = new HealthJson(console().out())) {
                    json.line(fields -> HealthJson.scorecard(fields, scorecard));
                }
                return ExitCode.DONE;
            }
            print(scorecard);
            return ExitCode.DONE;
        }

        private void print(Scorecard scorecard) {
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
                boolean isNew = csm.customerSuccess().scorecards().publish(actor(), scorecard)
                        == Scorecards.Publication.PUBLISHED;
                if (wantsJson()) {
                    try (HealthJson json = new HealthJson(console().out())) {
                        json.line(fields -> {
                            HealthJson.scorecard(fields, scorecard);
                            fields.writeBooleanField("published", isNew);
                        });
                    }
                } else {
                    console().say(sentence(scorecard, isNew));
                }
            }
            return ExitCode.DONE;
        }

        private String sentence(Scorecard scorecard, boolean isNew) {
            return isNew
                    ? scorecard.ref() + " is published. Use it: csm scan --scorecard " + scorecard.name()
                            + global().again()
                    : scorecard.ref() + " was published before, just so; nothing changed.";
        }
    }
}
