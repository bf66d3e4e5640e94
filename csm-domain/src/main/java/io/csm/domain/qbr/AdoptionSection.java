package io.csm.domain.qbr;

import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.AdoptionReport.Benchmark;
import io.csm.domain.adoption.FeatureUse;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.narrative.Prose;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.StandardSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the account uses, and what it could. */
final class AdoptionSection {

    static final String HEADING = "Feature adoption scorecard";

    private static final int MOST_IN_A_SENTENCE = 3;
    private static final int MOST_BULLETS = 4;

    private final Reviewed reviewed;
    private final AdoptionReport adoption;

    private AdoptionSection(QbrFacts facts) {
        reviewed = Reviewed.of(facts);
        adoption = facts.adoption();
    }

    static QbrSection write(QbrFacts facts) {
        AdoptionSection section = new AdoptionSection(facts);
        return new QbrSection(HEADING, section.narrative(), section.bullets());
    }

    private String narrative() {
        List<String> sentences = Stream.of(share(), beside(), worthALook())
                .flatMap(Optional::stream)
                .toList();
        return Sentences.of(
                sentences.size() > 1
                        ? sentences
                        : Stream.concat(sentences.stream(), otherwise().stream())
                                .toList());
    }

    private List<String> otherwise() {
        if (isNothingUsed()) {
            return List.of("we would like to choose with you the ones that are most worthwhile to begin with");
        }
        return adoption.used().isEmpty() && adoption.rate().isEmpty()
                ? List.of(
                        "which features your team uses is not measured yet",
                        "once usage arrives, this section shows what is used most and what is worth trying")
                : adoption.used().isEmpty()
                        ? List.of("which features these are is not known in detail")
                        : List.of("no feature stands out that your team would be missing");
    }

    private boolean isNothingUsed() {
        return adoption.used().isEmpty()
                && adoption.rate().isPresent()
                && adoption.rate().getAsDouble() == 0;
    }

    private Optional<String> share() {
        String most = Prose.list(adoption.used().stream()
                .filter(use -> use.uses() > 0)
                .limit(MOST_IN_A_SENTENCE)
                .map(AdoptionSection::name)
                .toList());
        if (isNothingUsed()) {
            return Optional.of("none of the features in the plan is in use");
        }
        if (adoption.rate().isPresent()) {
            return Optional.of("your team uses "
                    + Prose.percent(adoption.rate().getAsDouble()) + " of the features in its plan"
                    + (most.isEmpty() ? "" : ", most of all " + most));
        }
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of("your team used " + Prose.count(adoption.used().size(), "feature")
                        + " in the last 30 days, most of all " + most);
    }

    /** Comparable customers, else the start of the quarter. */
    private Optional<String> beside() {
        return adoption.rate().stream()
                .boxed()
                .flatMap(rate -> adoption.benchmark().map(those -> beside(rate, those)).or(() -> change(rate)).stream())
                .findFirst();
    }

    private static String beside(double rate, Benchmark those) {
        String median = Prose.percent(those.median());
        String peers = Prose.count(those.accounts(), "comparable customer");
        long difference = whole(rate) - whole(those.median());
        return difference < 0
                ? peers + " use " + median + " at the median, so there is more to be had from the plan"
                : "that is " + (difference > 0 ? "above" : "just") + " the median of " + median + " among " + peers;
    }

    /** What is shown as the same share is the same. */
    private static long whole(double share) {
        return Long.parseLong(Figures.show(share * 100, 0));
    }

    private Optional<String> change(double rate) {
        return reviewed.start()
                .map(AccountHealth::score)
                .flatMap(then -> then.snapshot().value(StandardSignals.FEATURE_ADOPTION_RATE).stream()
                        .mapToObj(Prose::percent)
                        .map(before -> before.equals(Prose.percent(rate))
                                ? "that is the same as on " + Prose.day(Reviewed.dayOf(then.scoredAt()))
                                : "on " + Prose.day(Reviewed.dayOf(then.scoredAt())) + " it was " + before)
                        .findFirst());
    }

    private Optional<String> worthALook() {
        return adoption.underUsed().stream().findFirst().map(use -> {
            String feature = name(use);
            if (use.uses() > 0) {
                return "more could be made of " + feature;
            }
            return use.peers() > 0 && use.usesBefore() == 0
                    ? "the most worthwhile to look at next is " + feature + ", which " + peers(use)
                    : "we would like to understand why " + feature + " is not used any more";
        });
    }

    private List<String> bullets() {
        List<String> bullets = new ArrayList<>();
        adoption.used().stream()
                .limit(MOST_BULLETS)
                .forEach(use -> bullets.add(name(use) + ": " + uses(use.uses()) + " in the last 30 days, "
                        + (use.usesBefore() == 0 ? "none" : uses(use.usesBefore())) + " in the 30 before"));
        adoption.underUsed().stream()
                .limit(MOST_BULLETS)
                .forEach(use -> bullets.add("Worth a look: " + name(use) + ", " + why(use)));
        return bullets;
    }

    private static String why(FeatureUse use) {
        if (use.uses() > 0) {
            return use.uses() < use.usesBefore()
                    ? uses(use.uses()) + " after " + uses(use.usesBefore()) + " in the 30 days before"
                    : "so far used by few people";
        }
        if (use.usesBefore() > 0) {
            return "not used in the last 30 days, after " + uses(use.usesBefore()) + " in the 30 days before";
        }
        return use.peers() > 0 ? "which " + peers(use) : "not used any more";
    }

    private static String peers(FeatureUse use) {
        return Prose.count(use.peers(), "comparable customer") + (use.peers() == 1 ? " uses" : " use");
    }

    private static String uses(long number) {
        return Prose.count(number, "use");
    }

    private static String name(FeatureUse use) {
        return Prose.plain(use.feature());
    }
}
