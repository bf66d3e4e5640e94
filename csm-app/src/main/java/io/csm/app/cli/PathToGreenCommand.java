package io.csm.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.csm.app.Csm;
import io.csm.domain.health.PathToGreen;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "path-to-green",
        description = "Find the fewest realistic changes that lift an account to its next band, the cheapest first.")
final class PathToGreenCommand extends CsmCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "From the score as of that day (default: the latest).")
    private Optional<String> asOf = Optional.empty();

    PathToGreenCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Instant at = AsOf.orNow(asOf, console().clock());
        try (Csm csm = open()) {
            List<PathToGreen> paths = withAccount(
                    account, csm, id -> csm.customerSuccess().whatIfAccount().pathToGreen(actor(), id, at));
            if (wantsJson()) {
                printJson(paths);
            } else {
                print(paths);
            }
        }
        return ExitCode.DONE;
    }

    private void print(List<PathToGreen> paths) {
        if (paths.isEmpty()) {
            console().say("No realistic set of changes lifts " + account + " to its next band now.");
            return;
        }
        if (paths.get(0).changes().isEmpty()) {
            console()
                    .say(account + " is in the best band already, at "
                            + Words.score(paths.get(0).before().value()) + ".");
            return;
        }
        int number = 0;
        for (PathToGreen path : paths) {
            number++;
            console()
                    .say(console()
                                    .bold((paths.size() == 1 ? "The way" : "Way " + number) + " to "
                                            + path.target().label())
                            + ": " + Words.score(path.before().value()) + " -> "
                            + Words.score(path.after().value()) + ", effort " + path.effort());
            Table changes = new Table("ll");
            path.changes().forEach(change -> changes.row("", change.sentence()));
            changes.print(console());
        }
    }

    private void printJson(List<PathToGreen> paths) {
        try (HealthJson json = new HealthJson(console().out())) {
            paths.forEach(path -> json.line(fields -> write(fields, path)));
        }
    }

    private void write(JsonGenerator out, PathToGreen path) throws IOException {
        out.writeStringField("account_id", account);
        out.writeNumberField("score", path.before().value());
        out.writeNumberField("score_after", path.after().value());
        out.writeStringField("rag_after", path.after().rag().name());
        out.writeNumberField("effort", path.effort());
        out.writeArrayFieldStart("changes");
        for (PathToGreen.Change change : path.changes()) {
            out.writeStartObject();
            out.writeStringField("signal", change.signal().name());
            out.writeStringField("from", change.signal().show(change.from()));
            out.writeStringField("to", change.signal().show(change.to()));
            out.writeStringField("action", change.lever().action());
            out.writeNumberField("effort", change.lever().effort());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
