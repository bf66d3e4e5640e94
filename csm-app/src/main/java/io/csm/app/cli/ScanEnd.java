package io.csm.app.cli;

import io.csm.application.health.Scan;
import io.csm.application.health.ScanResult;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.Scorecard;
import java.nio.file.Path;
import java.util.Optional;

/** What is said when a scan is over, and what the process ends with. */
final class ScanEnd {

    private final Console console;
    private final boolean json;
    private final Optional<Path> refusedFile;

    ScanEnd(Console console, boolean json, Optional<Path> refusedFile) {
        this.console = console;
        this.json = json;
        this.refusedFile = refusedFile;
    }

    int report(
            ScanResult result,
            ScanProgress progress,
            ScanOutput output,
            Scorecard by,
            Optional<String> explain,
            String lookCloser) {
        progress.close();
        output.finish();
        boolean stopped = result.state() == Scan.State.CANCELLED;
        if (stopped) {
            console.note("csm: the scan was stopped after " + Words.count(result.scored(), "account")
                    + ", which are stored; run the same command again to complete it");
            return ExitCode.FAILED;
        }
        if (result.isEmpty()) {
            nothing(result, output);
            return ExitCode.REFUSALS;
        }
        if (explain.isPresent()) {
            new ExplainReport(console, json).print(explained(output, result, explain.get()));
        } else {
            summarize(result, progress, by, lookCloser);
        }
        return result.refused() > 0 ? ExitCode.REFUSALS : ExitCode.DONE;
    }

    private void summarize(ScanResult result, ScanProgress progress, Scorecard by, String lookCloser) {
        ScanReport report = new ScanReport(console);
        if (!json) {
            report.print(result, progress.worst(), by, lookCloser);
        } else if (console.interactive()) {
            console.note(report.summary(result));
        }
    }

    private static AccountHealth explained(ScanOutput output, ScanResult result, String account) {
        return output.found()
                .orElseThrow(() -> Failure.failed("account " + account + " is not among the "
                        + Words.count(result.scored()) + " scored ones"
                        + (result.refused() > 0
                                ? "; " + Words.count(result.refused(), "row") + " refused, it may be among those"
                                : "")));
    }

    /** A program gets it as one more refusal, of the file as a whole, unless it got refusals enough. */
    private void nothing(ScanResult result, ScanOutput output) {
        String sentence = "nothing was scored: "
                + (result.refused() == 0
                        ? "there is no account to score"
                        : Words.count(result.refused(), "row") + " refused"
                                + refusedFile.map(file -> ", see " + file).orElse(""));
        if (!json || refusedFile.isPresent() || console.interactive()) {
            console.note(sentence);
        } else if (result.refused() == 0) {
            output.refused(new RefusedRow(0, Optional.empty(), "file", "", sentence));
            output.finish();
        }
    }
}
