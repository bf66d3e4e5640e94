package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.application.retention.Kept;
import io.csm.application.retention.OldHistory;
import io.csm.application.retention.RetentionSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "retention", description = "How long history is kept, for all tenants of the installation.")
final class RetentionCommand {

    @Command(
            name = "run",
            description = {
                "Remove history that is older than the settings keep.",
                "Scores and events go by the month, touchpoints by the year, when the last day is too old."
            })
    static final class Run extends CsmCommand {

        private static final double MEBIBYTE = 1024.0 * 1024;

        @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
        private boolean dryRun;

        Run(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            RetentionSettings settings = settings().retention();
            try (Csm csm = open()) {
                List<OldHistory> old = csm.runRetention().run(dryRun);
                if (wantsJson()) {
                    json(old);
                } else {
                    policy(settings);
                    table(old);
                }
            }
            return ExitCode.DONE;
        }

        private void policy(RetentionSettings settings) {
            LocalDate today = LocalDate.ofInstant(console().clock().instant(), ZoneOffset.UTC);
            for (Kept kept : Kept.values()) {
                console()
                        .say(kept.code() + " is kept for " + Words.count(settings.years(kept), "year") + ", from "
                                + settings.keptFrom(kept, today));
            }
            console().say("");
        }

        private void table(List<OldHistory> old) {
            if (old.isEmpty()) {
                console().say("Nothing is older than that.");
                return;
            }
            Table table = new Table("lllrr").head(console(), "history", "from", "before", "rows, about", "MiB");
            old.forEach(each -> table.row(
                    each.of().code(),
                    each.from().toString(),
                    each.until().toString(),
                    Words.count(each.rows()),
                    Words.score(each.bytes() / MEBIBYTE)));
            table.print(console());
            console()
                    .say(Words.count(old.size(), "partition")
                            + (dryRun ? " would be removed; nothing was, as this is a dry run." : " removed."));
        }

        private void json(List<OldHistory> old) {
            try (HealthJson lines = new HealthJson(console().out())) {
                old.forEach(each -> lines.line(fields -> {
                    fields.writeStringField("history", each.of().code());
                    fields.writeStringField("from", each.from().toString());
                    fields.writeStringField("before", each.until().toString());
                    fields.writeNumberField("rows", each.rows());
                    fields.writeNumberField("bytes", each.bytes());
                    fields.writeBooleanField("removed", !dryRun);
                }));
            }
        }
    }
}
