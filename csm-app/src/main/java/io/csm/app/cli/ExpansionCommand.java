package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.application.expansion.CheckExpansion;
import io.csm.domain.account.Money;
import io.csm.domain.expansion.Opportunity;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "expansion",
        description = {
            "Look for chances to sell an account more: seats, a module, an integration.",
            "Each is kept once a quarter; those not of low confidence go to the sales side."
        })
final class ExpansionCommand extends CsmCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    ExpansionCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        try (Csm csm = open()) {
            CheckExpansion.Checked checked = withAccount(
                    account,
                    csm,
                    id -> csm.customerSuccess().agent().checkExpansion().check(actor(), id));
            List<Opportunity> found = checked.found().text();
            if (wantsJson()) {
                found.forEach(each -> printJson(each, checked.added().contains(each)));
            } else {
                checked.whyNothing()
                        .ifPresent(why -> new Paragraphs(console())
                                .text("No opportunity was found for " + account + ": " + why + "."));
                found.forEach(each -> print(console(), each, checked.added().contains(each)));
                checked.found().note().ifPresent(note -> new Paragraphs(console()).faint(note));
            }
            return ExitCode.DONE;
        }
    }

    static void print(Console console, Opportunity opportunity, boolean added) {
        Paragraphs paragraphs = new Paragraphs(console);
        console.say(console.bold(Words.capitalised(opportunity.type().code())) + ", "
                + opportunity.confidence().code() + " confidence, "
                + opportunity
                        .arrImpact()
                        .map(money -> "worth " + Words.money(money) + " a year")
                        .orElse("worth is open")
                + ", " + opportunity.quarter() + (added ? "" : " (known before)"));
        paragraphs.list(opportunity.evidence());
        paragraphs.text("Say: " + opportunity.talkTrack());
        paragraphs.faint(Words.capitalised(opportunity.writer().toString()));
        console.say("");
    }

    private void printJson(Opportunity opportunity, boolean added) {
        try (HealthJson lines = new HealthJson(console().out())) {
            lines.line(json -> {
                json.writeStringField("account_id", opportunity.account().value());
                json.writeStringField("opportunity_type", opportunity.type().code());
                json.writeStringField("quarter", opportunity.quarter().toString());
                HandoffCommand.texts(json, "evidence", opportunity.evidence());
                json.writeFieldName("estimated_arr_impact");
                if (opportunity.arrImpact().isPresent()) {
                    Money impact = opportunity.arrImpact().get();
                    json.writeStartObject();
                    json.writeNumberField("amount", impact.amount());
                    json.writeStringField("currency", impact.currency().getCurrencyCode());
                    json.writeEndObject();
                } else {
                    json.writeNull();
                }
                json.writeStringField("recommended_talk_track", opportunity.talkTrack());
                json.writeStringField("confidence", opportunity.confidence().code());
                json.writeStringField("written_by", opportunity.writer().code());
                json.writeBooleanField("new", added);
            });
        }
    }
}
