package io.csm.adapter.llm;

import io.csm.application.access.TenantId;
import io.csm.application.narrative.port.ModelJournal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a tenant may spend in a UTC day. What is under way when the limit is reached still counts on top of it. */
final class DayLimits {

    private final LlmSettings settings;
    private final ModelJournal journal;
    private final Clock clock;

    DayLimits(LlmSettings settings, ModelJournal journal, Clock clock) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Which limit of the day is reached, in a sentence; empty when none is. */
    Optional<String> reached(TenantId tenant) {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        ModelJournal.Spent spent = journal.spentSince(tenant, midnight);
        if (spent.tokens() >= settings.tokensADay()) {
            return Optional.of("the daily limit of " + settings.tokensADay() + " tokens is reached");
        }
        return settings.costADay()
                .filter(limit -> spent.cost().compareTo(limit) >= 0)
                .map(limit -> "the daily limit of " + limit.toPlainString() + " of cost is reached");
    }
}
