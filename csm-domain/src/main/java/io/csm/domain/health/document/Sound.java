package io.csm.domain.health.document;

import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.percent;

import io.csm.domain.health.Bands;
import io.csm.domain.health.Condition;
import io.csm.domain.health.Measure;
import io.csm.domain.health.NamedFormula;
import io.csm.domain.health.PointsRule;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.signal.StandardSignals;
import java.util.List;
import java.util.Optional;

/**
 * Sound stand-ins. With them around one value at a time can be put to the domain, which alone knows its rules, and what
 * it refuses is told where that value stands.
 */
final class Sound {

    static final String NAME = "sound";
    static final ScorecardRef REF = new ScorecardRef(NAME, 1);
    static final Bands BANDS = bands(70, 40);
    static final PointsRule RULE = NamedFormula.TICKET_VOLUME;
    static final Condition CONDITION = new Condition(StandardSignals.OPEN_ESCALATION, Optional.of("yes"), List.of());

    private Sound() {}

    static Measure measureCalled(String name) {
        return measure(name, percent(100), RULE);
    }
}
