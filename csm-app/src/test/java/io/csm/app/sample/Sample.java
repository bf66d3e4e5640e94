package io.csm.app.sample;

import static org.assertj.core.api.Assertions.fail;

import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Rag;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sample with every month scored by csm-standard. */
final class Sample {

    static final int NEWEST = 11;

    private final SamplePortfolio portfolio;
    private final Map<AccountId, Map<Integer, AccountHealth>> health = new TreeMap<>();

    private Sample(SamplePortfolio portfolio) {
        this.portfolio = portfolio;
        HealthPolicy policy = HealthPolicy.of(ShippedScorecards.CSM_STANDARD);
        for (int month = 0; month <= NEWEST; month++) {
            for (SignalSnapshot snapshot : snapshots(portfolio, month)) {
                health.computeIfAbsent(snapshot.account(), any -> new TreeMap<>())
                        .put(month, policy.assess(snapshot));
            }
        }
    }

    static Sample asOf(LocalDate day) {
        return new Sample(SamplePortfolio.asOf(day));
    }

    static List<SignalSnapshot> snapshots(SamplePortfolio portfolio, int month) {
        return snapshots(portfolio, month, StandardSignals.CATALOGUE);
    }

    static List<SignalSnapshot> snapshots(SamplePortfolio portfolio, int month, SignalCatalogue catalogue) {
        List<SignalSnapshot> snapshots = new ArrayList<>();
        try (SignalSource source = portfolio.snapshots(portfolio.months().get(month), catalogue)) {
            while (source.next(new SignalSource.Sink() {
                @Override
                public void snapshot(long line, SignalSnapshot snapshot) {
                    snapshots.add(snapshot);
                }

                @Override
                public void refused(RefusedRow row) {
                    fail(row.sentence());
                }
            })) {}
        }
        return snapshots;
    }

    SamplePortfolio portfolio() {
        return portfolio;
    }

    LocalDate day(int month) {
        return portfolio.months().get(month);
    }

    /** The health of every account in that month, by account id. */
    List<AccountHealth> in(int month) {
        return health.values().stream()
                .filter(months -> months.containsKey(month))
                .map(months -> months.get(month))
                .toList();
    }

    /** The scores of an account from its first month to its last. */
    List<AccountHealth> history(AccountId account) {
        return List.copyOf(health.getOrDefault(account, Map.of()).values());
    }

    Account account(AccountId id) {
        return portfolio.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    <T> Map<T, Long> count(int month, Function<AccountHealth, T> by) {
        return in(month).stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    double percent(int month, Rag rag) {
        return 100.0
                * count(month, one -> one.score().rag()).getOrDefault(rag, 0L)
                / in(month).size();
    }

    /** Every pair of snapshots that one account has in two months that follow each other. */
    void forEachStep(BiConsumer<SignalSnapshot, SignalSnapshot> check) {
        for (Map<Integer, AccountHealth> months : health.values()) {
            for (int month = 1; month <= NEWEST; month++) {
                if (months.containsKey(month) && months.containsKey(month - 1)) {
                    check.accept(
                            months.get(month - 1).score().snapshot(),
                            months.get(month).score().snapshot());
                }
            }
        }
    }
}
