package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.document.ScorecardFiles;
import io.csm.application.health.WhatIfPortfolio;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.churn.WhatIf;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "what-if",
        description = {
            "Show old and new side by side; nothing is stored.",
            "csm what-if ACCOUNT usage_trend=stable nps_score=9   changes signals of one account;",
            "csm what-if --scorecard acme.yaml                    tries a scorecard on the whole portfolio."
        })
final class WhatIfCommand extends CsmCommand {

    private static final int MOST = 10;

    @Parameters(
            arity = "0..*",
            paramLabel = "ACCOUNT SIGNAL=VALUE",
            description = "The account, then its signals as they would be; SIGNAL= means not tracked.")
    private List<String> words = List.of();

    @Option(
            names = "--scorecard",
            paramLabel = "NAME",
            description = "A scorecard's name, name@version, or a YAML file, tried on every account.")
    private Optional<String> scorecard = Optional.empty();

    @Option(names = "--as-of", paramLabel = "DATE", description = "From the scores as of that day (default: now).")
    private Optional<String> asOf = Optional.empty();

    WhatIfCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (scorecard.isPresent() != words.isEmpty()) {
            throw Failure.usage(
                    "give an account and its signals as they would be, or --scorecard for the whole portfolio");
        }
        Map<String, String> changes = words.isEmpty() ? Map.of() : changes();
        Instant at = AsOf.orNow(asOf, console().clock());
        try (Csm csm = open()) {
            if (words.isEmpty()) {
                portfolio(csm, at);
            } else {
                WhatIf whatIf = withAccount(
                        words.get(0),
                        csm,
                        id -> csm.customerSuccess().whatIfAccount().with(actor(), id, at, changes));
                new WhatIfReport(console(), wantsJson()).print(whatIf);
            }
        }
        return ExitCode.DONE;
    }

    private Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw Failure.usage("a change must be written SIGNAL=VALUE but was '" + word + "'");
            }
            String signal = word.substring(0, equals);
            if (changes.put(signal, word.substring(equals + 1)) != null) {
                throw Failure.usage("signal " + signal + " is changed twice");
            }
        }
        if (changes.isEmpty()) {
            throw Failure.usage("say what would change, such as usage_trend=stable");
        }
        return changes;
    }

    private void portfolio(Csm csm, Instant at) {
        String asked = scorecard.orElseThrow();
        HealthPolicy current = csm.customerSuccess().scorecards().policy(actor(), Optional.empty());
        HealthPolicy candidate = ScorecardFiles.isFile(asked)
                ? new HealthPolicy(ScorecardFiles.read(Path.of(asked)), current.churnRules())
                : csm.customerSuccess().scorecards().policy(actor(), scorecard);
        WhatIfPortfolio.Comparison comparison =
                csm.customerSuccess().whatIfPortfolio().by(actor(), candidate, at, MOST);
        new WhatIfReport(console(), wantsJson()).print(comparison, candidate.scorecard());
    }
}
