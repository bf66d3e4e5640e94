package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.health.port.HealthReaction;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.health.port.ScanRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.KnownPortfolio;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.Bands;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Scores a portfolio and stores the scores, in batches that are whole or not at all. Memory does not depend on how many
 * accounts there are. A scan that was interrupted, by whatever, is completed by running it again: it keeps its instant,
 * so no account is stored twice.
 */
public final class ScanPortfolio {

    /** Accounts committed at once. */
    public static final int BATCH = 10_000;

    /** Batches that are stored at the same time, where the executor lets them be. */
    public static final int BATCHES_AT_ONCE = 2;

    /** An interrupted scan of what is known, begun longer ago than this, is not gone on with but made anew. */
    public static final Duration STALE_AFTER = Duration.ofHours(6);

    private final HealthScoreRepository scores;
    private final ScanRepository scans;
    private final HealthReaction reaction;
    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Executor storing;

    /**
     * A scan over those ports.
     *
     * @param reaction hears of what is stored, in the unit of work that stores it
     * @param ids makes ids of scans
     * @param storing stores batches while the next one is scored, {@link #BATCHES_AT_ONCE} at a time if it can; {@code
     *     Runnable::run} does one thing after the other
     */
    public ScanPortfolio(
            HealthScoreRepository scores,
            ScanRepository scans,
            HealthReaction reaction,
            UnitOfWork unitOfWork,
            Clock clock,
            Supplier<String> ids,
            Executor storing) {
        this.scores = scores;
        this.scans = scans;
        this.reaction = reaction;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.ids = ids;
        this.storing = storing;
    }

    /**
     * What to scan.
     *
     * @param policy scores
     * @param fingerprint names the source, as {@link SignalSource#fingerprint()} does; empty: never resumed
     * @param asOf the instant of the scores; empty: now, or that of the interrupted scan which is resumed
     * @param knownOn what was received after it is not seen; empty: now, or that of the interrupted scan
     * @param source opens the signals from the viewpoint that the scan takes
     */
    public record Command(
            HealthPolicy policy,
            String fingerprint,
            Optional<Instant> asOf,
            Optional<Instant> knownOn,
            Function<Viewpoint, SignalSource> source) {

        public Command {
            asOf = asOf.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
            knownOn = knownOn.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        }

        /** With what is known now. */
        public Command(
                HealthPolicy policy,
                String fingerprint,
                Optional<Instant> asOf,
                Function<Viewpoint, SignalSource> source) {
            this(policy, fingerprint, asOf, Optional.empty(), source);
        }
    }

    /** Runs the scan, or goes on with the one that was interrupted. */
    public ScanResult scan(Actor actor, Command command, ScanListener listener) {
        return scans.exclusively(actor.tenant(), () -> {
            Optional<Scan> interrupted = interrupted(actor, command);
            Scan scan = interrupted.orElseGet(() -> begin(actor, command));
            scans.save(actor.tenant(), scan.at(Scan.State.RUNNING, scan.scored(), scan.refused()));
            try (SignalSource source = command.source().apply(scan.viewpoint())) {
                return new Run(actor, scan, command.policy(), listener).through(source, interrupted.isPresent());
            }
        });
    }

    private Optional<Scan> interrupted(Actor actor, Command command) {
        if (command.fingerprint().isEmpty()) {
            return Optional.empty();
        }
        return scans.findUnfinished(
                        actor.tenant(),
                        whatAndHow(command),
                        command.policy().scorecard().ref())
                .filter(scan -> command.asOf()
                        .map(instant -> isUnder(instant, scan.asOf()))
                        .orElse(true))
                .filter(scan -> command.knownOn().map(scan.knownOn()::equals).orElse(true))
                .filter(scan -> command.asOf().isPresent() || !isStale(command, scan));
    }

    /** What is known changes; who asks for a scan of now on another day does not want that of the day before. */
    private boolean isStale(Command command, Scan scan) {
        return KnownPortfolio.isNamedBy(command.fingerprint())
                && scan.startedAt().plus(STALE_AFTER).isBefore(clock.instant());
    }

    private Scan begin(Actor actor, Command command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Scan(
                ids.get(),
                whatAndHow(command),
                command.policy().scorecard().ref(),
                command.asOf().map(instant -> free(actor, command, instant)).orElse(now),
                command.knownOn().orElse(now),
                now,
                Scan.State.RUNNING,
                0,
                0);
    }

