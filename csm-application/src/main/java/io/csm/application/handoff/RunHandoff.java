package io.csm.application.handoff;

import io.csm.application.access.Actor;
import io.csm.application.adoption.TrackFeatureAdoption;
import io.csm.application.expansion.CheckExpansion;
import io.csm.application.health.ScanListener;
import io.csm.application.qbr.GenerateQbr;
import io.csm.application.shared.CsmException;
import io.csm.domain.account.AccountId;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.FeatureUse;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does one of the four tasks. A request that makes no sense is refused; whatever fails later is told in the answer, with
 * what was done all the same.
 */
public final class RunHandoff {

    private final HealthScanTask healthScan;
    private final GenerateQbr generateQbr;
    private final CheckExpansion checkExpansion;
    private final TrackFeatureAdoption trackFeatureAdoption;

    public RunHandoff(
            HealthScanTask healthScan,
            GenerateQbr generateQbr,
            CheckExpansion checkExpansion,
            TrackFeatureAdoption trackFeatureAdoption) {
        this.healthScan = healthScan;
        this.generateQbr = generateQbr;
        this.checkExpansion = checkExpansion;
        this.trackFeatureAdoption = trackFeatureAdoption;
    }

    /** Does it without telling of progress. */
    public HandoffAnswer run(Actor actor, HandoffRequest request) {
        return run(actor, request, new ScanListener() {});
    }

    /**
     * Does it.
     *
     * @param listener hears of a health scan as it goes
     * @throws IllegalArgumentException when the request is for another tenant, or lacks the account that its task needs
     */
    public HandoffAnswer run(Actor actor, HandoffRequest request, ScanListener listener) {
        refuseNonsense(actor, request);
        Report report = new Report(request);
        try {
            switch (request.task()) {
                case HEALTH_SCAN -> healthScan.run(actor, request, listener, report);
                case GENERATE_QBR -> qbr(actor, request, report);
                case CHECK_EXPANSION -> expansion(actor, request, report);
                case TRACK_FEATURE_ADOPTION -> adoption(actor, request, report);
            }
        } catch (CsmException | IllegalArgumentException failure) {
            report.brokenOff(failure);
        }
        return report.answer();
    }

    private static void refuseNonsense(Actor actor, HandoffRequest request) {
        if (!request.tenant().equals(actor.tenant())) {
            throw new IllegalArgumentException("a request for tenant " + request.tenant()
                    + " cannot be made by an actor of tenant " + actor.tenant());
        }
        if (request.account().isEmpty() && request.task() != TaskType.HEALTH_SCAN) {
            throw new IllegalArgumentException("task " + request.task().code() + " needs an account");
        }
    }

    private void qbr(Actor actor, HandoffRequest request, Report report) {
        Optional<Quarter> period = request.text("period").map(Quarter::parse);
        QbrTrigger trigger = request.text("trigger").map(QbrTrigger::ofCode).orElse(QbrTrigger.QUARTERLY);
        Written<Qbr> written = generateQbr.generate(actor, account(request), period, trigger);
        Qbr qbr = written.text();
        report.done("review " + qbr.key() + " stored");
        report.result("period", qbr.period().toString());
        report.result("trigger", qbr.trigger().code());
        report.result(
                "sections",
                qbr.text().sections().stream().map(RunHandoff::section).toList());
        report.result("missing", qbr.missing());
        writer(written, report);
    }

    private static Map<String, Object> section(QbrSection section) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("heading", section.heading());
        fields.put("narrative", section.narrative());
        fields.put("bullets", section.bullets());
        return fields;
    }

    private void expansion(Actor actor, HandoffRequest request, Report report) {
        CheckExpansion.Checked checked = checkExpansion.check(actor, account(request));
        List<Opportunity> found = checked.found().text();
        report.done((found.size() == 1 ? "1 opportunity" : found.size() + " opportunities") + " found, "
                + checked.added().size() + " of them new");
        report.result(
                "opportunities", found.stream().map(RunHandoff::opportunity).toList());
        writer(checked.found(), report);
    }

    private static Map<String, Object> opportunity(Opportunity opportunity) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("opportunity_type", opportunity.type().code());
        fields.put("evidence", opportunity.evidence());
        fields.put(
                "estimated_arr_impact",
                opportunity.arrImpact().map(Object::toString).orElse(null));
        fields.put("recommended_talk_track", opportunity.talkTrack());
        fields.put("confidence", opportunity.confidence().code());
        fields.put("written_by", opportunity.writer().code());
        return fields;
    }

    private void adoption(Actor actor, HandoffRequest request, Report report) {
        Written<AdoptionReport> written = trackFeatureAdoption.track(actor, account(request));
        AdoptionReport adoption = written.text();
        report.done("adoption of " + adoption.account() + " reported");
        report.result(
                "adoption_rate",
                adoption.rate().stream().mapToObj(BigDecimal::valueOf).findFirst());
        report.result("features_used", names(adoption.used()));
        report.result("underutilized_features", names(adoption.underUsed()));
        report.result("recommendations", adoption.recommendations());
        report.result("benchmark", adoption.benchmark().map(RunHandoff::benchmark));
        report.result("missing", adoption.missing());
        writer(written, report);
    }

    private static List<String> names(List<FeatureUse> features) {
        return features.stream().map(FeatureUse::feature).toList();
    }

    private static Map<String, Object> benchmark(AdoptionReport.Benchmark benchmark) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("plan", benchmark.plan());
        fields.put("accounts", (long) benchmark.accounts());
        fields.put("median", BigDecimal.valueOf(benchmark.median()));
        fields.put("below", (long) benchmark.below());
        return fields;
    }

    private static void writer(Written<?> written, Report report) {
        report.result("written_by", written.writer().code());
        written.note().ifPresent(note -> report.result("note", note));
    }

    private static AccountId account(HandoffRequest request) {
        return request.account().orElseThrow();
    }
}
