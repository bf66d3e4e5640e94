package io.csm.domain.narrative;

import java.util.List;

/**
 * Why an account may leave and what to do about it.
 *
 * @param narrative two to four sentences, not blank
 * @param riskFactors what speaks for its leaving, the worst first
 * @param recommendations what to do, the most pressing first
 */
public record ChurnNarrative(String narrative, List<String> riskFactors, List<String> recommendations) {

    public ChurnNarrative {
        if (narrative.isBlank()) {
            throw new IllegalArgumentException("a churn narrative must not be blank");
        }
        riskFactors = List.copyOf(riskFactors);
        recommendations = List.copyOf(recommendations);
    }
}
