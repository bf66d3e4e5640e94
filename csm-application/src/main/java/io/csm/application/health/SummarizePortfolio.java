package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.health.port.HealthScoreRepository.Row;
import io.csm.domain.account.Money;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Rag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Summarises a portfolio as of an instant and compares it with the days before, in one pass. */
public final class SummarizePortfolio {

    private static final Comparator<Row> MOST_AT_RISK = Comparator.comparing(
                    (Row row) -> row.latest().risk())
            .thenComparing(SummarizePortfolio::revenue, Comparator.reverseOrder())
            .thenComparing(row -> row.latest().score().value())
            .thenComparing(row -> row.account().id());
    private static final Comparator<Row> LARGEST_FALL = Comparator.comparing(SummarizePortfolio::change)
            .thenComparing(row -> row.account().id());
    private static final Comparator<Row> LARGEST_RISE = Comparator.comparing(SummarizePortfolio::change)
            .reversed()
            .thenComparing(row -> row.account().id());

    private final HealthScoreRepository scores;

    public SummarizePortfolio(HealthScoreRepository scores) {
        this.scores = scores;
    }

    /** The summary, with at most {@code most} accounts in each of its lists. */
    public PortfolioSummary summarize(Actor actor, Instant asOf, Duration comparedWith, int most) {
        Pass pass = new Pass(most);
        scores.forEachAccount(actor.tenant(), asOf, asOf.minus(comparedWith), pass::add);
        return pass.summary();
    }

    private static BigDecimal revenue(Row row) {
        return row.account().arr().map(Money::amount).orElse(BigDecimal.ZERO);
    }

    private static double change(Row row) {
        return row.latest().score().value()
                - row.earlier().map(earlier -> earlier.score().value()).orElse(0.0);
    }

    /** Keeps the best few of many by an order. */
    private static final class Best {
        private final Comparator<Row> order;
        private final int most;
        private final PriorityQueue<Row> worstFirst;
        private long offered;

        Best(Comparator<Row> order, int most) {
            this.order = order;
            this.most = most;
            this.worstFirst = new PriorityQueue<>(order.reversed());
        }

        void offer(Row row) {
            offered++;
            worstFirst.add(row);
            if (worstFirst.size() > most) {
                worstFirst.poll();
            }
        }

        List<Row> list() {
            return worstFirst.stream().sorted(order).toList();
        }
    }

    private static final class Pass {
        private final Map<Rag, Long> counts = new EnumMap<>(Rag.class);
        private final Map<Rag, Long> earlierCounts = new EnumMap<>(Rag.class);
        private final Map<Rag, Map<String, BigDecimal>> arr = new EnumMap<>(Rag.class);
        private final Map<ChurnRisk, Long> byRisk = new EnumMap<>(ChurnRisk.class);
        private final Best atRisk;
        private final Best fell;
        private final Best rose;
        private long accounts;
        private long compared;
        private double coverage;

        Pass(int most) {
            atRisk = new Best(MOST_AT_RISK, most);
            fell = new Best(LARGEST_FALL, most);
            rose = new Best(LARGEST_RISE, most);
        }

        void add(Row row) {
            AccountHealth health = row.latest();
            Rag rag = health.score().rag();
            accounts++;
            coverage += health.score().coverage();
            counts.merge(rag, 1L, Long::sum);
            byRisk.merge(health.risk(), 1L, Long::sum);
            row.account()
                    .arr()
                    .ifPresent(money -> arr.computeIfAbsent(rag, any -> new TreeMap<>())
                            .merge(money.currency().getCurrencyCode(), money.amount(), BigDecimal::add));
            if (health.shouldAlert()) {
                atRisk.offer(row);
            }
            row.earlier().ifPresent(earlier -> compare(row, earlier.score().rag(), rag));
        }

        private void compare(Row row, Rag before, Rag now) {
            compared++;
            earlierCounts.merge(before, 1L, Long::sum);
            if (now.compareTo(before) > 0) {
                fell.offer(row);
            } else if (now.compareTo(before) < 0) {
                rose.offer(row);
            }
        }

        PortfolioSummary summary() {
            List<PortfolioSummary.Slice> slices = Arrays.stream(Rag.values())
                    .map(rag -> new PortfolioSummary.Slice(
                            rag,
                            counts.getOrDefault(rag, 0L),
                            earlierCounts.getOrDefault(rag, 0L),
                            arr.getOrDefault(rag, Map.of())))
                    .toList();
            return new PortfolioSummary(
                    accounts,
                    slices,
                    byRisk,
                    atRisk.list(),
                    fell.list(),
                    rose.list(),
                    fell.offered,
                    rose.offered,
                    compared,
                    accounts == 0 ? 0 : coverage / accounts);
        }
    }
}
