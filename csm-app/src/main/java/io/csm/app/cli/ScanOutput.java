package io.csm.app.cli;

import io.csm.application.signal.RefusedRow;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the rows of a scan go: scored accounts as JSON lines to standard output when a program reads them, refused rows
 * to a file or to standard error.
 */
final class ScanOutput implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_SENTENCES = 10;

    private final Console console;
    private final boolean json;
    private final Optional<AccountId> wanted;
    private final HealthJson scores;
    private final HealthJson refusals;
    private final boolean refusalsToFile;
    private Optional<AccountHealth> found = Optional.empty();
    private long refused;

    /** Prints scores when {@code json}; keeps the one of the account that is wanted. */
    ScanOutput(Console console, boolean json, Optional<Path> refusedFile, Optional<AccountId> wanted) {
        this.console = console;
        this.json = json;
        this.wanted = wanted;
        this.refusalsToFile = refusedFile.isPresent();
        this.scores = new HealthJson(new BufferedOutputStream(console.out(), BUFFER));
        this.refusals = new HealthJson(refusedFile.map(ScanOutput::create).orElse(console.err()));
    }

    private static OutputStream create(Path file) {
        try {
            return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (IOException denied) {
            throw Failure.failed("refused rows cannot be written to " + file + ": " + reason(denied));
        }
    }

    private static String reason(IOException denied) {
        return denied.getClass().getSimpleName().replace("Exception", "").replaceAll("([a-z])([A-Z])", "$1 $2");
    }

    void scored(AccountHealth health) {
        if (wanted.isPresent()) {
            if (health.score().snapshot().account().equals(wanted.get())) {
                found = Optional.of(health);
            }
        } else if (json) {
            scores.scored(health);
        }
    }

    void refused(RefusedRow row) {
        refused++;
        if (json || refusalsToFile) {
            refusals.refused(row);
        } else if (refused <= MOST_SENTENCES) {
            console.note("refused " + row.sentence());
        }
    }

    /** The account that was wanted. */
    Optional<AccountHealth> found() {
        return found;
    }

    /** Says how to see the refusals that were not shown. */
    void closeRefusals() {
        if (!json && !refusalsToFile && refused > MOST_SENTENCES) {
            console.note("... and " + Words.count(refused - MOST_SENTENCES)
                    + " more; --refused FILE keeps them all, one JSON object a line");
        }
    }

    @Override
    public void close() {
        scores.close();
        refusals.close();
    }
}