    /**
     * The instant itself, unless another scan keeps its scores under it: what is known may have changed since, and
     * scores are never replaced, so this one keeps its own a microsecond later. Content that cannot have changed goes
     * under its instant again, which stores nothing twice.
     */
    private Instant free(Actor actor, Command command, Instant asOf) {
        Instant instant = asOf;
        while (scans.findByInstant(actor.tenant(), instant)
                .filter(scan -> !isSame(scan, command))
                .isPresent()) {
            instant = instant.plus(1, ChronoUnit.MICROS);
        }
        return instant;
    }

    private static boolean isUnder(Instant asked, Instant taken) {
        return !taken.isBefore(asked) && taken.isBefore(asked.plusMillis(1));
    }

    private static boolean isSame(Scan scan, Command command) {
        return !command.fingerprint().isEmpty()
                && !KnownPortfolio.isNamedBy(command.fingerprint())
                && scan.fingerprint().equals(whatAndHow(command))
                && scan.scorecard().equals(command.policy().scorecard().ref());
    }

    /** The source and the settings: one scan must not mix scores under two sets of thresholds. */
    private static String whatAndHow(Command command) {
        Bands bands = command.policy().scorecard().bands();
        return command.fingerprint().isEmpty()
                ? ""
                : command.fingerprint() + "; green from " + bands.green().from() + ", amber from "
                        + bands.amber().from() + ", churn window "
                        + command.policy().churnRules().windowDays() + " days";
    }

    /** What came of one batch: scores that were not stored before, and alerts. */
    private record Committed(int added, int alerts) {
        static final Committed NOTHING = new Committed(0, 0);
    }

    /** One pass: collects scores into batches and commits each with the count so far. */
    private final class Run implements SignalSource.Sink {
        private final Actor actor;
        private final Scan scan;
        private final HealthPolicy policy;
        private final ScanListener listener;
        private final ScanTally tally = new ScanTally();
        private List<AccountHealth> batch = new ArrayList<>(BATCH);
        private final Deque<CompletableFuture<Committed>> underWay = new ArrayDeque<>();

        Run(Actor actor, Scan scan, HealthPolicy policy, ScanListener listener) {
            this.actor = actor;
            this.scan = scan;
            this.policy = policy;
            this.listener = listener;
        }

        ScanResult through(SignalSource source, boolean resumed) {
            try {
                Scan.State state = scoreAll(source);
                awaitUntilUnderWay(0);
                store(state);
                awaitUntilUnderWay(0);
                return tally.result(state, scan.asOf(), resumed);
            } finally {
                underWay.forEach(batch ->
                        batch.exceptionally(failure -> Committed.NOTHING).join()); // none goes on behind the caller
            }
        }

        private Scan.State scoreAll(SignalSource source) {
            while (source.next(this)) {
                if (batch.size() == BATCH) {
                    store(Scan.State.RUNNING);
                    if (listener.isCancelled()) {
                        return Scan.State.CANCELLED;
                    }
                }
            }
            return Scan.State.COMPLETED;
        }

        @Override
        public void snapshot(long line, SignalSnapshot snapshot) {
            try {
                AccountHealth health = policy.assess(snapshot);
                tally.count(health);
                batch.add(health);
                listener.onScored(health);
            } catch (InvalidSignal invalid) {
                refused(RefusedRow.of(line, invalid));
            }
        }

        @Override
        public void refused(RefusedRow row) {
            tally.countRefused();
            listener.onRefused(row);
        }

        private void store(Scan.State state) {
            awaitUntilUnderWay(BATCHES_AT_ONCE - 1);
            List<AccountHealth> full = batch;
            Scan soFar = scan.at(state, tally.scored(), tally.refused());
            batch = new ArrayList<>(BATCH);
            underWay.add(CompletableFuture.supplyAsync(() -> commit(full, soFar), storing));
            listener.onProgress(tally.scored(), tally.refused());
        }

        private Committed commit(List<AccountHealth> full, Scan soFar) {
            return unitOfWork.commit(actor.tenant(), () -> {
                int added = scores.append(actor.tenant(), policy, full);
                scans.save(actor.tenant(), soFar);
                return new Committed(added, reaction.stored(actor.tenant(), full));
            });
        }

        /** A batch that fails fails the scan. */
        private void awaitUntilUnderWay(int most) {
            while (underWay.size() > most) {
                try {
                    Committed committed = underWay.remove().join();
                    tally.countAdded(committed.added());
                    tally.countAlerts(committed.alerts());
                } catch (CompletionException failure) {
                    throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
                }
            }
        }
    }
}
