package io.csm.application.qbr;

import io.csm.application.access.Actor;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Prepares the reviews of the quarter that is over, of every account that has a score. One that was prepared since the
 * quarter ended is left alone, so that a round that was interrupted goes on where it was.
 */
public final class PrepareQuarterlyReviews {

    private final HealthScoreRepository scores;
    private final QbrRepository qbrs;
    private final GenerateQbr generateQbr;
    private final Clock clock;

    public PrepareQuarterlyReviews(
            HealthScoreRepository scores, QbrRepository qbrs, GenerateQbr generateQbr, Clock clock) {
        this.scores = scores;
        this.qbrs = qbrs;
        this.generateQbr = generateQbr;
        this.clock = clock;
    }

    /**
     * Prepares until all are, or until it is told to stop.
     *
     * @param zone where the tenant is: the quarter is over when it is over there
     */
    public Prepared prepare(Actor actor, ZoneId zone, BooleanSupplier stopping) {
        Quarter period = Quarter.of(LocalDate.ofInstant(clock.instant(), zone)).previous();
        Instant over = period.next().firstDay().atStartOfDay(zone).toInstant();
        Round round = new Round(actor, generateQbr, QbrTrigger.QUARTERLY);
        for (AccountId account : accounts(actor, over.minusNanos(1000))) {
            if (stopping.getAsBoolean()) {
                break;
            }
            if (isPrepared(actor, account, period, over)) {
                round.isThere();
            } else {
                round.prepare(account, period);
            }
        }
        return round.end();
    }

    private List<AccountId> accounts(Actor actor, Instant asOf) {
        List<AccountId> accounts = new ArrayList<>();
        scores.forEachAccount(
                actor.tenant(), asOf, asOf, row -> accounts.add(row.account().id()));
        return accounts;
    }

    private boolean isPrepared(Actor actor, AccountId account, Quarter period, Instant over) {
        return qbrs.find(actor.tenant(), account, period, QbrTrigger.QUARTERLY)
                .filter(qbr -> !qbr.generatedAt().isBefore(over))
                .isPresent();
    }
}
