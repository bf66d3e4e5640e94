package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.application.Agent;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "narrative",
        description = "Write why an account may leave and what to do about it, by its latest score.")
final class NarrativeCommand extends CsmCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    NarrativeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Csm csm = open()) {
            Agent agent = csm.customerSuccess().agent();
            AccountBrief brief = withAccount(
                    account,
                    csm,
                    id -> agent.briefAccount()
                            .brief(actor(), id, console().clock().instant()));
            Written<ChurnNarrative> written = agent.narrator().churn(actor().tenant(), brief);
            if (wantsJson()) {
                printJson(brief, written);
            } else {
                print(console(), brief, written);
            }
            return ExitCode.DONE;
        }
    }

    static void print(Console console, AccountBrief brief, Written<ChurnNarrative> written) {
        Paragraphs paragraphs = new Paragraphs(console);
        ChurnNarrative text = written.text();
        console.say(console.bold(brief.account().toString()) + ", "
                + console.coloured(
                        brief.health().score().rag(),
                        brief.health().score().rag().name())
                + " at " + Words.score(brief.health().score().value()) + ", churn risk "
                + brief.health().risk().code());
        paragraphs.text(text.narrative());
        if (!text.riskFactors().isEmpty()) {
            paragraphs.heading("Why it may leave");
            paragraphs.list(text.riskFactors());
        }
        if (!text.recommendations().isEmpty()) {
            paragraphs.heading("What to do");
            paragraphs.list(text.recommendations());
        }
        console.say("");
        paragraphs.faint(Words.capitalised(written.writer().toString())
                + written.note().map(note -> "; " + note).orElse(""));
    }

    private void printJson(AccountBrief brief, Written<ChurnNarrative> written) {
        try (HealthJson lines = new HealthJson(console().out())) {
            lines.line(json -> {
                json.writeStringField("account_id", brief.account().id().value());
                json.writeStringField("narrative", written.text().narrative());
                HandoffCommand.texts(json, "risk_factors", written.text().riskFactors());
                HandoffCommand.texts(
                        json, "retention_recommendations", written.text().recommendations());
                json.writeStringField("written_by", written.writer().code());
                HealthJson.optional(json, "note", written.note());
            });
        }
    }
}
