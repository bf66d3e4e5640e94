package io.csm.app.cli;

import io.csm.app.document.ScorecardFiles;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Write a scorecard to a file, to be edited and published as your own.")
final class ExportScorecard extends ScorecardCommand.WithScorecards {

    @Parameters(paramLabel = "NAME", description = "A name, or name@version.")
    private String name = "";

    @Option(names = "--name", paramLabel = "OWN", description = "Your name for it (default: my-NAME if shipped).")
    private Optional<String> own = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "The file (default: standard output).")
    private Optional<Path> file = Optional.empty();

    ExportScorecard(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Scorecard exported = renamed(get(name));
        String document = ScorecardFiles.write(exported);
        file.ifPresent(to -> write(to, document));
        if (wantsJson()) {
            printJson(exported, document);
        } else {
            console().out().print(file.map(to -> whatNext(exported, to)).orElse(document));
        }
        return ExitCode.DONE;
    }

    private String whatNext(Scorecard exported, Path to) {
        return Visible.text(exported.ref() + " is in " + to + "; edit it, then: csm scorecard publish "
                        + Words.shell(to.toString()) + global().again())
                + System.lineSeparator();
    }

    private void printJson(Scorecard exported, String document) {
        try (HealthJson json = new HealthJson(console().out())) {
            json.line(fields -> {
                HealthJson.scorecard(fields, exported);
                if (file.isPresent()) {
                    fields.writeStringField("file", file.get().toString());
                } else {
                    fields.writeStringField("document", document);
                }
            });
        }
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
            throw Failure.failed(file + " cannot be written: " + Failures.reason(denied));
        }
    }
}
