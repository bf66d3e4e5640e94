package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.application.health.Explanation;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "Explain the score of an account: every point, its signals, what changed.")
final class ExplainCommand extends CsmCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "The score as of that day (default: the latest).")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--trend",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "Compare with 7, 30 or 90 days before (default: ${DEFAULT-VALUE}).")
    private int trendDays;

    ExplainCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Instant at = AsOf.orNow(asOf, console().clock());
        try (Csm csm = open()) {
            Explanation explanation = withAccount(
                    account, csm, id -> csm.customerSuccess().explainAccount().explain(actor(), id, at, trendDays));
            new ExplainReport(console(), wantsJson()).print(explanation);
        }
        return ExitCode.DONE;
    }
}
