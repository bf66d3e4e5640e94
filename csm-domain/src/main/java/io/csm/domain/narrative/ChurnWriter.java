package io.csm.domain.narrative;

import io.csm.domain.brief.AccountBrief;
import java.util.List;
import java.util.Optional;

/**
 * Writes why an account may leave and what to do about it, out of its brief alone: who it is and what is the matter, where
 * the score stands and how it moved, what else speaks for leaving, and when somebody last talked with them.
 */
public final class ChurnWriter {

    private static final int MOST_RISKS = 6;

    private ChurnWriter() {}

    /** The same brief gives the same text. */
    public static ChurnNarrative write(AccountBrief brief) {
        Situation situation = new Situation(brief);
        List<Worry> worries = Worry.of(situation);
        Narrative narrative = new Narrative(situation, worries);
        Optional<String> unsaid = narrative.unsaid();
        return new ChurnNarrative(
                narrative.text(),
                worries.stream().map(Worry::risk).limit(MOST_RISKS).toList(),
                Advice.on(situation, worries, unsaid));
    }
}
