package io.csm.app.bench;

import static io.csm.domain.signal.StandardSignals.CATALOGUE;

import io.csm.app.Csm;
import io.csm.application.access.TenantId;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.port.SignalSource;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalSnapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Times the derivation of a whole portfolio from a quarter, a half and all of so many events, beside a plain grouping of
 * the same events in the same run: what grows faster than the events shows. And that of a few accounts of it.
 */
public final class DeriveBenchmark {

    /** How many accounts are derived by themselves. */
    public static final int FEW = 1_000;

    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final Viewpoint SEEN_FROM = new Viewpoint(NOW, NOW.plus(Duration.ofDays(1)));
    private static final TenantId TENANT = new TenantId("bench");
    private static final int TIMES = 3;

    private static final String PLAIN_GROUPING = """
            select count(*), sum(events), sum(quantity)
            from (
                select account_no, count(*) as events, sum(quantity) as quantity
                from csm.event
                where tenant_id = 'bench'
                and occurred_at > ?
                and occurred_at <= ?
                group by account_no) account
            """;

    private final Csm csm;
    private final GeneratedHistory history;

    /** A benchmark on an empty database. */
    public DeriveBenchmark(Csm csm) {
        this.csm = csm;
        this.history = new GeneratedHistory(csm.database());
    }

    /**
     * What was measured over so many events; the medians of three.
     *
     * @param events in all, over 400 days
     * @param window how many of them the plain grouping and the derivations of usage read: those of 90 days
     * @param filling how long it took to fill in those that were not there before
     * @param grouping the plain grouping of the window
     * @param portfolio the derivation of every account, read to its end
     * @param few the derivation of {@link #FEW} accounts
     * @param derived accounts that came out
     */
    public record Size(
            long events,
            long window,
            Duration filling,
            Duration grouping,
            Duration portfolio,
            Duration few,
            long derived) {}

    /** Fills in so many accounts and events, and tells what was measured at each size. */
    public void run(long accounts, long events, Consumer<Size> told) {
        history.accounts(accounts);
        long before = 0;
        for (long size : List.of(events / 4, events / 2, events)) {
            told.accept(measure(accounts, before, size));
            before = size;
        }
    }

    private Size measure(long accounts, long before, long events) {
        long start = System.nanoTime();
        history.events(before, events);
        Duration filling = Duration.ofNanos(System.nanoTime() - start);
        List<AccountId> few = few(accounts);
        List<Timed> grouping = new ArrayList<>();
        List<Timed> portfolio = new ArrayList<>();
        List<Timed> some = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            grouping.add(timed(this::group));
            portfolio.add(timed(() -> drain(values().known(TENANT, CATALOGUE, SEEN_FROM, ShelfLives.none()))));
            some.add(timed(() -> drain(values().known(TENANT, CATALOGUE, SEEN_FROM, ShelfLives.none(), few))));
        }
        return new Size(
                events,
                grouping.get(0).rows(),
                filling,
                median(grouping),
                median(portfolio),
                median(some),
                portfolio.get(0).rows());
    }

    private SignalValueRepository values() {
        return csm.customerSuccess().ports().signalValues();
    }

    /** Evenly spread. */
    private static List<AccountId> few(long accounts) {
        long step = Math.max(1, accounts / FEW);
        return LongStream.iterate(1, n -> n <= accounts, n -> n + step)
                .limit(FEW)
                .mapToObj(n -> new AccountId("A-" + (10_000_000 + n)))
                .toList();
    }

    private record Timed(Duration time, long rows) {}

    private static Timed timed(Supplier<Long> work) {
        long start = System.nanoTime();
        long rows = work.get();
        return new Timed(Duration.ofNanos(System.nanoTime() - start), rows);
    }

    private static Duration median(List<Timed> times) {
        return times.stream()
                .map(Timed::time)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(times.size() / 2);
    }

    /** How many events lie in the window. */
    private long group() {
        try (Connection connection = csm.database().application().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement tenant =
                            connection.prepareStatement("select set_config('app.tenant_id', 'bench', true)");
                    PreparedStatement grouping = connection.prepareStatement(PLAIN_GROUPING)) {
                tenant.execute();
                grouping.setObject(1, NOW.minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC));
                grouping.setObject(2, NOW.atOffset(ZoneOffset.UTC));
                try (ResultSet result = grouping.executeQuery()) {
                    result.next();
                    return result.getLong(2);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the events could not be grouped", failure);
        }
    }

    /** How many accounts came out. */
    private static long drain(SignalSource source) {
        Counter counter = new Counter();
        try (source) {
            while (source.next(counter)) {
                // counted
            }
        }
        return counter.snapshots;
    }

    private static final class Counter implements SignalSource.Sink {
        private long snapshots;

        @Override
        public void snapshot(long line, SignalSnapshot snapshot) {
            snapshots++;
        }

        @Override
        public void refused(RefusedRow row) {
            throw new IllegalStateException(row.sentence());
        }
    }
}
