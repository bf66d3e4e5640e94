package io.csm.domain.qbr;

import io.csm.domain.health.Contribution;
import io.csm.domain.health.Contribution.Backing;
import io.csm.domain.health.Contribution.Input;
import io.csm.domain.health.HealthScore;
import io.csm.domain.narrative.Prose;
import io.csm.domain.qbr.CustomerPhrases.Phrase;
import io.csm.domain.qbr.Qbr.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the measures of a score say, in words that a customer may read; a measure without such words is left out. */
final class CustomerWords {

    private static final double GOOD = 0.8;
    private static final double POOR = 0.6;

    /** Less than a tenth of a point is not seen. */
    private static final double SEEN = 0.05;

    private final HealthScore score;
    private final LocalDate day;

    private CustomerWords(HealthScore score) {
        this.score = score;
        day = Reviewed.dayOf(score.scoredAt());
    }

    static CustomerWords of(HealthScore score) {
        return new CustomerWords(score);
    }

    /**
     * Something that goes well or does not.
     *
     * @param words half a sentence
     * @param step what to do about it; empty when there is nothing that both sides could do
     */
    record Point(String words, String step) {}

    /** A signal with a value that was seen, and how it is told. */
    private record Told(Phrase phrase, Input input) {

        String words(LocalDate day) {
            return phrase.words(input, day);
        }

        boolean isBest() {
            return phrase.isBest(input);
        }
    }

    /** What goes well, the measures that count for most first. */
    List<Point> strengths() {
        return score.contributions().stream()
                .filter(each -> each.max() > 0 && each.points() >= GOOD * each.max())
                .sorted(Comparator.comparingDouble(Contribution::points).reversed())
                .flatMap(each -> point(told(each)).stream())
                .distinct()
                .toList();
    }

    /** What needs attention, the costliest first; of a measure that reads several signals, those that fall short. */
    List<Point> concerns() {
        return score.losses().stream()
                .filter(each -> each.points() < POOR * each.max())
                .flatMap(each -> point(told(each).filter(told -> !told.isBest())).stream())
                .distinct()
                .toList();
    }

    private Optional<Point> point(Stream<Told> inputs) {
        List<Told> told = inputs.filter(each -> !each.words(day).isEmpty()).toList();
        return told.stream()
                .findFirst()
                .map(first -> new Point(words(told), first.phrase().step()));
    }

    private String words(List<Told> told) {
        return Prose.list(told.stream().map(each -> each.words(day)).toList());
    }

    private static Stream<Told> told(Contribution contribution) {
        return contribution.backing() != Backing.TRACKED
                ? Stream.empty()
                : contribution.inputs().stream()
                        .filter(input -> !input.isAssumed())
                        .flatMap(input ->
                                CustomerPhrases.of(input.signal()).map(phrase -> new Told(phrase, input)).stream());
    }

    /** Whether less than half of the measures rest on something that was seen. */
    boolean isLittleKnown() {
        List<Contribution> all = score.contributions();
        return 2 * all.stream().filter(CustomerWords::isKnown).count() < all.size();
    }

    private static boolean isKnown(Contribution contribution) {
        return contribution.backing() == Backing.TRACKED
                && contribution.inputs().stream().anyMatch(input -> !input.isAssumed());
    }

    /** What the score would be about and nobody knows, in the order of the scorecard. */
    List<String> unknown() {
        return score.contributions().stream()
                .filter(each -> !isKnown(each))
                .flatMap(each -> label(each).stream())
                .distinct()
                .toList();
    }

    /** What its first signal with a label is about; a measure has no label of its own. */
    private static Optional<String> label(Contribution contribution) {
        return contribution.inputs().stream()
                .flatMap(input -> CustomerPhrases.of(input.signal()).stream())
                .map(Phrase::label)
                .findFirst();
    }

    /**
     * What the score is made of. The measures without words are one line and adjustments another, so that the points add
     * up to the score; empty when there would be no other line.
     */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Contribution each : score.contributions()) {
            label(each)
                    .filter(label -> each.max() > 0)
                    .ifPresent(label -> parts.add(new Part(label, each.points(), each.max(), reason(each))));
        }
        if (!parts.isEmpty()) {
            rest(parts).ifPresent(parts::add);
            adjustment().ifPresent(parts::add);
        }
        return parts;
    }

    private String reason(Contribution contribution) {
        if (!isKnown(contribution)) {
            return "not known yet, so a fixed value stands in";
        }
        String words = words(
                told(contribution).filter(each -> !each.words(day).isEmpty()).toList());
        return words.isEmpty() ? "neither good nor poor" : words;
    }

    private Optional<Part> rest(List<Part> parts) {
        return Optional.of(new Part(
                        "other measures",
                        score.beforeAdjustments()
                                - parts.stream().mapToDouble(Part::points).sum(),
                        score.contributions().stream()
                                        .mapToDouble(Contribution::max)
                                        .sum()
                                - parts.stream().mapToDouble(Part::max).sum(),
                        "what else counts towards the score"))
                .filter(rest -> rest.max() >= SEEN);
    }

    private Optional<Part> adjustment() {
        double points = score.value() - score.beforeAdjustments();
        return Math.abs(points) < SEEN
                ? Optional.empty()
                : Optional.of(new Part(
                        "adjustment of the whole",
                        points,
                        0,
                        (points < 0 ? "lowers" : "raises") + " the score beyond single measures"));
    }
}
