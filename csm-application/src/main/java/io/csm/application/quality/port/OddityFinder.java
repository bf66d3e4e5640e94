package io.csm.application.quality.port;

import io.csm.application.access.TenantId;
import io.csm.application.quality.Oddity;
import io.csm.domain.fact.Viewpoint;
import java.util.List;

/** Looks through all that is known for what contradicts itself. */
public interface OddityFinder {

    /**
     * What looks odd from there, in the order of {@link Oddity.Kind}; kinds of which there is nothing are left out.
     * Accounts and users are seen as they are known now, for of them only the present is kept.
     */
    List<Oddity> find(TenantId tenant, Viewpoint viewpoint);
}
