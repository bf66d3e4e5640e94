package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.application.health.ScanResult;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Rag;
import io.csm.domain.health.Scorecard;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a scan says to a person. */
final class ScanReport {

    private final Console console;

    ScanReport(Console console) {
        this.console = console;
    }

    /** {@code lookCloser} is the command that explains an account, with {@code %s} for its id. */
    void print(ScanResult result, List<AccountHealth> worst, Scorecard scorecard, String lookCloser) {
        console.say(summary(result));
        console.say("");
        Table bands = new Table("lrrl").head(console, "band", "accounts", "share", "");
        for (Rag rag : Rag.values()) {
            long count = result.byRag().getOrDefault(rag, 0L);
            String label = scorecard.bands().of(rag).label();
            bands.row(
                    cell(rag.name(), text -> console.coloured(rag, text)),
                    cell(Words.count(count)),
                    cell(Words.percent((double) count / result.scored())),
                    cell(label.equalsIgnoreCase(rag.name()) ? "" : label));
        }
        bands.print(console);
        console.say("churn risk: " + risks(result.byRisk()));
        if (!worst.isEmpty()) {
            console.say("");
            printWorst(worst);
            console.say("");
            console.say("Why? "
                    + String.format(
                            lookCloser,
                            Words.shell(
                                    worst.get(0).score().snapshot().account().value())));
        }
    }

    static String risks(Map<ChurnRisk, Long> byRisk) {
        return Arrays.stream(ChurnRisk.values())
                .map(risk -> risk.code() + " " + Words.count(byRisk.getOrDefault(risk, 0L)))
                .collect(Collectors.joining(", "));
    }

    private void printWorst(List<AccountHealth> worst) {
        console.say(console.bold("Most at risk"));
        Table table = new Table("lrlll").head(console, "account", "score", "band", "risk", "first of all");
        for (AccountHealth health : worst) {
            Rag rag = health.score().rag();
            table.row(
                    cell(health.score().snapshot().account().value()),
                    cell(Words.score(health.score().value())),
                    cell(rag.name(), text -> console.coloured(rag, text)),
                    cell(health.risk().code()),
                    cell(Reasons.first(health)));
        }
        table.print(console);
    }

    /** In a sentence or a few. */
    String summary(ScanResult result) {
        boolean storing = result.added() > 0 || result.resumed();
        StringBuilder summary = new StringBuilder(Words.count(result.scored(), "account") + " scored");
        if (storing) {
            summary.append(", " + Words.count(result.added()) + " stored as of " + Words.minute(result.asOf()));
        }
        if (result.refused() > 0) {
            summary.append(", " + Words.count(result.refused(), "row") + " refused");
        }
        summary.append('.');
        if (result.resumed()) {
            summary.append("\nThis went on with a scan that had been interrupted.");
        }
        if (storing && result.added() < result.scored()) {
            summary.append("\n" + Words.count(result.scored() - result.added())
                    + " of them had a score as of then already, which stays.");
        }
        return summary.toString();
    }
}
