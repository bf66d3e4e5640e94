package io.csm.domain.narrative;

import io.csm.domain.brief.AccountBrief;
import java.util.List;

/** Writes what the score of an account says, out of its brief alone. */
public final class HealthSummaryWriter {

    private HealthSummaryWriter() {}

    /** The same brief gives the same text. */
    public static HealthSummary write(AccountBrief brief) {
        Situation situation = new Situation(brief);
        List<Worry> worries = Worry.of(situation);
        Narrative narrative = new Narrative(situation, worries);
        return new HealthSummary(
                narrative.text(),
                new Strengths(situation).expansionSignals(),
                Advice.on(situation, worries, narrative.unsaid()));
    }
}
