package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import com.fasterxml.jackson.core.JsonGenerator;
import io.csm.application.health.WhatIfPortfolio;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.churn.WhatIf;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.health.Scorecard;
import io.csm.domain.signal.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Old and new side by side. */
final class WhatIfReport {

    private final Console console;
    private final boolean json;

    WhatIfReport(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    void print(WhatIf whatIf) {
        if (json) {
            try (HealthJson lines = new HealthJson(console.out())) {
                lines.line(fields -> write(fields, whatIf));
            }
            return;
        }
        Table table = new Table("lrrrl").head(console, "", "now", "what if", "", "");
        HealthScore before = whatIf.before().score();
        HealthScore after = whatIf.after().score();
        List<Contribution> old = before.contributions();
        List<Contribution> now = after.contributions();
        for (int i = 0; i < old.size(); i++) {
            if (Math.abs(old.get(i).points() - now.get(i).points()) > 1e-9) {
                table.row(
                        cell(old.get(i).measure().name()),
                        cell(Figures.show(old.get(i).points())),
                        cell(Figures.show(now.get(i).points())),
                        cell(Words.change(now.get(i).points() - old.get(i).points())),
                        cell(Words.capitalised(now.get(i).reason())));
            }
        }
        table.row(
                cell("score", console::bold),
                cell(Words.score(before.value())),
                cell(Words.score(after.value()), text -> console.coloured(after.rag(), text)),
                cell(Words.change(whatIf.gain())),
                cell(before.band().label() + " -> " + after.band().label()));
        table.row("churn risk", "", "", "", risk(whatIf.before()) + " -> " + risk(whatIf.after()));
        table.print(console);
        console.say(console.faint("Nothing was stored."));
    }

    private static String risk(AccountHealth health) {
        return health.risk().code()
                + health.trigger()
                        .map(ChurnTrigger::code)
                        .map(code -> " (" + code + ")")
                        .orElse("");
    }

    private static void write(JsonGenerator out, WhatIf whatIf) throws IOException {
        out.writeObjectFieldStart("before");
        HealthJson.scored(out, whatIf.before());
        out.writeEndObject();
        out.writeObjectFieldStart("after");
        HealthJson.scored(out, whatIf.after());
        out.writeEndObject();
        out.writeNumberField("gain", whatIf.gain());
    }

    void print(WhatIfPortfolio.Comparison comparison, Scorecard candidate) {
        if (json) {
            try (HealthJson lines = new HealthJson(console.out())) {
                lines.line(fields -> write(fields, comparison, candidate));
            }
            return;
        }
        console.say(Words.count(comparison.compared(), "account") + " under " + candidate.ref() + ": "
                + Words.change(comparison.meanChange()) + " points on average"
                + (comparison.notScored() == 0
                        ? "."
                        : ", " + Words.count(comparison.notScored()) + " lack signals that it requires."));
        if (comparison.compared() == 0) {
            return;
        }
        console.say("");
        Table bands = new Table("lrrr").head(console, "now \\ what if", "GREEN", "AMBER", "RED");
        for (Rag from : Rag.values()) {
            bands.row(
                    from.name(),
                    Words.count(comparison.from(from, Rag.GREEN)),
                    Words.count(comparison.from(from, Rag.AMBER)),
                    Words.count(comparison.from(from, Rag.RED)));
        }
        bands.print(console);
        console.say("");
        console.say(console.bold("Largest changes"));
        Table moves = new Table("llrrrl").head(console, "account", "", "now", "what if", "", "");
        for (WhatIfPortfolio.Move move : comparison.largest()) {
            moves.row(
                    move.account().id().value(),
                    move.account().name(),
                    Words.score(move.before().score().value()),
                    Words.score(move.after().score().value()),
                    Words.change(move.change()),
                    move.before().score().rag() + " -> " + move.after().score().rag());
        }
        moves.print(console);
        console.say(console.faint("Nothing was stored."));
    }

    private static void write(JsonGenerator out, WhatIfPortfolio.Comparison comparison, Scorecard candidate)
            throws IOException {
        out.writeStringField("scorecard", candidate.name());
        out.writeNumberField("scorecard_version", candidate.version());
        out.writeNumberField("compared", comparison.compared());
        out.writeNumberField("not_scored", comparison.notScored());
        out.writeNumberField("mean_change", comparison.meanChange());
        out.writeObjectFieldStart("bands");
        for (Rag from : Rag.values()) {
            for (Rag to : Rag.values()) {
                String name = from.name().toLowerCase(Locale.ROOT) + "_to_"
                        + to.name().toLowerCase(Locale.ROOT);
                out.writeNumberField(name, comparison.from(from, to));
            }
        }
        out.writeEndObject();
        out.writeArrayFieldStart("largest_changes");
        for (WhatIfPortfolio.Move move : comparison.largest()) {
            out.writeStartObject();
            out.writeStringField("account_id", move.account().id().value());
            out.writeNumberField("before", move.before().score().value());
            out.writeNumberField("after", move.after().score().value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
