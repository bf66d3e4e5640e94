package io.csm.adapter.jdbc;

import io.csm.application.shared.CsmException;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.Figures;
import java.time.Instant;

/** A stored score is not what its policy makes of its stored signals: one of the three was tampered with. */
public final class ScoreNotReproducible extends CsmException {

    private final AccountId account;
    private final Instant scoredAt;

    ScoreNotReproducible(AccountId account, Instant scoredAt, double stored, double recomputed) {
        super(start(account, scoredAt) + Figures.exact(stored) + " but its signals and rules give "
                + Figures.exact(recomputed));
        this.account = account;
        this.scoredAt = scoredAt;
    }

    ScoreNotReproducible(AccountId account, Instant scoredAt, double stored, RuntimeException cause) {
        super(
                start(account, scoredAt) + Figures.exact(stored) + " but cannot be made again: " + cause.getMessage(),
                cause);
        this.account = account;
        this.scoredAt = scoredAt;
    }

    private static String start(AccountId account, Instant scoredAt) {
        return "the stored score of account " + account + " at " + scoredAt + " is ";
    }

    public AccountId account() {
        return account;
    }

    public Instant scoredAt() {
        return scoredAt;
    }
}
