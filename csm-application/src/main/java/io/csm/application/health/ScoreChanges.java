package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.change.port.ChangeRepository;
import io.csm.application.health.port.HealthReaction;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.ReadSignals;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scores again the accounts of which something became known, and no others. Taking the changes off the list and storing
 * the scores is one unit of work: a change is acted on once, or it waits for the next who asks, however this one ends. A
 * score that says nothing new is not stored.
 *
 * <p>A scan of the portfolio may run meanwhile. Each keeps its scores under its own instant, so that neither hides what
 * the other saw, and nobody waits for a scan to end.
 */
public final class ScoreChanges {

    /** Accounts committed at once. */
    public static final int BATCH = 1_000;

    /** Scores up to so far ahead of the clock are those of an instance whose clock is ahead of ours. */
    static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    private final ChangeRepository changes;
    private final ReadSignals signals;
    private final HealthScoreRepository scores;
    private final AccountRepository accounts;
    private final HealthReaction reaction;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ScoreChanges(
            ChangeRepository changes,
            ReadSignals signals,
            HealthScoreRepository scores,
            AccountRepository accounts,
            HealthReaction reaction,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.changes = changes;
        this.signals = signals;
        this.scores = scores;
        this.accounts = accounts;
        this.reaction = reaction;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What became of the changes that were taken.
     *
     * @param scored accounts with a new score
     * @param unchanged accounts whose score says what the latest one said; nothing was stored of them
     * @param refused accounts that cannot be scored, and why; they wait for their next change
     * @param alerts raised because of it
     * @param lags for each account taken, how long after its change all of this was stored
     */
    public record Done(int scored, int unchanged, List<RefusedRow> refused, int alerts, List<Duration> lags) {

        public Done {
            refused = List.copyOf(refused);
            lags = List.copyOf(lags);
        }

        /** How many accounts were taken off the list. */
        public int taken() {
            return lags.size();
        }
    }

    /** Scores at most that many of the accounts that have waited longest; fewer when no more wait. */
    public Done score(Actor actor, HealthPolicy policy, int most) {
        Batch batch = unitOfWork.commit(actor.tenant(), () -> batch(actor, policy, most));
        Instant stored = clock.instant();
        return new Done(
                batch.news.size(),
                batch.unchanged,
                batch.refused,
                batch.alerts,
                batch.taken.values().stream()
                        .map(marked -> Duration.between(marked, stored))
                        .toList());
    }

    private Batch batch(Actor actor, HealthPolicy policy, int most) {
        TenantId tenant = actor.tenant();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // what is marked later than now, by an instance whose clock is ahead, could not be seen from now
        Map<AccountId, Instant> taken = changes.take(tenant, most, now);
        Batch batch = new Batch(policy, taken, latest(tenant, taken.keySet(), now));
        if (!taken.isEmpty()) {
            assess(actor, batch, batch.behindTheLatest(now));
            scores.append(tenant, policy, batch.news);
            batch.alerts = reaction.stored(tenant, batch.news);
        }
        return batch;
    }

    private Map<AccountId, AccountHealth> latest(TenantId tenant, Set<AccountId> taken, Instant now) {
        return taken.isEmpty() ? Map.of() : scores.findLatest(tenant, taken, now.plus(CLOCKS_DIFFER_BY));
    }

    /** Read after the changes were taken, so that what was committed along with them is seen. */
    private void assess(Actor actor, Batch batch, Instant at) {
        try (SignalSource source = signals.read(actor, batch.policy, Viewpoint.at(at), batch.taken.keySet())) {
            while (source.next(batch)) {
                // the batch takes each
            }
        }
        batch.unseen().forEach(account -> batch.refused(whyUnseen(actor.tenant(), account)));
    }

    private RefusedRow whyUnseen(TenantId tenant, AccountId id) {
        boolean churned = accounts.find(tenant, id)
                .map(Account::status)
                .filter(AccountStatus.CHURNED::equals)
                .isPresent();
        return churned
                ? new RefusedRow(0, Optional.of(id.value()), "status", "churned", "must be active or inactive")
                : new RefusedRow(0, Optional.of(id.value()), "signals", "", "must be known, at least one");
    }

    /** The accounts that were taken, and what becomes of each. */
    private static final class Batch implements SignalSource.Sink {
        private final HealthPolicy policy;
        private final Map<AccountId, Instant> taken;
        private final Map<AccountId, AccountHealth> latest;
        private final Set<AccountId> unseen;
        private final List<AccountHealth> news = new ArrayList<>();
        private final List<RefusedRow> refused = new ArrayList<>();
        private int unchanged;
        private int alerts;

        Batch(HealthPolicy policy, Map<AccountId, Instant> taken, Map<AccountId, AccountHealth> latest) {
            this.policy = policy;
            this.taken = taken;
            this.latest = latest;
            this.unseen = new TreeSet<>(taken.keySet());
        }

        /** An instant for all scores of the batch: now, or just after a score that is there already. */
        Instant behindTheLatest(Instant now) {
            return latest.values().stream()
                    .map(health -> health.score().scoredAt().plus(1, ChronoUnit.MICROS))
                    .filter(now::isBefore)
                    .max(Instant::compareTo)
                    .orElse(now);
        }

        @Override
        public void snapshot(long line, SignalSnapshot snapshot) {
            unseen.remove(snapshot.account());
            try {
                AccountHealth health = policy.assess(snapshot);
                boolean isNews = Optional.ofNullable(latest.get(snapshot.account()))
                        .map(health::saysMoreThan)
                        .orElse(true);
                if (isNews) {
                    news.add(health);
                } else {
                    unchanged++;
                }
            } catch (InvalidSignal invalid) {
                refused.add(RefusedRow.of(line, invalid));
            }
        }

        @Override
        public void refused(RefusedRow row) {
            row.account().map(AccountId::new).ifPresent(unseen::remove);
            refused.add(row);
        }

        List<AccountId> unseen() {
            return List.copyOf(unseen);
        }
    }
}
