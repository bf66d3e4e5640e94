package io.csm.application.quality;

import io.csm.application.access.Actor;
import io.csm.application.quality.port.OddityFinder;
import io.csm.domain.fact.Viewpoint;
import java.util.List;

/** Tells what looks odd in the data of a tenant. Nothing of it is repaired. */
public final class FindOddities {

    private final OddityFinder oddities;

    public FindOddities(OddityFinder oddities) {
        this.oddities = oddities;
    }

    /** What looks odd from there. */
    public List<Oddity> find(Actor actor, Viewpoint viewpoint) {
        return oddities.find(actor.tenant(), viewpoint);
    }
}
