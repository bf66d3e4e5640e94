package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.imports.FileMapping;
import io.csm.app.imports.FileReport;
import io.csm.app.imports.Importer;
import io.csm.app.imports.Recipient;
import io.csm.app.input.RowReader;
import io.csm.application.CustomerSuccess;
import io.csm.application.quality.Oddity;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** What imports have in common: from opened files to what is said in the end. */
abstract class ImportingCommand extends CsmCommand {

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets its fields
    private final ImportOptions options = new ImportOptions();

    ImportingCommand(Console console) {
        super(console);
    }

    /**
     * A file that is about to be imported.
     *
     * @param mapping what its rows mean
     * @param rows opens it
     */
    record Work(FileMapping mapping, Supplier<RowReader> rows) {}

    final ImportOptions options() {
        return options;
    }

    /** What is to be imported, now that it is known which signals there are. */
    abstract List<Work> work(SignalCatalogue catalogue);

    /** Where the refused rows of the file of that name go. */
    abstract Path refusedFile(String name);

    /** The command that imports such a file again, which stands for {@code {}}. */
    abstract String again();

    @Override
    public Integer call() {
        Optional<Instant> asOf = AsOf.parse(options.asOf, console().clock());
        try (Csm csm = open()) {
            CustomerSuccess success = csm.customerSuccess();
            SignalCatalogue catalogue = success.scorecards()
                    .policy(actor(), Optional.empty())
                    .scorecard()
                    .catalogue();
            Recipient to =
                    new Recipient(success, actor(), asOf.orElseGet(console().clock()::instant), catalogue);
            List<Work> work = work(catalogue);
            ImportOutput output = new ImportOutput(console(), wantsJson());
            try (Importer importer = new Importer(to, refusedFiles(), output);
                    Interruption interruption = Interruption.of(output::cancel, csm)) {
                int code = run(importer, work, output, to);
                interruption.over();
                return code;
            }
        }
    }

    private Function<String, Optional<Path>> refusedFiles() {
        boolean writes = !options.dryRun || options.refused.isPresent();
        return name -> writes ? Optional.of(refusedFile(name)) : Optional.empty();
    }

    private int run(Importer importer, List<Work> work, ImportOutput output, Recipient to) {
        Supplier<Told> all = () -> {
            List<FileReport> reports = importAll(importer, work, output);
            return new Told(
                    reports,
                    isOfAWholeSystem()
                            ? to.success().findOddities().find(to.actor(), Viewpoint.at(to.receivedAt()))
                            : List.of());
        };
        Told told = options.dryRun ? importer.tryOut(all) : all.get();
        importer.close();
        output.finish();
        if (output.isCancelled()) {
            console().note("csm: " + stopped(told.reports()));
            return ExitCode.FAILED;
        }
        if (wantsJson()) {
            output.oddities(told.oddities());
        } else {
            tell(importer, told, output, to);
        }
        boolean refused = told.reports().stream().anyMatch(report -> report.refused() > 0 || report.read() == 0);
        return refused ? ExitCode.REFUSALS : ExitCode.DONE;
    }

    /**
     * What there is to tell in the end.
     *
     * @param reports of each file
     * @param oddities what looks odd now
     */
    private record Told(List<FileReport> reports, List<Oddity> oddities) {}

    /** Whether to look for contradictions afterwards: it takes a look at everything, too much after a small file. */
    boolean isOfAWholeSystem() {
        return false;
    }

    private static List<FileReport> importAll(Importer importer, List<Work> work, ImportOutput output) {
        List<FileReport> reports = new ArrayList<>();
        for (Work each : work) {
            if (!output.isCancelled()) {
                try (RowReader rows = each.rows().get()) {
                    FileReport report = importer.add(each.mapping(), rows);
                    output.done(report);
                    reports.add(report);
                }
            }
        }
        return reports;
    }

    private String stopped(List<FileReport> reports) {
        long rows = reports.stream().mapToLong(FileReport::read).sum();
        return options.dryRun
                ? "the dry run was stopped; nothing is stored"
                : "the import was stopped after " + Words.count(rows, "row")
                        + ", which are stored; run the same command again to complete it";
    }

    private void tell(Importer importer, Told told, ImportOutput output, Recipient to) {
        ImportSummary summary = new ImportSummary(console());
        summary.table(told.reports());
        summary.outcome(told.reports(), options.dryRun);
        summary.refused(importer.refusedFiles(), again());
        if (output.namesUnknownAccount()) {
            console().say("Accounts that are not known come in with: csm import accounts FILE" + global().again());
        }
        long waiting = to.success().ports().quarantine().countOpen(to.actor().tenant());
        if (waiting > 0) {
            console().say(Words.count(waiting, "event") + " in the quarantine: csm quarantine list" + global().again());
        }
        summary.oddities(told.oddities());
        if (!options.dryRun) {
            console()
                    .say("Next: csm scan"
                            + options.asOf
                                    .map(day -> " --as-of " + Words.shell(day))
                                    .orElse("")
                            + global().again());
        }
    }
}
