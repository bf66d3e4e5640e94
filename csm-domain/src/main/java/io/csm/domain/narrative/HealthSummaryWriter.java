package io.csm.domain.narrative;

import io.csm.domain.brief.AccountBrief;
import java.util.List;

/** Writes what the score of an account says, out of its brief alone. */
public final class HealthSummaryWriter {

    private HealthSummaryWriter() {}

    /** The same brief gives the same text. */
    public static HealthSummary write(AccountBrief brief) {
        return new HealthSummary(
                brief.account().name() + " scores "
                        + Math.round(brief.health().score().value()) + ".",
                List.of(),
                List.of());
    }
}
