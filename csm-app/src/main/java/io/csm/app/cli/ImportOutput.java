package io.csm.app.cli;

import io.csm.app.imports.FileReport;
import io.csm.app.imports.ImportListener;
import io.csm.application.quality.Oddity;
import io.csm.application.signal.RefusedRow;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells of an import as it goes: what was refused, for a person in a few sentences, for a program one object each. */
final class ImportOutput implements ImportListener {

    private static final int MOST_SENTENCES = 10;

    private final Console console;
    private final boolean json;
    private final HealthJson refusals;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private long refused;
    private boolean namesUnknownAccount;

    ImportOutput(Console console, boolean json) {
        this.console = console;
        this.json = json;
        this.refusals = new HealthJson(console.err());
    }

    void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public void onRefused(String file, RefusedRow why) {
        refused++;
        namesUnknownAccount |= why.rule().equals("must be a known account");
        if (json) {
            refusals.line(fields -> {
                fields.writeStringField("file", file);
                HealthJson.refused(fields, why);
            });
        } else if (refused <= MOST_SENTENCES) {
            console.note("refused " + file + " " + Refusals.sentence(why));
        }
    }

    /** Whether a row was refused because its account is not known. */
    boolean namesUnknownAccount() {
        return namesUnknownAccount;
    }

    /** All rows of a file are through. */
    void done(FileReport report) {
        if (json) {
            try (HealthJson lines = new HealthJson(console.out())) {
                lines.line(fields -> {
                    fields.writeStringField("file", report.file());
                    fields.writeStringField("target", report.target().code());
                    fields.writeNumberField("read", report.read());
                    fields.writeNumberField("stored", report.stored());
                    fields.writeNumberField("unchanged", report.unchanged());
                    fields.writeNumberField("left_out", report.leftOut());
                    fields.writeNumberField("refused", report.refused());
                });
            }
        }
    }

    /** What looks odd, one object each. */
    void oddities(List<Oddity> all) {
        try (HealthJson lines = new HealthJson(console.out())) {
            for (Oddity oddity : all) {
                lines.line(fields -> {
                    fields.writeStringField("oddity", oddity.kind().code());
                    fields.writeNumberField("count", oddity.count());
                    fields.writeNumberField("of", oddity.of());
                    fields.writeStringField("example", oddity.example());
                    fields.writeStringField("sentence", oddity.kind().sentence());
                });
            }
        }
    }

    /** Hands over all that was written, and says how much was not shown. */
    void finish() {
        refusals.flush();
        if (!json && refused > MOST_SENTENCES) {
            console.note("... and " + Words.count(refused - MOST_SENTENCES) + " more");
        }
    }
}
