package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.Csm;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.FeatureUse;
import io.csm.domain.narrative.Written;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "adoption", description = "Report what an account uses of what it bought, beside others on its plan.")
final class AdoptionCommand extends CsmCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    AdoptionCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Csm csm = open()) {
            Written<AdoptionReport> written = withAccount(
                    account,
                    csm,
                    id -> csm.customerSuccess().agent().trackFeatureAdoption().track(actor(), id));
            if (wantsJson()) {
                printJson(written);
            } else {
                print(written);
            }
            return ExitCode.DONE;
        }
    }

    private void print(Written<AdoptionReport> written) {
        Paragraphs paragraphs = new Paragraphs(console());
        AdoptionReport report = written.text();
        console()
                .say(console().bold(report.account().value()) + ", "
                        + (report.rate().isPresent()
                                ? Words.percent(report.rate().getAsDouble()) + " of the plan's features in use"
                                : "how much of the plan is in use is not tracked"));
        report.benchmark()
                .ifPresent(beside -> paragraphs.text("Others on plan " + beside.plan() + ": "
                        + Words.count(beside.accounts(), "account") + ", in the middle "
                        + Words.percent(beside.median())
                        + "; " + (beside.below() == 0 ? "none" : Words.count(beside.below())) + " of them "
                        + (beside.below() > 1 ? "use" : "uses") + " less"));
        features(paragraphs, "In use", report.used());
        features(paragraphs, "Hardly or not in use", report.underUsed());
        if (!report.recommendations().isEmpty()) {
            paragraphs.heading("What to do");
            paragraphs.list(report.recommendations());
        }
        if (!report.missing().isEmpty()) {
            paragraphs.heading("What is not known");
            paragraphs.list(report.missing());
        }
        console().say("");
        paragraphs.faint("Recommendations " + written.writer()
                + written.note().map(note -> "; " + note).orElse(""));
    }

    private void features(Paragraphs paragraphs, String heading, List<FeatureUse> features) {
        if (features.isEmpty()) {
            return;
        }
        paragraphs.heading(heading);
        Table table =
                new Table("lrrr").head(console(), "feature", "uses in 30 days", "30 days before", "others use it");
        features.forEach(each -> table.row(
                cell(each.feature()),
                cell(Words.count(each.uses())),
                cell(Words.count(each.usesBefore())),
                cell(each.peers() == 0 ? "-" : Words.count(each.peers()))));
        table.print(console());
    }

    private void printJson(Written<AdoptionReport> written) {
        AdoptionReport report = written.text();
        try (HealthJson lines = new HealthJson(console().out())) {
            lines.line(json -> {
                json.writeStringField("account_id", report.account().value());
                if (report.rate().isPresent()) {
                    json.writeNumberField("adoption_rate", report.rate().getAsDouble());
                } else {
                    json.writeNullField("adoption_rate");
                }
                HandoffCommand.texts(json, "features_used", names(report.used()));
                HandoffCommand.texts(json, "underutilized_features", names(report.underUsed()));
                HandoffCommand.texts(json, "recommendations", report.recommendations());
                HandoffCommand.texts(json, "missing", report.missing());
                if (report.benchmark().isPresent()) {
                    AdoptionReport.Benchmark beside = report.benchmark().get();
                    json.writeObjectFieldStart("benchmark");
                    json.writeStringField("plan", beside.plan());
                    json.writeNumberField("accounts", beside.accounts());
                    json.writeNumberField("median", beside.median());
                    json.writeNumberField("below", beside.below());
                    json.writeEndObject();
                } else {
                    json.writeNullField("benchmark");
                }
                json.writeStringField("written_by", written.writer().code());
                HealthJson.optional(json, "note", written.note());
            });
        }
    }

    private static List<String> names(List<FeatureUse> features) {
        return features.stream().map(FeatureUse::feature).toList();
    }
}
