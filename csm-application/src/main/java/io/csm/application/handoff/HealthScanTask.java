package io.csm.application.handoff;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.alert.AnnounceAlerts;
import io.csm.application.brief.BriefAccount;
import io.csm.application.directory.ReadDirectory;
import io.csm.application.health.Scan;
import io.csm.application.health.ScanAccount;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.ScanResult;
import io.csm.application.health.Scorecards;
import io.csm.application.narrative.port.Narrator;
import io.csm.application.shared.CsmException;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.account.AccountId;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Written;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Scores one account or the portfolio, and puts on its way what is to be told. Signals come from what is stored, then from
 * the workspace, then from the request, each winning over those before it.
 */
public final class HealthScanTask {

    private static final String SIGNALS = "signals";
    private static final int REFUSALS_TOLD = 100;

    private final Scorecards scorecards;
    private final Function<TenantId, Optional<ReadDirectory>> directory;
    private final ReadSignals signals;
    private final ScanPortfolio scanPortfolio;
    private final ScanAccount scanAccount;
    private final AnnounceAlerts announceAlerts;
    private final BriefAccount briefs;
    private final Narrator narrator;

    public HealthScanTask(
            Scorecards scorecards,
            Function<TenantId, Optional<ReadDirectory>> directory,
            ReadSignals signals,
            ScanPortfolio scanPortfolio,
            ScanAccount scanAccount,
            AnnounceAlerts announceAlerts,
            BriefAccount briefs,
            Narrator narrator) {
        this.scorecards = scorecards;
        this.directory = directory;
        this.signals = signals;
        this.scanPortfolio = scanPortfolio;
        this.scanAccount = scanAccount;
        this.announceAlerts = announceAlerts;
        this.briefs = briefs;
        this.narrator = narrator;
    }

    void run(Actor actor, HandoffRequest request, ScanListener listener, Report report) {
        HealthPolicy policy = scorecards.policy(actor, request.text("scorecard"));
        if (request.account().isPresent()) {
            account(actor, request, policy, request.account().get(), report);
        } else {
            refuseSignalsOfNobody(request, report);
            portfolio(actor, policy, listener, report);
        }
    }

    private void account(Actor actor, HandoffRequest request, HealthPolicy policy, AccountId account, Report report) {
        readDirectory(actor, Optional.of(account), report);
        AccountHealth health = scanAccount.scan(actor, policy, account, given(request));
        report.done(account + " scored");
        report.result("score", BigDecimal.valueOf(health.score().value()));
        report.result("band", health.score().rag().name());
        report.result("churn_risk", health.risk().code());
        report.result("should_alert", health.shouldAlert());
        report.result("scored_at", health.score().scoredAt().toString());
        if (health.shouldAlert()) {
            narrate(actor, account, health, report);
        }
        announce(actor, false, report);
    }

    private void narrate(Actor actor, AccountId account, AccountHealth health, Report report) {
        AccountBrief brief = briefs.brief(actor, account, health.score().scoredAt());
        Written<ChurnNarrative> written = narrator.churn(actor.tenant(), brief);
        report.result("narrative", written.text().narrative());
        report.result("risk_factors", written.text().riskFactors());
        report.result("retention_recommendations", written.text().recommendations());
        report.result("written_by", written.writer().code());
        written.note().ifPresent(note -> report.notDone(Optional.of(account), "narrative by the language model", note));
    }

    private static Map<String, String> given(HandoffRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        Object signals = request.context().get(SIGNALS);
        if (signals instanceof Map<?, ?> named) {
            named.forEach((name, value) -> given.put(String.valueOf(name), String.valueOf(value)));
        } else if (signals != null) {
            throw new IllegalArgumentException("signals must be an object of values by name but was '" + signals + "'");
        }
        return given;
    }

    private static void refuseSignalsOfNobody(HandoffRequest request, Report report) {
        if (request.context().containsKey(SIGNALS)) {
            report.notDone(
                    Optional.empty(), "signals of the request", "they are taken for one account, and none was named");
        }
    }

    private void portfolio(Actor actor, HealthPolicy policy, ScanListener listener, Report report) {
        readDirectory(actor, Optional.empty(), report);
        Listener noting = new Listener(listener, report);
        ScanResult result = scanPortfolio.scan(
                actor,
                new ScanPortfolio.Command(
                        policy, signals.fingerprint(), Optional.empty(), from -> signals.read(actor, policy, from)),
                noting);
        noting.tellOfTheRest(result.refused());
        report.result("scored", result.scored());
        report.result("refused", result.refused());
        report.result("alerts_raised", result.alerts());
        report.result("as_of", result.asOf().toString());
        result.byRag().forEach((rag, count) -> report.result(rag.name().toLowerCase(Locale.ROOT), count));
        if (result.state() == Scan.State.CANCELLED) {
            report.notDone(
                    Optional.empty(),
                    "health scan",
                    "it was stopped after " + Prose.count(result.scored(), "account")
                            + "; the next one goes on from there, and alerts are told of when it is complete");
        } else if (result.isEmpty()) {
            report.notDone(Optional.empty(), "health scan", "no account was scored, which is not a success");
        } else {
            report.done(Prose.count(result.scored(), "account") + " scored");
            announce(actor, true, report);
        }
    }

    /** Without the workspace the scan goes on with what is stored, and says so. */
    private void readDirectory(Actor actor, Optional<AccountId> account, Report report) {
        directory.apply(actor.tenant()).ifPresent(source -> {
            try {
                ReadDirectory.Read read =
                        account.map(id -> source.readOne(actor, id)).orElseGet(() -> source.read(actor));
                report.doneOnTheWay(read.values() + " signals read from the workspace");
                read.refused()
                        .forEach(row -> report.notDone(
                                row.account().map(AccountId::new), "signal of the workspace", row.sentence()));
            } catch (CsmException unreachable) {
                report.notDone("signals of the workspace", unreachable);
            }
        });
    }

    private void announce(Actor actor, boolean afterScan, Report report) {
        AnnounceAlerts.Announced announced =
                afterScan ? announceAlerts.afterScan(actor) : announceAlerts.betweenScans(actor);
        report.result("alerts_announced", (long) announced.oneByOne().size());
        report.result("alerts_in_digest", (long) announced.inDigest());
        announced
                .unread()
                .forEach((account, why) -> report.notDone(Optional.of(account), "alert told of by itself", why));
    }

    /** Tells of refused accounts in the answer, of the first hundred by name. */
    private static final class Listener implements ScanListener {
        private final ScanListener next;
        private final Report report;
        private int told;

        Listener(ScanListener next, Report report) {
            this.next = next;
            this.report = report;
        }

        @Override
        public void onScored(AccountHealth health) {
            next.onScored(health);
        }

        @Override
        public void onRefused(RefusedRow row) {
            next.onRefused(row);
            if (told++ < REFUSALS_TOLD) {
                report.notDone(row.account().map(AccountId::new), "health scan", row.sentence());
            }
        }

        @Override
        public void onProgress(long scored, long refused) {
            next.onProgress(scored, refused);
        }

        @Override
        public boolean isCancelled() {
            return next.isCancelled();
        }

        void tellOfTheRest(long refused) {
            if (refused > REFUSALS_TOLD) {
                report.notDone(Optional.empty(), "health scan", (refused - REFUSALS_TOLD) + " more were refused");
            }
        }
    }
}
