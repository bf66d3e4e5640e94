package io.csm.application.shared;

import io.csm.application.access.TenantId;
import java.util.function.Supplier;

/**
 * Makes several writes one: all of them are kept, or none. Writes of repositories inside join it. Nothing slow and no
 * catching belongs inside. A tenant cannot work inside the unit of another one: {@link IllegalStateException}.
 */
public interface UnitOfWork {

    /** Runs the work in the name of that tenant and commits it; an exception undoes it and comes through. */
    <T> T commit(TenantId tenant, Supplier<T> work);
}
