package io.csm.domain.derivation;

import static io.csm.domain.derivation.Derivation.derivation;
import static io.csm.domain.derivation.Feed.LOGIN;
import static io.csm.domain.derivation.Feed.USAGE;
import static io.csm.domain.derivation.Needs.feeds;
import static io.csm.domain.derivation.Sentences.count;
import static io.csm.domain.derivation.Window.LAST_30_DAYS;
import static io.csm.domain.derivation.Window.LAST_90_DAYS;
import static io.csm.domain.derivation.Window.THE_30_DAYS_BEFORE;

import io.csm.domain.event.Event;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.StandardSignals;
import io.csm.domain.signal.UsageTrend;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is used, how much and how often. */
final class UsageDerivations {

    static final Derivation FEATURE_ADOPTION_RATE = shareOfFeatures(StandardSignals.FEATURE_ADOPTION_RATE);

    static final Derivation USAGE_TREND = derivation(
            StandardSignals.USAGE_TREND,
            "`feature_used` events",
            "30 days and the 30 before",
            "uses in the 30 days against uses in the 30 before, each event counting its `count`: none now: inactive; none"
                    + " before, or at least 10 % more: growing; at least 25 % less: declining; else stable",
            feeds(USAGE),
            Age.ACTIVITY,
            UsageDerivations::trend);

    static final Derivation LOGIN_FREQUENCY_DAYS = derivation(
            StandardSignals.LOGIN_FREQUENCY_DAYS,
            "`login` and `feature_used` events",
            LAST_90_DAYS.words(),
            "median of the days between consecutive days with activity, half up; one such day: the days since it; none: 90",
            feeds(LOGIN),
            Age.ACTIVITY,
            UsageDerivations::loginFrequency);

    static final Derivation FEATURE_BREADTH = shareOfFeatures(StandardSignals.FEATURE_BREADTH);

    static final Derivation USAGE_DEPTH = derivation(
            StandardSignals.USAGE_DEPTH,
            "`feature_used` events",
            LAST_30_DAYS.words(),
            "days with use: at least 15: power; at least 8: regular; at least 3: light; else minimal",
            feeds(USAGE),
            Age.ACTIVITY,
            history -> byActiveDays(history, UsageDerivations::depth));

    static final Derivation USAGE_FREQUENCY = derivation(
            StandardSignals.USAGE_FREQUENCY,
            "`feature_used` events",
            LAST_30_DAYS.words(),
            "days with use / 30, at most 1",
            feeds(USAGE),
            Age.ACTIVITY,
            history -> byActiveDays(history, days -> Math.min(1, days / 30.0)));

    static final Derivation USAGE_DEPTH_RATE = derivation(
            StandardSignals.USAGE_DEPTH_RATE,
            "`feature_used` events",
            LAST_30_DAYS.words(),
            "uses, each event counting its `count`, / (10 x days with use), at most 1; no use: 0",
            feeds(USAGE),
            Age.ACTIVITY,
            UsageDerivations::depthRate);

    private static final int NOBODY_LOGGED_IN = 90;
    private static final int FULL_USES_A_DAY = 10;

    private UsageDerivations() {}

    private static Derivation shareOfFeatures(Signal signal) {
        return derivation(
                signal,
                "`feature_used` events; features of the plan",
                LAST_30_DAYS.words(),
                "distinct features used / features of the plan, at most 1",
                feeds(USAGE).and("number of features of the plan"),
                Age.ACTIVITY,
                history -> history.terms()
                        .planFeatures()
                        .map(features -> shareOf(features, history))
                        .orElseGet(() -> Finding.notTracked("the number of features of the plan is not known")));
    }

    private static Finding shareOf(int planFeatures, History history) {
        long used = history.usage(LAST_30_DAYS)
                .flatMap(event -> event.subject().stream())
                .distinct()
                .count();
        return Finding.of(
                Math.min(1, (double) used / planFeatures),
                () -> count(used, "distinct feature") + " in 30 days of " + planFeatures + " in the plan",
                () -> evidence(history.usage(LAST_30_DAYS)));
    }

    private static Finding trend(History history) {
        long now = uses(history, LAST_30_DAYS);
        long before = uses(history, THE_30_DAYS_BEFORE);
        return Finding.of(
                StandardSignals.USAGE_TREND.valueOf(trend(now, before)),
                () -> count(now, "use") + " in 30 days after " + before + " in the 30 days before",
                () -> evidence(Stream.concat(history.usage(LAST_30_DAYS), history.usage(THE_30_DAYS_BEFORE))));
    }

    private static UsageTrend trend(long now, long before) {
        if (now == 0) {
            return UsageTrend.INACTIVE;
        }
        if (before == 0 || 10 * now >= 11 * before) {
            return UsageTrend.GROWING;
        }
        return 4 * now <= 3 * before ? UsageTrend.DECLINING : UsageTrend.STABLE;
    }

    private static Finding loginFrequency(History history) {
        List<LocalDate> days = days(history.activity(LAST_90_DAYS));
        return Finding.of(
                frequency(days, history.day()),
                () -> count(days.size(), "day") + " with activity in 90 days",
                () -> evidence(history.activity(LAST_90_DAYS)));
    }

    private static double frequency(List<LocalDate> days, LocalDate today) {
        if (days.isEmpty()) {
            return NOBODY_LOGGED_IN;
        }
        if (days.size() == 1) {
            return (double) ChronoUnit.DAYS.between(days.get(0), today);
        }
        long[] gaps = IntStream.range(1, days.size())
                .mapToLong(i -> ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                .sorted()
                .toArray();
        int middle = gaps.length / 2;
        boolean odd = gaps.length % 2 == 1;
        return (double) (odd ? gaps[middle] : (gaps[middle - 1] + gaps[middle] + 1) / 2);
    }

    private static Finding byActiveDays(History history, ToDoubleFunction<Integer> valueOf) {
        int days = days(history.usage(LAST_30_DAYS)).size();
        return Finding.of(
                valueOf.applyAsDouble(days),
                () -> count(days, "day") + " with use in 30 days",
                () -> evidence(history.usage(LAST_30_DAYS)));
    }

    private static double depth(int activeDays) {
        String word = activeDays >= 15 ? "power" : activeDays >= 8 ? "regular" : activeDays >= 3 ? "light" : "minimal";
        return StandardSignals.USAGE_DEPTH.fromText(word);
    }

    private static Finding depthRate(History history) {
        long uses = uses(history, LAST_30_DAYS);
        int days = days(history.usage(LAST_30_DAYS)).size();
        return Finding.of(
                days == 0 ? 0 : Math.min(1, (double) uses / ((double) FULL_USES_A_DAY * days)),
                () -> count(uses, "use") + " on " + count(days, "day") + " in 30 days",
                () -> evidence(history.usage(LAST_30_DAYS)));
    }

    private static long uses(History history, Window window) {
        return history.usage(window).mapToLong(Event::amount).sum();
    }

    /** The distinct days in UTC, the earliest first. */
    private static List<LocalDate> days(Stream<Event> events) {
        return events.map(event -> History.dayOf(event.occurredAt()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Evidence> evidence(Stream<Event> events) {
        return events.map(Sentences::of);
    }
}
