package io.csm.domain.adoption;

import io.csm.domain.adoption.AdoptionReport.Benchmark;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.Prose;
import io.csm.domain.signal.StandardSignals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out what an account uses, where it falls short and what to do about it. */
final class Adoption {

    private static final int MOST_RECOMMENDATIONS = 8;

    /** Among fewer active people, one who does not use a feature says little. */
    private static final int ENOUGH_PEOPLE = 5;

    private static final int ONE_IN = 5;
    private static final double ROUNDING = 1e-9;
    private static final Comparator<FeatureUse> MOST_USED_FIRST =
            Comparator.comparingLong(FeatureUse::uses).reversed().thenComparing(FeatureUse::feature);

    private final AccountBrief brief;
    private final PeerUsage peers;
    private final FeatureUsage usage;
    private final OptionalDouble rate;
    private final Optional<Integer> planFeatures;
    private final Optional<Benchmark> benchmark;
    private final List<Shortfall> shortfalls;

    Adoption(AccountBrief brief, PeerUsage peers) {
        this.brief = brief;
        this.peers = peers;
        usage = new FeatureUsage(brief.facts());
        rate = brief.value(StandardSignals.FEATURE_ADOPTION_RATE);
        planFeatures = brief.facts().terms().planFeatures().or(brief.account()::planFeatures);
        benchmark = benchmark();
        shortfalls = usage.isKnown() ? shortfalls() : List.of();
    }

    AdoptionReport report() {
        return new AdoptionReport(
                brief.account().id(),
                brief.asOf(),
                rate,
                usage.inUse().stream().map(this::use).sorted(MOST_USED_FIRST).toList(),
                shortfalls.stream()
                        .sorted(Shortfall.MOST_WORTH_FIRST)
                        .map(Shortfall::use)
                        .toList(),
                recommendations(),
                benchmark,
                missing());
    }

    private FeatureUse use(String feature) {
        return new FeatureUse(feature, usage.uses(feature), usage.usesBefore(feature), peersOf(feature));
    }

    private int peersOf(String feature) {
        return peers.isEnough() ? peers.accountsByFeature().getOrDefault(feature, 0) : 0;
    }

    private Optional<Benchmark> benchmark() {
        Optional<String> plan = brief.facts().terms().plan().or(brief.account()::plan);
        return plan.filter(name -> peers.isEnough() && rate.isPresent())
                .map(name -> new Benchmark(name, peers.rates().size(), peers.medianRate(), (int) peers.rates().stream()
                        .filter(other -> whole(other) < whole(rate.getAsDouble()))
                        .count()));
    }

    private List<Shortfall> shortfalls() {
        SortedSet<String> features = new TreeSet<>(usage.everUsed());
        features.addAll(peers.accountsByFeature().keySet());
        return features.stream()
                .map(this::use)
                .flatMap(use -> shortfall(use).stream())
                .toList();
    }

    private Optional<Shortfall> shortfall(FeatureUse use) {
        boolean inUse = usage.inUse().contains(use.feature());
        if (!inUse && peers.isEnough() && 2 * use.peers() >= peers.accounts()) {
            return Optional.of(Shortfall.peersUseIt(use, usage, peers.accounts()));
        }
        if (!inUse) {
            return usage.everUsed().contains(use.feature())
                    ? Optional.of(Shortfall.stopped(use, usage))
                    : Optional.empty();
        }
        return use.usesBefore() > 0 && 2 * use.uses() <= use.usesBefore()
                ? Optional.of(Shortfall.fell(use))
                : usedByFew(use);
    }

    private Optional<Shortfall> usedByFew(FeatureUse use) {
        int active = usage.people().size();
        return usage.peopleOf(use.feature())
                .filter(people -> active >= ENOUGH_PEOPLE && ONE_IN * people.size() <= active)
                .map(people -> Shortfall.usedByFew(use, people.size(), active));
    }

    private List<String> recommendations() {
        Optional<String> silence = silence();
        List<Shortfall> pressing = shortfalls.stream()
                .filter(shortfall -> silence.isEmpty() || shortfall.kind() == Shortfall.Kind.PEERS_USE_IT)
                .sorted(Shortfall.MOST_PRESSING_FIRST)
                .toList();
        return Stream.of(silence.stream(), pressing.stream().map(Shortfall::recommendation), catchUp().stream())
                .flatMap(each -> each)
                .limit(MOST_RECOMMENDATIONS)
                .toList();
    }

    /** Where nothing is used any more, that is the matter, and no single feature. */
    private Optional<String> silence() {
        return usage.lastUse()
                .filter(day -> usage.inUse().isEmpty())
                .map(day -> "Call this account: nobody has used anything since " + Prose.day(day) + ".");
    }

    private Optional<String> catchUp() {
        return benchmark
                .filter(those -> whole(those.median()) > whole(rate.orElseThrow()))
                .map(those -> "Raise adoption from " + Prose.percent(rate.orElseThrow()) + " to the median of "
                        + Prose.percent(those.median())
                        + planFeatures.map(count -> more(those, count)).orElse("")
                        + ".");
    }

    private String more(Benchmark those, int features) {
        long gap = (long) Math.ceil((those.median() - rate.orElseThrow()) * features - ROUNDING);
        return ": that takes " + gap + " more of the plan's " + Prose.count(features, "feature");
    }

    /** As people read it: two shares that look the same are the same to them. */
    static long whole(double share) {
        return Math.round(share * 100);
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!usage.isKnown()) {
            missing.add(
                    "No feature usage arrives for this account; with `feature_used` events the report would say what"
                            + " is used.");
        }
        if (rate.isEmpty()) {
            missing.add(
                    planFeatures.isPresent()
                            ? "The share of the plan's features in use is not known."
                            : "The number of features in the plan is not known, and so neither is the share of them in use.");
        }
        if (!usage.inUse().isEmpty() && usage.people().isEmpty()) {
            missing.add("Usage does not name people, so it is not known how many use a feature.");
        }
        if (!peers.isEnough()) {
            missing.add("Of " + (peers.rates().isEmpty() ? "no" : peers.rates().size()) + " similar account"
                    + (peers.rates().size() > 1 ? "s" : "") + " the adoption is known; a comparison takes at least "
                    + PeerUsage.FEWEST + ".");
        }
        return missing;
    }
}
