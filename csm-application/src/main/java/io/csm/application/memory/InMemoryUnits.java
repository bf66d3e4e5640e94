package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.shared.UnitOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** One unit of work at a time. Each write tells how it is undone; others may see it before the unit has ended. */
final class InMemoryUnits implements UnitOfWork {

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private Optional<TenantId> inside = Optional.empty();

    @Override
    public synchronized <T> T commit(TenantId tenant, Supplier<T> work) {
        if (inside.isPresent()) {
            return join(inside.get(), tenant, work);
        }
        inside = Optional.of(tenant);
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            inside = Optional.empty();
            end(done);
        }
    }

    private static <T> T join(TenantId outer, TenantId tenant, Supplier<T> work) {
        if (!outer.equals(tenant)) {
            throw new IllegalStateException("tenant " + tenant + " cannot work inside the unit of tenant " + outer);
        }
        return work.get();
    }

    private void end(boolean done) {
        while (!undo.isEmpty()) {
            Runnable latest = undo.pop();
            if (!done) {
                latest.run();
            }
        }
    }

    /** Remembers how to take a write back, should the unit fail. */
    void wrote(Runnable takeBack) {
        if (Thread.holdsLock(this)) {
            undo.push(takeBack);
        }
    }

    /** A repository that is asked inside a unit must be asked for the tenant of the unit. */
    void enter(TenantId tenant) {
        if (Thread.holdsLock(this)) {
            join(inside.orElse(tenant), tenant, () -> tenant);
        }
    }
}
