package io.csm.application.delivery;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.delivery.port.DeliveryRepository;
import io.csm.application.shared.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands what is due to one channel. Others may do the same at the same time: nobody gets what somebody else is at. Who is
 * killed between handing over and noting it leaves a delivery that is handed over once more, under the same key. A delivery
 * that breaks its channel, by whatever exception, is tried again later like one that failed.
 */
public final class DeliverDue {

    /** Deliveries that are taken at once. */
    public static final int BATCH = 10;

    /** How long those that were taken are kept from others; when it is over, no more of them are attempted. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** A channel that failed so many times in a row is left alone for this time. */
    static final int FAILURES_IN_A_ROW = 3;

    private final DeliveryRepository deliveries;
    private final UnitOfWork unitOfWork;
    private final RetryPolicy policy;
    private final Clock clock;

    public DeliverDue(DeliveryRepository deliveries, UnitOfWork unitOfWork, RetryPolicy policy, Clock clock) {
        this.deliveries = deliveries;
        this.unitOfWork = unitOfWork;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What became of the deliveries that were taken.
     *
     * @param delivered handed over
     * @param failed to be tried again
     * @param dead given up
     * @param moreWait whether others may be due now
     * @param problem the last thing that went wrong; empty when nothing did
     * @param pauseUntil the channel is to be left alone until then; empty when it took something last, or need not be
     */
    public record Done(
            int delivered,
            int failed,
            int dead,
            boolean moreWait,
            Optional<String> problem,
            Optional<Instant> pauseUntil) {

        /** Nothing was due. */
        public static Done nothing() {
            return new Done(0, 0, 0, false, Optional.empty(), Optional.empty());
        }

        public boolean isEmpty() {
            return delivered + failed + dead == 0;
        }

        /** Both together; what the later one says of what waits, of problems and of pauses counts. */
        public Done plus(Done later) {
            return new Done(
                    delivered + later.delivered,
                    failed + later.failed,
                    dead + later.dead,
                    later.moreWait,
                    later.problem.or(() -> problem),
                    later.pauseUntil);
        }
    }

    /** Hands over at most {@link #BATCH} that are due. */
    public Done deliver(Actor actor, DeliveryChannel channel) {
        TenantId tenant = actor.tenant();
        Instant now = clock.instant();
        Instant leasedUntil = now.plus(LEASE);
        List<Delivery> due =
                unitOfWork.commit(tenant, () -> deliveries.lease(tenant, channel.name(), now, leasedUntil, BATCH));
        Batch batch = new Batch(tenant, channel);
        for (Delivery delivery : due) {
            if (!clock.instant().isBefore(leasedUntil)) {
                return batch.done(true); // the channel was so slow that somebody else may have the others by now
            }
            batch.take(delivery);
        }
        return batch.done(due.size() == BATCH);
    }

    private final class Batch {
        private final TenantId tenant;
        private final DeliveryChannel channel;
        private final List<Delivery> ended = new ArrayList<>();
        private Optional<String> problem = Optional.empty();
        private Optional<Instant> pauseUntil = Optional.empty();
        private int failuresInARow;

        Batch(TenantId tenant, DeliveryChannel channel) {
            this.tenant = tenant;
            this.channel = channel;
        }

        /** Noted one by one, so that a kill costs at most one repetition. */
        void take(Delivery delivery) {
            Delivery end = pauseUntil.map(delivery::postponed).orElseGet(() -> attempt(delivery));
            unitOfWork.commit(tenant, () -> {
                deliveries.saveAll(tenant, List.of(end));
                return end;
            });
            ended.add(end);
        }

        private Delivery attempt(Delivery delivery) {
            try {
                channel.take(tenant, delivery);
                failuresInARow = 0;
                return delivery.delivered(clock.instant());
            } catch (ChannelRefused refused) {
                return noted(delivery.dead(words(refused), clock.instant()));
            } catch (ChannelUnavailable unavailable) {
                pauseAfter(unavailable.retryAfter());
                return noted(policy.failed(delivery, words(unavailable), unavailable.retryAfter(), clock.instant()));
            } catch (RuntimeException broken) { // whatever is wrong with this one must not hold up those behind it
                return noted(policy.failed(delivery, words(broken), Optional.empty(), clock.instant()));
            }
        }

        /** As long as it asks for; or for a while, when it failed several times in a row. No attempt of others counts. */
        private void pauseAfter(Optional<Duration> asked) {
            failuresInARow++;
            if (asked.isPresent() || failuresInARow >= FAILURES_IN_A_ROW) {
                pauseUntil = Optional.of(clock.instant().plus(asked.orElse(policy.first())));
            }
        }

        private Delivery noted(Delivery delivery) {
            problem = delivery.problem();
            return delivery;
        }

        private String words(RuntimeException failure) {
            return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        }

        Done done(boolean full) {
            return new Done(
                    count(Delivery.State.DELIVERED),
                    count(Delivery.State.WAITING),
                    count(Delivery.State.DEAD),
                    full && pauseUntil.isEmpty(),
                    problem,
                    pauseUntil);
        }

        private int count(Delivery.State state) {
            return (int) ended.stream().filter(each -> each.state() == state).count();
        }
    }
}
