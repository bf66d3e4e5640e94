package io.csm.app.bench;

import io.csm.application.event.Arrival;
import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.FactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Any number of events, spread over a portfolio; the same seed gives the same ones. */
final class GeneratedEvents {

    private static final double SHARE_OF_LOGINS = 0.25;
    private static final double SHARE_OF_ANSWERS = 0.01;
    private static final int HIGHEST_ANSWER = 10;

    private final GeneratedPortfolio portfolio;
    private final long seed;
    private final SplittableRandom random;
    private long given;

    GeneratedEvents(GeneratedPortfolio portfolio, long seed) {
        this.portfolio = portfolio;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** So many events of that span, which have ids that no other has. */
    List<Arrival> batch(int size, Instant from, Duration span) {
        List<Arrival> batch = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Event event = event(from.plusNanos(random.nextLong(span.toNanos())));
            batch.add(new Arrival(event, event.payload()));
        }
        return batch;
    }

    private Event event(Instant at) {
        given++;
        double kind = random.nextDouble();
        EventType type = kind < SHARE_OF_ANSWERS
                ? StandardEvents.NPS_ANSWER
                : kind < SHARE_OF_ANSWERS + SHARE_OF_LOGINS ? StandardEvents.LOGIN : StandardEvents.FEATURE_USED;
        boolean isUse = type.equals(StandardEvents.FEATURE_USED);
        boolean isAnswer = type.equals(StandardEvents.NPS_ANSWER);
        String person = "user-" + random.nextInt(GeneratedPortfolio.SEATS);
        return new Event(
                new FactId("bench", "event-" + seed + "-" + given),
                type,
                portfolio.account(random.nextInt(portfolio.size())),
                at,
                Optional.of(person),
                isUse ? Optional.of("feature-" + random.nextInt(GeneratedPortfolio.FEATURES)) : Optional.empty(),
                isAnswer ? Optional.of((long) random.nextInt(HIGHEST_ANSWER + 1)) : Optional.empty(),
                "{\"session\":\"" + Long.toHexString(random.nextLong()) + "\",\"person\":\"" + person
                        + "\",\"client\":\"web\"}");
    }
}
