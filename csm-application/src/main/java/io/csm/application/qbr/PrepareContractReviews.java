package io.csm.application.qbr;

import io.csm.application.access.Actor;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.signal.StandardSignals;
import io.csm.domain.time.Quarter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Prepares a review of each account whose contract ends within ninety days, once for each contract. */
public final class PrepareContractReviews {

    /** How long before the end of a contract. */
    public static final int DAYS_BEFORE = 90;

    private final HealthScoreRepository scores;
    private final QbrRepository qbrs;
    private final GenerateQbr generateQbr;
    private final Clock clock;

    public PrepareContractReviews(
            HealthScoreRepository scores, QbrRepository qbrs, GenerateQbr generateQbr, Clock clock) {
        this.scores = scores;
        this.qbrs = qbrs;
        this.generateQbr = generateQbr;
        this.clock = clock;
    }

    /** Prepares until all are, or until it is told to stop. */
    public Prepared prepare(Actor actor, BooleanSupplier stopping) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Round round = new Round(actor, generateQbr, QbrTrigger.CONTRACT_PROXIMITY);
        for (Map.Entry<AccountId, LocalDate> end : contractEnds(actor, now).entrySet()) {
            if (stopping.getAsBoolean()) {
                break;
            }
            if (end.getValue().isBefore(today) || end.getValue().isAfter(today.plusDays(DAYS_BEFORE))) {
                continue;
            }
            if (isPrepared(actor, end.getKey(), end.getValue(), today)) {
                round.isThere();
            } else {
                round.prepare(end.getKey(), Quarter.of(today));
            }
        }
        return round.end();
    }

    private Map<AccountId, LocalDate> contractEnds(Actor actor, Instant now) {
        Map<AccountId, LocalDate> ends = new TreeMap<>();
        scores.forEachAccount(
                actor.tenant(),
                now,
                now,
                row -> contractEnd(row.latest(), row.account().id(), ends));
        return ends;
    }

    private static void contractEnd(AccountHealth health, AccountId account, Map<AccountId, LocalDate> ends) {
        LocalDate scored = LocalDate.ofInstant(health.score().scoredAt(), ZoneOffset.UTC);
        health.score()
                .snapshot()
                .value(StandardSignals.DAYS_TO_RENEWAL)
                .ifPresent(days -> ends.put(account, scored.plusDays((long) days)));
    }

    /** In whichever quarter since the ninetieth day before its end. */
    private boolean isPrepared(Actor actor, AccountId account, LocalDate end, LocalDate today) {
        Quarter first = Quarter.of(end.minusDays(DAYS_BEFORE));
        for (Quarter quarter = first; quarter.compareTo(Quarter.of(today)) <= 0; quarter = quarter.next()) {
            if (qbrs.find(actor.tenant(), account, quarter, QbrTrigger.CONTRACT_PROXIMITY)
                    .filter(qbr -> !qbr.generatedAt()
                            .isBefore(end.minusDays(DAYS_BEFORE)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
