package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.signal.KnownPortfolio;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.application.signal.port.SignalSource;
import io.csm.application.signal.port.SignalValueRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.SignalCatalogue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

final class JdbiSignalValueRepository implements SignalValueRepository {

    private static final int BATCH = 1_000;

    private final TenantTransactions transactions;
    private final PolicyDictionary policies;
    private final LayoutDictionary layouts;

    JdbiSignalValueRepository(TenantTransactions transactions, PolicyDictionary policies, LayoutDictionary layouts) {
        this.transactions = transactions;
        this.policies = policies;
        this.layouts = layouts;
    }

    private static final String UNKNOWN = """
            select wanted.account_id
            from unnest(:accounts) wanted (account_id)
            where not exists (
                select from csm.account a where a.tenant_id = :tenant and a.account_id = wanted.account_id)
            limit 1
            """;

    private static final String APPEND = """
            insert into csm.signal_value (tenant_id, account_no, signal, observed_at, received_at, source, value)
            select a.tenant_id, a.account_no, :signal, :observedAt, :receivedAt, :source, :value
            from csm.account a
            where a.tenant_id = :tenant
            and a.account_id = :account
            on conflict do nothing
            """;

    @Override
    public Set<AccountId> append(TenantId tenant, Collection<SignalValue> values) {
        if (values.isEmpty()) {
            return Set.of();
        }
        return transactions.in(tenant, handle -> {
            refuseUnknown(handle, tenant, values);
            List<SignalValue> all = List.copyOf(values);
            Set<AccountId> changed = new LinkedHashSet<>();
            PreparedBatch batch = handle.prepareBatch(APPEND);
            for (int from = 0; from < all.size(); from += BATCH) {
                changed.addAll(append(batch, tenant, all.subList(from, Math.min(all.size(), from + BATCH))));
            }
            return changed;
        });
    }

    private static Set<AccountId> append(PreparedBatch batch, TenantId tenant, List<SignalValue> values) {
        values.forEach(value -> add(batch, tenant, value));
        int[] added = batch.execute();
        Set<AccountId> changed = new LinkedHashSet<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] > 0) {
                changed.add(values.get(i).account());
            }
        }
        return changed;
    }

    private static void refuseUnknown(Handle handle, TenantId tenant, Collection<SignalValue> values) {
        String[] accounts =
                values.stream().map(value -> value.account().value()).distinct().toArray(String[]::new);
        handle.createQuery(UNKNOWN)
                .bind("tenant", tenant.value())
                .bindByType("accounts", accounts, String[].class)
                .mapTo(String.class)
                .findOne()
                .ifPresent(unknown -> {
                    throw new AccountNotFound(new AccountId(unknown), "is not known");
                });
    }

    private static void add(PreparedBatch batch, TenantId tenant, SignalValue value) {
        batch.bind("tenant", tenant.value())
                .bind("account", value.account().value())
                .bind("signal", value.signal())
                .bind("observedAt", Times.notAfter(value.origin().observedAt()))
                .bind("receivedAt", Times.notAfter(value.receivedAt()))
                .bind("source", value.origin().source())
                .bind("value", value.value())
                .add();
    }

    @Override
    public SignalSource known(TenantId tenant, SignalCatalogue catalogue, Viewpoint viewpoint, ShelfLives shelfLives) {
        return known(
                tenant,
                catalogue,
                viewpoint,
                shelfLives,
                handle -> KnownSignalsQueries.ofAll(handle, tenant, viewpoint));
    }

    @Override
    public SignalSource known(
            TenantId tenant,
            SignalCatalogue catalogue,
            Viewpoint viewpoint,
            ShelfLives shelfLives,
            Collection<AccountId> accounts) {
        return known(
                tenant,
                catalogue,
                viewpoint,
                shelfLives,
                handle -> KnownSignalsQueries.ofSome(handle, tenant, viewpoint, accounts));
    }

    private SignalSource known(
            TenantId tenant,
            SignalCatalogue catalogue,
            Viewpoint viewpoint,
            ShelfLives shelfLives,
            Function<Handle, KnownSignalsQueries> of) {
        KnownSignalsCursor cursor = KnownSignalsCursor.open(transactions, tenant, of, policies, layouts);
        return new KnownPortfolio(cursor, catalogue, viewpoint.asOf(), shelfLives, cursor::close);
    }
}
