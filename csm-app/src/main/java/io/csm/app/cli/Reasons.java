package io.csm.app.cli;

import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.health.Contribution;
import io.csm.domain.signal.StandardSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why an account needs somebody, in as few words as possible. */
final class Reasons {

    private Reasons() {}

    private static final int MOST_LOSSES = 2;

    /** The two things that cost the most points and, where it presses, the renewal. */
    static String first(AccountHealth health) {
        List<String> reasons = new ArrayList<>();
        health.score().losses().stream()
                .filter(loss -> loss.backing() == Contribution.Backing.TRACKED)
                .limit(MOST_LOSSES)
                .map(Contribution::reason)
                .forEach(reasons::add);
        boolean contractPresses = health.trigger()
                .filter(trigger -> trigger != ChurnTrigger.BEHAVIORAL)
                .isPresent();
        Optional<String> renewal = health.score().snapshot().value(StandardSignals.DAYS_TO_RENEWAL).stream()
                .mapToObj(StandardSignals.DAYS_TO_RENEWAL::say)
                .findFirst()
                .filter(words -> contractPresses && !reasons.contains(words));
        renewal.ifPresent(reasons::add);
        return Words.capitalised(String.join("; ", reasons));
    }
}
