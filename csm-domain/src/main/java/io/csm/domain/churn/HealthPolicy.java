package io.csm.domain.churn;

import io.csm.domain.health.Scorecard;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that turns the signals of an account into its health: a scorecard and the churn rules. A stored score
 * names the policy that made it, so that it can be made again, to the last digit.
 *
 * @param scorecard turns signals into a score
 * @param churnRules judge the score
 */
public record HealthPolicy(Scorecard scorecard, ChurnRules churnRules) {

    public HealthPolicy {
        Objects.requireNonNull(scorecard, "scorecard");
        Objects.requireNonNull(churnRules, "churnRules");
    }

    /** That scorecard with the default churn rules. */
    public static HealthPolicy of(Scorecard scorecard) {
        return new HealthPolicy(scorecard, ChurnRules.defaults());
    }

    /**
     * The health of one account.
     *
     * @throws io.csm.domain.signal.InvalidSignal when a required signal, or every signal, is not tracked
     */
    public AccountHealth assess(SignalSnapshot snapshot) {
        return new AccountHealth(scorecard.score(snapshot), churnRules);
    }

    /** Whether that health was made by this policy, or by one that is the same in every point. */
    public boolean made(AccountHealth health) {
        return health.score().scorecard().equals(scorecard) && health.rules().equals(churnRules);
    }

    /** The signals that the scorecard and the churn rules read. */
    public Set<Signal> signals() {
        Set<Signal> signals = new HashSet<>(scorecard.signals());
        signals.addAll(ChurnRules.SIGNALS);
        return signals;
    }

    /**
     * The snapshot as a score keeps it: without the derived values that nothing here reads, as they can be derived again
     * from the facts at any time. What was given stays.
     */
    public SignalSnapshot essence(SignalSnapshot snapshot) {
        return snapshot.withoutDerivedBut(signals());
    }
}
