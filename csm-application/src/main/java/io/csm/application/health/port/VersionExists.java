package io.csm.application.health.port;

import io.csm.application.shared.CsmException;
import io.csm.domain.health.ScorecardRef;

/** That version of a scorecard is published, and a published version never changes. */
public final class VersionExists extends CsmException {

    public VersionExists(ScorecardRef ref) {
        super("scorecard " + ref + " is published and never changes; give the document version " + (ref.version() + 1));
    }
}
