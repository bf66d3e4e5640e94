package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.Csm;
import io.csm.application.health.ReadHistory;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.ScoreChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "Show the scores of an account over time, each change split into its causes.")
final class HistoryCommand extends CsmCommand {

    private static final int BAR = 15;

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "The history up to that day (default: now).")
    private Optional<String> asOf = Optional.empty();

    HistoryCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Instant until = AsOf.orNow(asOf, console().clock());
        try (Csm csm = open()) {
            List<ReadHistory.Point> points = withAccount(
                    account, csm, id -> csm.customerSuccess().readHistory().read(actor(), id, Instant.EPOCH, until));
            if (wantsJson()) {
                printJson(points);
            } else if (points.isEmpty()) {
                console()
                        .say(account + " has no score "
                                + asOf.map(day -> "as of " + day).orElse("yet") + "; csm scan" + global().again()
                                + " scores the portfolio");
            } else {
                print(points);
            }
        }
        return ExitCode.DONE;
    }

    private void print(List<ReadHistory.Point> points) {
        Table table = new Table("lrrlll").head(console(), "day", "score", "change", "", "band", "because of");
        for (ReadHistory.Point point : points) {
            HealthScore score = point.health().score();
            if (point.isScorecardChange()) {
                String mark = "-- scorecard: "
                        + point.change().orElseThrow().previous().scorecard().ref() + " -> "
                        + score.scorecard().ref();
                table.row(cell(""), cell(""), cell(""), cell(""), cell(""), cell(mark, console()::bold));
            }
            table.row(
                    cell(Words.day(score.scoredAt())),
                    cell(Words.score(score.value())),
                    cell(point.change()
                            .map(change -> Words.change(change.total()))
                            .orElse("")),
                    cell(
                            "#".repeat((int) Math.round(score.value() / 100 * BAR)),
                            text -> console().coloured(score.rag(), text)),
                    cell(score.band().label()),
                    cell(point.change().map(HistoryCommand::causes).orElse("first score")));
        }
        table.print(console());
    }

    private static String causes(ScoreChange change) {
        StringBuilder causes = new StringBuilder();
        add(causes, "signals", change.bySignals());
        add(causes, "scorecard", change.byScorecard());
        add(causes, "adjustments", change.byAdjustments());
        return causes.length() == 0 ? "no change" : causes.toString();
    }

    private static void add(StringBuilder causes, String cause, double points) {
        if (!Words.change(points).equals("0.0")) {
            causes.append(causes.length() == 0 ? "" : ", ")
                    .append(cause)
                    .append(' ')
                    .append(Words.change(points));
        }
    }

    private void printJson(List<ReadHistory.Point> points) {
        try (HealthJson json = new HealthJson(console().out())) {
            for (ReadHistory.Point point : points) {
                json.line(fields -> {
                    HealthJson.scored(fields, point.health());
                    fields.writeStringField(
                            "scored_at", point.health().score().scoredAt().toString());
                    fields.writeBooleanField("scorecard_changed", point.isScorecardChange());
                    if (point.change().isPresent()) {
                        HealthJson.change(fields, point.change().get());
                    } else {
                        fields.writeNullField("change");
                    }
                });
            }
        }
    }
}
