package io.csm.app.cli;

import io.csm.app.imports.FileReport;
import io.csm.application.quality.Oddity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says in the end what an import did, and what to do next. */
final class ImportSummary {

    private static final int MOST = 10;

    private final Console console;

    ImportSummary(Console console) {
        this.console = console;
    }

    void table(List<FileReport> reports) {
        boolean leavesOut = reports.stream().anyMatch(report -> report.leftOut() > 0);
        Table table = new Table(leavesOut ? "llrrrrr" : "llrrrr");
        if (leavesOut) {
            table.head(console, "file", "target", "rows", "stored", "unchanged", "left out", "refused");
        } else {
            table.head(console, "file", "target", "rows", "stored", "unchanged", "refused");
        }
        for (FileReport report : reports) {
            List<String> cells = new ArrayList<>(List.of(
                    report.file(),
                    report.target().code(),
                    Words.count(report.read()),
                    Words.count(report.stored()),
                    Words.count(report.unchanged()),
                    Words.count(report.refused())));
            if (leavesOut) {
                cells.add(cells.size() - 1, Words.count(report.leftOut()));
            }
            table.row(cells.toArray(String[]::new));
        }
        table.print(console);
    }

    /** What became of it altogether. */
    void outcome(List<FileReport> reports, boolean dryRun) {
        long read = reports.stream().mapToLong(FileReport::read).sum();
        long stored = reports.stream().mapToLong(FileReport::stored).sum();
        long refused = reports.stream().mapToLong(FileReport::refused).sum();
        if (read == 0) {
            console.say("There is no row to import.");
        } else if (stored == 0 && refused < read) {
            console.say("Nothing is new" + (refused == 0 ? "." : ", and " + Words.count(refused, "row") + " refused."));
        }
        if (dryRun) {
            console.say("This was a dry run: nothing is stored.");
        }
    }

    /** At most ten, the most frequent first. */
    void oddities(List<Oddity> oddities) {
        if (oddities.isEmpty()) {
            return;
        }
        console.say("");
        console.say(console.bold("What looks odd; nothing of it was changed"));
        Table table = new Table("rrll").head(console, "count", "of", "example", "what");
        oddities.stream()
                .sorted(Comparator.comparingLong(Oddity::count).reversed())
                .limit(MOST)
                .forEach(oddity -> table.row(
                        Words.count(oddity.count()),
                        Words.count(oddity.of()),
                        oddity.example(),
                        oddity.kind().sentence()));
        table.print(console);
        console.say("");
    }

    /** Where refused rows are and how they get in after all. */
    void refused(List<Path> files, String again) {
        if (!files.isEmpty()) {
            String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
            console.say("Refused rows are in " + names + ": correct them and import "
                    + (files.size() == 1 ? "that file" : "those files") + " again:");
            files.forEach(file -> console.say("  " + again.replace("{}", Words.shell(file.toString()))));
        }
    }
}
