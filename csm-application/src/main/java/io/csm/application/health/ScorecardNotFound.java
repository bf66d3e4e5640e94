package io.csm.application.health;

import io.csm.application.shared.CsmException;
import io.csm.domain.signal.SimilarNames;
import java.util.Collection;

/** There is no scorecard of that name, or not in that version. */
public final class ScorecardNotFound extends CsmException {

    ScorecardNotFound(String asked, Collection<String> known) {
        super("there is no scorecard '" + asked + "'" + SimilarNames.hint(asked, known));
    }
}
