package io.csm.domain.churn;

import io.csm.domain.health.Rag;
import java.util.List;
import java.util.Optional;

/**
 * What the churn rules say of one account.
 *
 * @param risk how likely it is to leave
 * @param trigger which rules fired; empty for none
 * @param rag the band of the score that it rests on
 * @param findings one sentence for each rule, fired or not
 */
public record ChurnAssessment(ChurnRisk risk, Optional<ChurnTrigger> trigger, Rag rag, List<Finding> findings) {

    /**
     * One rule and whether it fired.
     *
     * @param rule the trigger it stands for, never {@link ChurnTrigger#BOTH}
     * @param fired whether it did
     * @param sentence why or why not
     */
    public record Finding(ChurnTrigger rule, boolean fired, String sentence) {}

    public ChurnAssessment {
        findings = List.copyOf(findings);
    }

    /** Whether somebody must be told: RED, or risk high or critical. Derived; nobody can set it. */
    public boolean shouldAlert() {
        return shouldAlert(rag, risk);
    }

    static boolean shouldAlert(Rag rag, ChurnRisk risk) {
        return rag == Rag.RED || risk == ChurnRisk.HIGH || risk == ChurnRisk.CRITICAL;
    }
}
