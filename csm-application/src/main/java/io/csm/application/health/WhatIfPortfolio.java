package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.health.port.HealthScoreRepository.Row;
import io.csm.application.health.port.ScanRepository;
import io.csm.application.signal.ReadSignals;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Rag;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Asks how the whole portfolio would score by another scorecard; stores nothing. */
public final class WhatIfPortfolio {

    private static final int BATCH = 1_000;

    private final HealthScoreRepository scores;
    private final FullSnapshots snapshots;

    public WhatIfPortfolio(HealthScoreRepository scores, ScanRepository scans, ReadSignals signals) {
        this.scores = scores;
        this.snapshots = new FullSnapshots(scans, signals);
    }

    /**
     * One account under both.
     *
     * @param account who
     * @param before by the policy that scored it
     * @param after by the candidate
     */
    public record Move(Account account, AccountHealth before, AccountHealth after) {

        /** The points that the candidate gives more, or less when negative. */
        public double change() {
            return after.score().value() - before.score().value();
        }
    }

    /**
     * Old and new side by side.
     *
     * @param compared accounts scored by both
     * @param notScored accounts that the candidate cannot score
     * @param bands how many accounts go from a colour to a colour
     * @param largest the accounts whose score changes most, the largest change first
     * @param meanChange the mean change in points
     */
    public record Comparison(
            long compared, long notScored, Map<Rag, Map<Rag, Long>> bands, List<Move> largest, double meanChange) {

        /** How many accounts go from one colour to the other. */
        public long from(Rag before, Rag after) {
            return bands.getOrDefault(before, Map.of()).getOrDefault(after, 0L);
        }
    }

    /** Scores what was known at the latest score of every account by the candidate; at most {@code most} accounts are listed. */
    public Comparison by(Actor actor, HealthPolicy candidate, Instant asOf, int most) {
        Pass pass = new Pass(actor, candidate, most);
        scores.forEachAccount(actor.tenant(), asOf, Instant.EPOCH, pass::add);
        return pass.comparison();
    }

    private static final Comparator<Move> SMALLEST_FIRST = Comparator.comparingDouble(
                    (Move move) -> Math.abs(move.change()))
            .thenComparing(move -> move.account().id(), Comparator.reverseOrder());

    private final class Pass {
        private final Actor actor;
        private final HealthPolicy candidate;
        private final int most;
        private final Map<Rag, Map<Rag, Long>> bands = new EnumMap<>(Rag.class);
        private final PriorityQueue<Move> largest = new PriorityQueue<>(SMALLEST_FIRST);
        private final List<Row> batch = new ArrayList<>();
        private long compared;
        private long notScored;
        private double change;

        Pass(Actor actor, HealthPolicy candidate, int most) {
            this.actor = actor;
            this.candidate = candidate;
            this.most = most;
        }

        void add(Row row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                compare();
            }
        }

        private void compare() {
            Map<AccountId, SignalSnapshot> full =
                    snapshots.of(actor, batch, candidate.scorecard().catalogue());
            for (Row row : batch) {
                SignalSnapshot kept = row.latest().score().snapshot();
                compare(row, full.getOrDefault(row.account().id(), kept));
            }
            batch.clear();
        }

        private void compare(Row row, SignalSnapshot snapshot) {
            try {
                AccountHealth after = candidate.assess(snapshot);
                count(new Move(row.account(), row.latest(), after));
            } catch (InvalidSignal notTracked) {
                notScored++;
            }
        }

        private void count(Move move) {
            compared++;
            change += move.change();
            bands.computeIfAbsent(move.before().score().rag(), any -> new EnumMap<>(Rag.class))
                    .merge(move.after().score().rag(), 1L, Long::sum);
            largest.add(move);
            if (largest.size() > most) {
                largest.poll();
            }
        }

        Comparison comparison() {
            compare();
            return new Comparison(
                    compared,
                    notScored,
                    bands,
                    largest.stream().sorted(SMALLEST_FIRST.reversed()).toList(),
                    compared == 0 ? 0 : change / compared);
        }
    }
}
