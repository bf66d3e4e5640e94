package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.sample.SamplePortfolio;
import io.csm.application.health.PortfolioSummary;
import io.csm.application.health.port.HealthScoreRepository.Row;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.Rag;
import java.time.LocalDate;
import java.util.List;

/** A portfolio at one glance: bands with revenue, who is most at risk and why, what changed. */
final class SummaryReport {

    private static final int MOST_CHANGES = 5;

    private static final int WIDTH_WITH_NAMES = 120;

    private final Console console;
    private final boolean json;

    SummaryReport(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    void print(SamplePortfolio sample, LocalDate day, PortfolioSummary summary) {
        if (json) {
            printJson(summary);
            return;
        }
        console.say(console.bold(sample.vendor()) + ", " + Words.count(summary.accounts(), "customer") + " on " + day
                + " (a sample; no company in it is real)");
        console.say("");
        bands(summary);
        console.say("churn risk: " + ScanReport.risks(summary.byRisk()));
        console.say("signals stand behind " + Words.percent(summary.meanCoverage()) + " of the scores on average");
        console.say("");
        mostAtRisk(summary.mostAtRisk());
        console.say("");
        changes(summary);
    }

    private void bands(PortfolioSummary summary) {
        Table table = new Table("lrrrr").head(console, "band", "accounts", "share", "a month ago", "ARR");
        for (PortfolioSummary.Slice slice : summary.slices()) {
            table.row(
                    cell(slice.rag().name(), text -> console.coloured(slice.rag(), text)),
                    cell(Words.count(slice.accounts())),
                    cell(Words.percent((double) slice.accounts() / Math.max(1, summary.accounts()))),
                    cell(Words.count(slice.earlier())),
                    cell(Words.money(slice.arr())));
        }
        table.print(console);
    }

    private void mostAtRisk(List<Row> rows) {
        console.say(console.bold("Most at risk"));
        String name = hasRoomForNames() ? "name" : "";
        Table table =
                new Table("llrrlll").head(console, "account", name, "ARR", "score", "band", "risk", "first of all");
        for (Row row : rows) {
            AccountHealth health = row.latest();
            Rag rag = health.score().rag();
            table.row(
                    cell(row.account().id().value()),
                    cell(hasRoomForNames() ? row.account().name() : ""),
                    cell(row.account().arr().map(Words::money).orElse("-")),
                    cell(Words.score(health.score().value())),
                    cell(rag.name(), text -> console.coloured(rag, text)),
                    cell(health.risk().code()),
                    cell(Reasons.first(health)));
        }
        table.print(console);
    }

    private boolean hasRoomForNames() {
        return console.width() >= WIDTH_WITH_NAMES;
    }

    private void changes(PortfolioSummary summary) {
        console.say(console.bold("Since last month") + ": " + Words.count(summary.fellCount(), "account")
                + " fell to a worse band, " + Words.count(summary.roseCount()) + " rose to a better one");
        Table table = new Table("lllrl");
        changes(table, "fell", summary.fell());
        changes(table, "rose", summary.rose());
        table.print(console);
    }

    private void changes(Table table, String direction, List<Row> rows) {
        for (Row row : rows.subList(0, Math.min(MOST_CHANGES, rows.size()))) {
            AccountHealth before = row.earlier().orElseThrow();
            double change = row.latest().score().value() - before.score().value();
            Rag now = row.latest().score().rag();
            table.row(
                    cell(direction),
                    cell(row.account().id().value()),
                    cell(hasRoomForNames() ? row.account().name() : ""),
                    cell(Words.change(change)),
                    cell(before.score().rag() + " -> " + now, text -> console.coloured(now, text)));
        }
    }

    /** What to ask next. */
    void lookCloser(PortfolioSummary summary) {
        if (summary.mostAtRisk().isEmpty()) {
            return;
        }
        String first = summary.mostAtRisk().get(0).account().id().value();
        console.say(console.bold("Look closer"));
        Table table = new Table("ll");
        table.row("./csm explain " + first + " --demo", "every point of its score, and what changed");
        table.row("./csm narrative " + first + " --demo", "why it may leave, and all that can be done");
        table.row("./csm alerts --demo", "who needs somebody, the worst first");
        table.row("./csm history " + first + " --demo", "how it came to this, month by month");
        table.row("./csm path-to-green " + first + " --demo", "the fewest changes that would lift it");
        table.row("./csm what-if " + first + " usage_trend=growing --demo", "try a change; nothing is stored");
        table.row("./csm scorecard export csm-standard --out mine.yaml", "make the scorecard your own");
        table.print(console);
    }

    private void printJson(PortfolioSummary summary) {
        try (HealthJson lines = new HealthJson(console.out())) {
            for (Row row : summary.mostAtRisk()) {
                lines.line(fields -> {
                    HealthJson.scored(fields, row.latest());
                    fields.writeStringField("name", row.account().name());
                    fields.writeStringField("first_reason", Reasons.first(row.latest()));
                });
            }
        }
    }
}
