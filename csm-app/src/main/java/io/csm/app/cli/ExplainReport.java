package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import com.fasterxml.jackson.core.JsonGenerator;
import io.csm.application.health.Explanation;
import io.csm.application.health.SignalTrace;
import io.csm.domain.account.Account;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnAssessment;
import io.csm.domain.health.AdjustmentOutcome;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.ScoreChange;
import io.csm.domain.signal.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every point of one score, with its sentence, its inputs, and what changed. */
final class ExplainReport {

    private final Console console;
    private final boolean json;

    ExplainReport(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** A score that nobody stored: no name, no history. */
    void print(AccountHealth health) {
        Account nameless = Account.known(health.score().snapshot().account());
        print(new Explanation(nameless, health, Optional.empty(), Optional.empty(), 30), List.of(), false);
    }

    /** Everything about a stored score; all facts behind it, or the newest few. */
    void print(Explanation explanation, List<SignalTrace> traces, boolean allFacts) {
        if (json) {
            try (HealthJson lines = new HealthJson(console.out())) {
                lines.line(fields -> {
                    write(fields, explanation);
                    TraceReport.write(fields, traces);
                });
            }
        } else {
            head(explanation);
            points(explanation.health().score());
            churn(explanation);
            explanation.sinceLast().ifPresent(this::change);
            new TraceReport(console, allFacts).print(traces);
        }
    }

    private void head(Explanation explanation) {
        HealthScore score = explanation.health().score();
        Account account = explanation.account();
        boolean named = !account.name().equals(account.id().value());
        console.say(console.bold(account.name())
                + (named ? " (" + account.id() + ")" : "")
                + account.arr().map(arr -> ", " + Words.money(arr) + " a year").orElse("")
                + account.owner().map(owner -> ", looked after by " + owner).orElse(""));
        console.say(console.coloured(
                        score.rag(),
                        Words.score(score.value()) + " " + score.band().label())
                + " by " + score.scorecard().ref() + ", churn risk "
                + explanation.health().risk().code()
                + explanation
                        .trend()
                        .map(trend -> ", " + trend.name().toLowerCase(Locale.ROOT) + " over " + explanation.trendDays()
                                + " days")
                        .orElse("")
                + (explanation.isAtRisk() ? ", at risk" : ""));
        console.say(console.faint("scored " + Words.minute(score.scoredAt()) + ", signals stand behind "
                + Words.percent(score.coverage()) + " of it"));
        console.say("");
    }

    private void points(HealthScore score) {
        Table table = new Table("rrll").head(console, "points", "of", "observed", "why");
        boolean grouped = score.scorecard().groups().size() > 1;
        String group = "";
        for (Contribution contribution : score.contributions()) {
            if (grouped && !contribution.group().equals(group)) {
                group = contribution.group();
                table.row(cell(""), cell(""), cell(""), cell(group, console::bold));
            }
            table.row(
                    cell(Figures.show(contribution.points())),
                    cell(Figures.show(contribution.max())),
                    cell(observed(contribution, score)),
                    cell(why(contribution)));
        }
        List<AdjustmentOutcome> applied =
                score.adjustments().stream().filter(AdjustmentOutcome::applied).toList();
        if (!applied.isEmpty()) {
            table.row(cell(Figures.show(score.beforeAdjustments())), cell("100"), cell(""), cell("before adjustments"));
            applied.forEach(outcome -> table.row(
                    cell("x " + Figures.show(outcome.factor(), 4)), cell(""), cell(""), cell(outcome.sentence())));
        }
        table.row(
                cell(Figures.show(score.value()), console::bold),
                cell("100"),
                cell(""),
                cell("the score, " + score.band().label(), console::bold));
        table.print(console);
    }

    private static String why(Contribution contribution) {
        String reason = Words.capitalised(contribution.reason());
        return switch (contribution.backing()) {
            case TRACKED -> reason;
            case STOOD_IN -> reason + "; these points stand in for it";
            case LEFT_OUT -> reason + "; left out, the rest counts for more";
        };
    }

    private static String observed(Contribution contribution, HealthScore score) {
        return contribution.inputs().stream()
                .flatMap(input -> input.origin().stream())
                .map(origin -> origin.source() + ", " + Words.age(origin.observedAt(), score.scoredAt()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private void churn(Explanation explanation) {
        ChurnAssessment churn = explanation.health().churn();
        console.say("");
        console.say(console.bold("Churn risk " + churn.risk().code())
                + (churn.shouldAlert() ? ": somebody must look at this account." : ""));
        Table findings = new Table("ll");
        churn.findings().forEach(finding -> findings.row("", finding.sentence()));
        findings.print(console);
    }

    private void change(ScoreChange change) {
        console.say("");
        console.say(console.bold("Since " + Words.day(change.previous().scoredAt())) + " "
                + Words.score(change.previous().value()) + " -> "
                + Words.score(change.current().value()) + ", " + change.sentence());
        Table moves = new Table("ll");
        change.moves().forEach(move -> moves.row("", move.sentence()));
        if (change.isAcrossScorecards()) {
            moves.row(
                    "",
                    "scorecard: " + change.previous().scorecard().ref() + " -> "
                            + change.current().scorecard().ref());
        }
        moves.print(console);
    }

    private static void write(JsonGenerator out, Explanation explanation) throws IOException {
        HealthScore score = explanation.health().score();
        HealthJson.scored(out, explanation.health());
        out.writeStringField("name", explanation.account().name());
        out.writeStringField("scored_at", score.scoredAt().toString());
        out.writeStringField("band", score.band().label());
        out.writeNumberField("before_adjustments", score.beforeAdjustments());
        HealthJson.contributions(out, score);
        HealthJson.outcomes(out, "adjustments_considered", score.adjustments());
        out.writeArrayFieldStart("churn_findings");
        for (ChurnAssessment.Finding finding : explanation.health().churn().findings()) {
            out.writeStartObject();
            out.writeStringField("rule", finding.rule().code());
            out.writeBooleanField("fired", finding.fired());
            out.writeStringField("sentence", finding.sentence());
            out.writeEndObject();
        }
        out.writeEndArray();
        HealthJson.optional(
                out, "trend", explanation.trend().map(trend -> trend.name().toLowerCase(Locale.ROOT)));
        out.writeNumberField("trend_days", explanation.trendDays());
        out.writeBooleanField("at_risk", explanation.isAtRisk());
        out.writeBooleanField("dip", explanation.isDip());
        if (explanation.sinceLast().isPresent()) {
            HealthJson.change(out, explanation.sinceLast().get());
        } else {
            out.writeNullField("change");
        }
    }
}
