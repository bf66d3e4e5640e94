package io.csm.adapter.jdbc;

import io.csm.adapter.jdbc.KnownSignalsQueries.Stored;
import io.csm.application.access.TenantId;
import io.csm.application.signal.KnownSignals;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SignalSnapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads what is known of account after account, on a connection of its own, until it is closed. Three cursors run side
 * by side: that of what is derived has every account, the others have some of them in the same order.
 */
final class KnownSignalsCursor implements Iterator<KnownSignals>, AutoCloseable {

    private final Handle handle;
    private final Ahead<DerivedRow> derived;
    private final Ahead<SignalValue> given;
    private final Ahead<Stored> latest;
    private Optional<KnownSignals> next = Optional.empty();

    private KnownSignalsCursor(
            Handle handle, Ahead<DerivedRow> derived, Ahead<SignalValue> given, Ahead<Stored> latest) {
        this.handle = handle;
        this.derived = derived;
        this.given = given;
        this.latest = latest;
    }

    /** Opens the cursors on a new transaction, which ends when this is closed. */
    static KnownSignalsCursor open(
            TenantTransactions transactions,
            TenantId tenant,
            Function<Handle, KnownSignalsQueries> of,
            PolicyDictionary policies,
            LayoutDictionary layouts) {
        Handle handle = transactions.openForReading(tenant);
        try {
            KnownSignalsQueries queries = of.apply(handle);
            return new KnownSignalsCursor(
                    handle,
                    new Ahead<>(queries.derived()),
                    new Ahead<>(queries.given()),
                    new Ahead<>(queries.latest(policies, layouts)));
        } catch (JdbiException failure) {
            try (handle) {
                handle.rollback();
            } catch (JdbiException connectionLost) {
                failure.addSuppressed(connectionLost);
            }
            throw SqlFailures.translate(failure);
        }
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            Optional<DerivedRow> row = derived.takeIf(any -> true);
            if (row.isEmpty()) {
                return false;
            }
            KnownSignals known = known(row.get());
            next = Optional.of(known).filter(signals -> row.get().isCustomer() && signals.isNotEmpty());
        }
        return true;
    }

    @Override
    public KnownSignals next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more accounts");
        }
        KnownSignals known = next.orElseThrow();
        next = Optional.empty();
        return known;
    }

    private KnownSignals known(DerivedRow row) {
        AccountId account = row.account();
        List<SignalValue> values = new ArrayList<>();
        Optional<SignalValue> value = given.takeIf(one -> one.account().equals(account));
        while (value.isPresent()) {
            values.add(value.get());
            value = given.takeIf(one -> one.account().equals(account));
        }
        Optional<SignalSnapshot> snapshot =
                latest.takeIf(one -> one.account().equals(account)).map(Stored::snapshot);
        return new KnownSignals(account, snapshot, values, row.values());
    }

    @Override
    public void close() {
        try (handle) {
            handle.rollback(); // ends the cursors as well
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        }
    }
}
