package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.application.CustomerSuccess;
import io.csm.application.health.Explanation;
import io.csm.application.health.SignalTrace;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = {
            "Explain the score of an account: every point, its signals, the facts behind them, what changed.",
            "With --known-on it is scored anew with what was known then, and not stored."
        })
final class ExplainCommand extends CsmCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "The score as of that day (default: the latest).")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            description = "Score it as of --as-of with nothing that was received after that day.")
    private Optional<String> knownOn = Optional.empty();

    @Option(names = "--facts", description = "Show all facts behind the derived signals, not the newest few.")
    private boolean allFacts;

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
        Optional<Instant> known = AsOf.parse("--known-on", knownOn, console().clock());
        Instant at = known.isPresent()
                ? AsOf.orNow(asOf, console().clock())
                : AsOf.lookUp(asOf, console().clock());
        try (Csm csm = open()) {
            withAccount(
                    account,
                    csm,
                    id -> known.map(on -> scored(csm.customerSuccess(), id, new Viewpoint(at, on)))
                            .orElseGet(() -> stored(csm.customerSuccess(), id, at)));
        }
        return ExitCode.DONE;
    }

    private Explanation stored(CustomerSuccess csm, AccountId id, Instant at) {
        Explanation explanation = csm.explainAccount().explain(actor(), id, at, trendDays);
        print(explanation, csm.traceScore().trace(actor(), explanation.health().score()));
        return explanation;
    }

    private Explanation scored(CustomerSuccess csm, AccountId id, Viewpoint viewpoint) {
        HealthPolicy policy = csm.scorecards().policy(actor(), Optional.empty());
        Explanation explanation = csm.assessAccount().assess(actor(), policy, id, viewpoint);
        print(explanation, csm.traceScore().trace(actor(), explanation.health().score(), viewpoint.knownOn()));
        return explanation;
    }

    private void print(Explanation explanation, List<SignalTrace> traces) {
        new ExplainReport(console(), wantsJson()).print(explanation, traces, allFacts);
    }
}
