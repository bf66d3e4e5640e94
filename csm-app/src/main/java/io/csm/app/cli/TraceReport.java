package io.csm.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.csm.application.health.SignalTrace;
import io.csm.domain.derivation.Evidence;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The facts and events behind the derived signals of a score. */
final class TraceReport {

    private static final int SOME = 3;

    private final Console console;
    private final boolean all;

    /** Shows all facts, or the newest few of each signal. */
    TraceReport(Console console, boolean all) {
        this.console = console;
        this.all = all;
    }

    void print(List<SignalTrace> traces) {
        if (traces.isEmpty()) {
            return;
        }
        console.say("");
        console.say(console.bold("Where the derived signals come from"));
        Table table = new Table("lll");
        boolean shortened = false;
        for (SignalTrace trace : traces) {
            table.row("", trace.signal().label(), trace.sum());
            notes(trace, table);
            List<Evidence> facts = trace.facts();
            int shown = all ? facts.size() : Math.min(SOME, facts.size());
            facts.subList(0, shown).forEach(fact -> table.row("", fact.day().toString(), sentence(fact)));
            if (shown < facts.size()) {
                table.row("", "", "... and " + Words.count(facts.size() - shown) + " more");
                shortened = true;
            }
        }
        table.print(console);
        if (shortened) {
            console.say(console.faint("--facts shows all of them"));
        }
    }

    private static void notes(SignalTrace trace, Table table) {
        if (!trace.reproduced()) {
            table.row("", "", "some of the facts that made this value are no longer kept");
        }
        trace.revised().ifPresent(value -> table.row("", "", "with what has become known since, it would be " + value));
    }

    private static String sentence(Evidence fact) {
        return Words.capitalised(fact.sentence()) + " (" + fact.id() + ")";
    }

    /** All of them, as a field of the line of an account. */
    static void write(JsonGenerator json, List<SignalTrace> traces) throws IOException {
        json.writeArrayFieldStart("derived_signals");
        for (SignalTrace trace : traces) {
            json.writeStartObject();
            json.writeStringField("signal", trace.signal().name());
            json.writeStringField("sum", trace.sum());
            json.writeBooleanField("reproduced", trace.reproduced());
            HealthJson.optional(json, "revised", trace.revised());
            json.writeArrayFieldStart("facts");
            for (Evidence fact : trace.facts()) {
                write(json, fact);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Evidence fact) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", fact.day().toString());
        Optional<String> time = fact.time().map(Instant::toString);
        HealthJson.optional(json, "time", time);
        json.writeStringField("source", fact.id().source());
        json.writeStringField("id", fact.id().id());
        json.writeStringField("sentence", fact.sentence());
        json.writeEndObject();
    }
}
