package io.csm.domain.narrative;

import io.csm.domain.brief.AccountBrief;
import java.util.List;

/** Writes why an account may leave and what to do about it, out of its brief alone. */
public final class ChurnWriter {

    private ChurnWriter() {}

    /** The same brief gives the same text. */
    public static ChurnNarrative write(AccountBrief brief) {
        return new ChurnNarrative(
                brief.account().name() + " scores "
                        + Math.round(brief.health().score().value()) + ".",
                List.of(),
                List.of());
    }
}
