package io.csm.domain.health;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A versioned document that turns signals into a score of 0 to 100: measures with weights, in groups or not,
 * adjustments, and bands. Written with {@link ScorecardLanguage}; {@link ShippedScorecards} are examples.
 *
 * <p>Refused when constructed: no measures, weights that do not add to 100, bands or steps with a gap or an overlap, a
 * signal that is not in the catalogue, two measures of one name, a multiplier outside 0 to 1.5.
 */
public final class Scorecard {

    private static final int MOST_ADJUSTMENTS = 60;

    /** What stands in a scorecard beside its name, version and bands. */
    public sealed interface Part permits Measure, MeasureGroup, Adjustment, AtRisk, DipAlert, OwnSignals {}

    /**
     * Signals that a scorecard brings along because the catalogue does not have them.
     *
     * @param signals with names of their own
     */
    public record OwnSignals(List<Signal> signals) implements Part {
        public OwnSignals {
            signals = List.copyOf(signals);
        }
    }

    private final ScorecardRef ref;
    private final List<Signal> ownSignals;
    private final Bands bands;
    private final List<MeasureGroup> groups;
    private final List<Measure> measures;
    private final List<Adjustment> adjustments;
    private final AtRisk atRisk;
    private final Optional<DipAlert> dipAlert;
    private final SignalCatalogue catalogue;
    private final ScoringPlan plan;

    /**
     * A scorecard of these parts: either measures, which then form one group, or groups.
     *
     * @throws IllegalArgumentException when the document breaks one of the rules above
     */
    public Scorecard(ScorecardRef ref, Bands bands, List<Part> parts) {
        this.ref = Objects.requireNonNull(ref, "ref");
        this.bands = Objects.requireNonNull(bands, "bands");
        this.ownSignals = all(parts, OwnSignals.class).stream()
                .flatMap(own -> own.signals().stream())
                .toList();
        this.groups = groups(all(parts, Measure.class), all(parts, MeasureGroup.class));
        this.measures =
                groups.stream().flatMap(group -> group.measures().stream()).toList();
        this.adjustments = all(parts, Adjustment.class);
        this.atRisk = atMostOne(all(parts, AtRisk.class), "rule for at risk").orElse(AtRisk.WHEN_RED);
        this.dipAlert = atMostOne(all(parts, DipAlert.class), "dip alert");
        this.catalogue = StandardSignals.CATALOGUE.with(ownSignals);
        check();
        this.plan = new ScoringPlan(this);
    }

    private static <T> List<T> all(List<Part> parts, Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> Optional<T> atMostOne(List<T> found, String what) {
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "a scorecard must have at most one " + what + " but has " + found.size());
        }
        return found.stream().findFirst();
    }

    private static List<MeasureGroup> groups(List<Measure> measures, List<MeasureGroup> groups) {
        if (measures.isEmpty()) {
            return groups;
        }
        if (!groups.isEmpty()) {
            throw new IllegalArgumentException(
                    "a scorecard must have measures or groups of measures but has both, such as measure "
                            + measures.get(0).name() + " and group "
                            + groups.get(0).name());
        }
        return List.of(new MeasureGroup("", MeasureGroup.WHOLE, measures));
    }

    private void check() {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("scorecard " + ref.name() + " has no measures");
        }
        MeasureGroup.addsToTheWhole(
                "the groups", groups.stream().mapToDouble(MeasureGroup::percent).sum(), "");
        if (groups.size() > 1 && groups.stream().anyMatch(group -> group.name().isEmpty())) {
            throw new IllegalArgumentException("each of several groups must have a name");
        }
        distinct("group", groups.stream().map(MeasureGroup::name));
        distinct("measure", measures().stream().map(Measure::name));
        signals().forEach(this::isInTheCatalogue);
        if (adjustments.size() > MOST_ADJUSTMENTS) {
            throw new IllegalArgumentException(
                    "a scorecard must have at most " + MOST_ADJUSTMENTS + " adjustments but has " + adjustments.size());
        }
    }

    private static void distinct(String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two " + what + "s are called " + name);
            }
        });
    }

    private void isInTheCatalogue(Signal signal) {
        if (!catalogue.holds(signal)) {
            catalogue.get(signal.name());
            throw new IllegalArgumentException(
                    "signal " + signal.name() + " differs from the one of that name in the catalogue");
        }
    }

    /**
     * Scores one account: arithmetic, no clock, no network. The same snapshot gives the same score, always.
     *
     * @throws io.csm.domain.signal.InvalidSignal when a required signal, or every signal, is not tracked
     */
    public HealthScore score(SignalSnapshot snapshot) {
        return plan.score(snapshot);
    }

    public ScorecardRef ref() {
        return ref;
    }

    public String name() {
        return ref.name();
    }

    public int version() {
        return ref.version();
    }

    public Bands bands() {
        return bands;
    }

    /** The groups in order; a scorecard without groups has one whose name is empty. */
    public List<MeasureGroup> groups() {
        return groups;
    }

    /** All measures in order. */
    public List<Measure> measures() {
        return measures;
    }

    public List<Adjustment> adjustments() {
        return adjustments;
    }

    public AtRisk atRisk() {
        return atRisk;
    }

    public Optional<DipAlert> dipAlert() {
        return dipAlert;
    }

    /** The signals that this scorecard brings along. */
    public List<Signal> ownSignals() {
        return ownSignals;
    }

    /** The standard catalogue and the scorecard's own signals. */
    public SignalCatalogue catalogue() {
        return catalogue;
    }

    /** Every signal that the scorecard reads, once. */
    public List<Signal> signals() {
        Stream<Signal> ofMeasures = measures().stream()
                .flatMap(measure -> Stream.concat(measure.rule().signals().stream(), measure.weight().by().stream()));
        Stream<Signal> ofAdjustments =
                adjustments.stream().map(adjustment -> adjustment.condition().signal());
        return Stream.concat(ofMeasures, ofAdjustments).distinct().toList();
    }

    /** The signals without which an account cannot be scored. */
    public List<Signal> requiredSignals() {
        return measures().stream()
                .filter(measure -> measure.whenNotTracked().isRequired())
                .flatMap(measure -> measure.rule().signals().stream())
                .filter(signal -> signal.whenAbsent().isEmpty())
                .distinct()
                .toList();
    }

    /** The same scorecard with other edges for its bands. */
    public Scorecard withBands(Bands others) {
        return new Scorecard(ref, others, parts());
    }

    /** The same document under another name or version. */
    public Scorecard named(ScorecardRef other) {
        return new Scorecard(other, bands, parts());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new OwnSignals(ownSignals));
        if (groups.size() == 1 && groups.get(0).name().isEmpty()) {
            parts.addAll(groups.get(0).measures());
        } else {
            parts.addAll(groups);
        }
        parts.addAll(adjustments);
        parts.add(atRisk);
        dipAlert.ifPresent(parts::add);
        return parts;
    }

    ScoringPlan plan() {
        return plan;
    }

    /** Equal when the whole documents are. */
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Scorecard that
                && ref.equals(that.ref)
                && bands.equals(that.bands)
                && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
