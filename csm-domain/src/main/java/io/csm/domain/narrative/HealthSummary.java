package io.csm.domain.narrative;

import java.util.List;

/**
 * What a score says, in words.
 *
 * @param narrative two to four sentences, not blank
 * @param expansionSignals what speaks for more business
 * @param recommendedActions what to do next, the most pressing first
 */
public record HealthSummary(String narrative, List<String> expansionSignals, List<String> recommendedActions) {

    public HealthSummary {
        if (narrative.isBlank()) {
            throw new IllegalArgumentException("a health summary must not be blank");
        }
        expansionSignals = List.copyOf(expansionSignals);
        recommendedActions = List.copyOf(recommendedActions);
    }
}
