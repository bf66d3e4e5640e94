package io.csm.app.sample;

import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;

import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.signal.UsageTrend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who used what in the half year before the last day, summed up by the product for some days at a time. It makes the
 * adoption, the trend and about the logins that were given for that day; what comes before follows its life.
 */
final class Usage {

    private static final String PRODUCT = "product";
    private static final int USES_A_SEAT = 22;
    /** The fewest uses of a feature in a stretch, enough for every trend to show. */
    private static final int LEAST_USES = 40;
    /** Where the product reports no logins, usage comes in so many days apart. */
    private static final int REPORTED_EVERY = 40;

    private final LastMonth last;
    private final Dice dice;
    private final List<String> features;
    private final ActiveDays active;
    private final List<Event> events = new ArrayList<>();
    private final Set<Integer> used = new TreeSet<>();

    private Usage(LastMonth last) {
        this.last = last;
        dice = last.dice("usage");
        features = Features.asTakenUp(last.plan(), last.dice("taste"));
        active = ActiveDays.every(
                (int) last.signals().value(LOGIN_FREQUENCY_DAYS).orElse(REPORTED_EVERY));
    }

    static List<Event> of(LastMonth last) {
        Usage usage = new Usage(last);
        for (int stretch = 0; stretch < ActiveDays.STRETCHES; stretch++) {
            usage.use(stretch);
        }
        usage.logIn();
        return List.copyOf(usage.events);
    }

    /** A pilot may come before the contract, so that the last two stretches are always there. */
    private void use(int stretch) {
        boolean isKnown = stretch < 2 || last.age() >= (stretch + 1) * ActiveDays.STRETCH;
        List<String> taken = features.subList(0, taken(stretch));
        if (isKnown && !taken.isEmpty()) {
            List<Integer> days = List.copyOf(active.in(stretch));
            int times = Math.min(days.size(), stretch < 2 ? 3 : stretch == 2 ? 2 : 1);
            spread(uses(stretch), taken, days, times);
        }
    }

    private int taken(int stretch) {
        return (int) Math.round(last.adoption(stretch) * features.size());
    }

    private long uses(int stretch) {
        long before = Math.max(
                (long) LEAST_USES * features.size(),
                Math.round(last.customer().role().seats() * last.condition(1).usage() * USES_A_SEAT));
        return Math.round(before * share(stretch));
    }

    /** The uses in a stretch as a share of those in the last but one. */
    private double share(int stretch) {
        double share = last.condition(stretch).usage() / last.condition(1).usage();
        if (stretch > 0) {
            return Math.max(0.5, Math.min(2, share));
        }
        return switch (UsageTrend.valueOf(last.word(USAGE_TREND).toUpperCase(Locale.ROOT))) {
            case GROWING -> Math.max(1.15, Math.min(1.6, share));
            case STABLE -> Math.max(0.85, Math.min(1.04, share));
            case DECLINING -> Math.max(0.5, Math.min(0.7, share));
            case INACTIVE -> 0;
        };
    }

    /** Shares out the uses: the features taken up first get most, and the first event what is left over. */
    private void spread(long uses, List<String> taken, List<Integer> days, int times) {
        int parts = times * taken.size() * (taken.size() + 1) / 2;
        long left = uses;
        for (int i = taken.size() - 1; i >= 0; i--) {
            for (int time = 0; time < times; time++) {
                boolean isLast = i == 0 && time == times - 1;
                long share = isLast ? left : Math.max(Math.min(1, uses), uses * (taken.size() - i) / parts);
                left -= share;
                used(taken.get(i), share, days.get((i + time * days.size() / times) % days.size()));
            }
        }
    }

    private void used(String feature, long uses, int daysAgo) {
        used.add(daysAgo);
        Optional<String> person = dice.chance(0.2) ? Optional.of(person()) : Optional.empty();
        add(StandardEvents.FEATURE_USED, daysAgo, person, Optional.of(feature), Optional.of(uses));
    }

    /** Those who were there and used nothing worth counting. */
    private void logIn() {
        for (int daysAgo : active.ofTheRhythm()) {
            if (!used.contains(daysAgo) && last.customer().tracking().logins()) {
                add(StandardEvents.LOGIN, daysAgo, Optional.of(person()), Optional.empty(), Optional.empty());
            }
        }
    }

    private String person() {
        return "planner-" + dice.whole(1, Math.max(2, last.customer().role().seats() / 12));
    }

    private void add(
            EventType type, int daysAgo, Optional<String> person, Optional<String> subject, Optional<Long> quantity) {
        LocalDate on = last.daysAgo(daysAgo);
        events.add(new Event(
                last.id(PRODUCT, "use", events.size()),
                type,
                last.account(),
                Year.at(on, dice.whole(7, 18), dice.whole(0, 59)),
                person,
                subject,
                quantity,
                "{}"));
    }
}
