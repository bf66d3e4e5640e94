package io.csm.app.cli;

import io.csm.application.signal.RefusedRow;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import java.io.BufferedOutputStream;
import java.util.Optional;

/** Where the rows of a scan go: scored accounts as JSON lines when a program reads them, and what was refused. */
final class ScanOutput implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Console console;
    private final boolean json;
    private final Optional<AccountId> wanted;
    private final HealthJson scores;
    private final Refusals refusals;
    private Optional<AccountHealth> found = Optional.empty();

    /** Prints scores when {@code json}; keeps the one of the account that is wanted. */
    ScanOutput(Console console, boolean json, Refusals refusals, Optional<AccountId> wanted) {
        this.console = console;
        this.json = json;
        this.wanted = wanted;
        this.refusals = refusals;
        this.scores = new HealthJson(new BufferedOutputStream(console.out(), BUFFER));
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
        refusals.add(row);
    }

    /** Whether nobody reads the scores any more, as after {@code | head -1}. */
    boolean isCutOff() {
        return json && console.out().checkError();
    }

    /** The account that was wanted. */
    Optional<AccountHealth> found() {
        return found;
    }

    /** Hands over all that was written so far. */
    void finish() {
        scores.close();
        refusals.finish();
    }

    @Override
    public void close() {
        scores.close();
        refusals.close();
    }
}
