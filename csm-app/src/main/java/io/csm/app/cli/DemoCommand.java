package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.app.sample.SamplePortfolio;
import io.csm.application.CustomerSuccess;
import io.csm.application.event.Arrival;
import io.csm.application.health.PortfolioSummary;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Rag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = {
            "Score the sample portfolio: 200 accounts of a fictional vendor, twelve months.",
            "It starts a database of its own in a temporary folder and touches nothing else."
        })
final class DemoCommand extends CsmCommand {

    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final int MOST_AT_RISK = 10;

    DemoCommand(Console console) {
        super(console);
    }

    @Override
    CsmSettings settings() {
        if (global().home.isPresent()) {
            throw Failure.usage("the demo keeps to a folder of its own and replaces what is in it; leave out --home");
        }
        return DemoHome.settings(console());
    }

    @Override
    public Integer call() throws IOException {
        LocalDate yesterday =
                LocalDate.ofInstant(console().clock().instant(), ZoneOffset.UTC).minusDays(1);
        SamplePortfolio sample = SamplePortfolio.asOf(yesterday);
        if (console().interactive()) {
            console().note("starting a database in " + settings().home() + " ...");
        }
        try (Csm csm = Csm.openEmpty(settings(), console().clock())) {
            load(csm.customerSuccess(), sample);
            PortfolioSummary summary = csm.customerSuccess()
                    .summarizePortfolio()
                    .summarize(actor(), sample.takenAt(yesterday), A_MONTH, MOST_AT_RISK);
            SummaryReport report = new SummaryReport(console(), wantsJson());
            report.print(sample, yesterday, summary);
            if (!wantsJson()) {
                agent(csm.customerSuccess(), summary, sample.takenAt(yesterday));
                report.lookCloser(summary);
            }
        }
        return ExitCode.DONE;
    }

    /** From the numbers to answers, all by rules. */
    private void agent(CustomerSuccess success, PortfolioSummary summary, Instant asOf) throws IOException {
        success.agent().announceAlerts().afterScan(actor()); // as after any scan; the sample has no channels
        AgentReport report = new AgentReport(console(), success.agent(), actor());
        report.narratives(summary, asOf);
        List<AccountId> healthy = new ArrayList<>();
        success.ports().healthScores().forEachAccount(actor().tenant(), asOf, asOf, row -> {
            if (row.latest().score().rag() == Rag.GREEN) {
                healthy.add(row.account().id());
            }
        });
        report.opportunities(healthy);
        report.review(
                summary.mostAtRisk().get(0).account().id(),
                settings().home().resolveSibling(settings().home().getFileName() + "-reviews"));
        console().say("");
        console()
                .say(Words.count(AgentReport.waiting(success.ports().alerts(), actor()), "alert")
                        + " wait for somebody.");
        console().say("");
    }

    /** Brings in the accounts and scans month by month, as it would have happened. */
    private void load(CustomerSuccess success, SamplePortfolio sample) {
        Instant connected = sample.takenAt(sample.months().get(sample.months().size() - 1));
        success.saveAccounts().save(actor(), sample.accounts(), connected);
        HealthPolicy policy = success.scorecards().policy(actor(), Optional.empty());
        for (LocalDate month : sample.months()) {
            Instant at = sample.takenAt(month);
            ScanPortfolio.Command scan = new ScanPortfolio.Command(
                    policy,
                    "sample " + month,
                    Optional.of(at),
                    instant -> sample.snapshots(month, policy.scorecard().catalogue()));
            success.scanPortfolio().scan(actor(), scan, new ScanListener() {});
        }
        loadFacts(success, sample, connected);
        takeOffTheList(success);
    }

    /** The vendor connects its systems on the day of the newest snapshots, with the history that they hold. */
    private void loadFacts(CustomerSuccess success, SamplePortfolio sample, Instant connected) {
        success.ports().unitOfWork().commit(actor().tenant(), () -> {
            success.ports().users().saveAll(actor().tenant(), sample.users());
            return true;
        });
        success.reportFacts().report(actor(), sample.facts(), connected);
        List<Arrival> arrivals = sample.events().stream()
                .map(event -> new Arrival(event, event.payload()))
                .toList();
        success.ingestEvents().ingest(actor(), arrivals, connected);
    }

    /** The facts say what the newest snapshots say, which are scored already: nothing waits to be scored again. */
    private void takeOffTheList(CustomerSuccess success) {
        success.ports()
                .unitOfWork()
                .commit(
                        actor().tenant(),
                        () -> success.ports()
                                .changes()
                                .take(
                                        actor().tenant(),
                                        Integer.MAX_VALUE,
                                        success.clock().instant()));
    }
}
