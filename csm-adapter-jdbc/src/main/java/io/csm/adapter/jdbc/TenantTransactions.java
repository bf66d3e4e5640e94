package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.shared.UnitOfWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Every statement runs in a transaction of one tenant, and this is the only place that says which. Work inside work
 * joins the outer transaction of its thread.
 */
final class TenantTransactions implements UnitOfWork {

    private static final String SET_TENANT = "select set_config('app.tenant_id', :tenant, true)";

    /** What may go wrong in the database is caught and told in one place. */
    @FunctionalInterface
    interface Work<T> {
        T run(Handle handle) throws SQLException;
    }

    private record Unit(TenantId tenant, Handle handle, List<Runnable> afterCommit) {}

    private final Jdbi jdbi;
    private final ThreadLocal<Optional<Unit>> current = ThreadLocal.withInitial(Optional::empty);

    TenantTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T commit(TenantId tenant, Supplier<T> work) {
        return in(tenant, handle -> work.get());
    }

    /** Runs the work in the outer transaction, or in a new one that ends with it. */
    <T> T in(TenantId tenant, Work<T> work) {
        Optional<Unit> outer = current.get();
        if (outer.isEmpty()) {
            return begin(tenant, work);
        }
        if (!outer.get().tenant().equals(tenant)) {
            throw new IllegalStateException("tenant " + tenant + " cannot work inside the unit of tenant "
                    + outer.get().tenant());
        }
        return run(work, outer.get().handle());
    }

    /** Whether the calling thread works inside a transaction that will go on after what it does next. */
    boolean isInUnit() {
        return current.get().isPresent();
    }

    /** Runs when the transaction at work is committed, and never when it is undone. */
    void afterCommit(Runnable action) {
        current.get()
                .orElseThrow(() -> new IllegalStateException("no transaction"))
                .afterCommit()
                .add(action);
    }

    /**
     * A transaction on a connection of its own, for reading on after the call; all that it asks sees the database at one
     * instant. The caller closes the handle.
     */
    Handle openForReading(TenantId tenant) {
        Handle handle = connect();
        try {
            handle.begin();
            handle.execute("set transaction isolation level repeatable read, read only");
            enter(handle, tenant);
            return handle;
        } catch (JdbiException failure) {
            handle.close();
            throw SqlFailures.translate(failure);
        }
    }

    /** A connection of its own without a tenant, which sees no rows. */
    Handle connect() {
        try {
            return jdbi.open();
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    private <T> T begin(TenantId tenant, Work<T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result;
        try {
            result = jdbi.inTransaction(handle -> {
                enter(handle, tenant);
                current.set(Optional.of(new Unit(tenant, handle, afterCommit)));
                return run(work, handle);
            });
        } catch (JdbiException failure) {
            throw SqlFailures.translate(failure);
        } finally {
            current.remove();
        }
        afterCommit.forEach(Runnable::run);
        return result;
    }

    private static <T> T run(Work<T> work, Handle handle) {
        try {
            return work.run(handle);
        } catch (SQLException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    private static void enter(Handle handle, TenantId tenant) {
        handle.createQuery(SET_TENANT)
                .bind("tenant", tenant.value())
                .mapTo(String.class)
                .one();
    }
}
