package io.csm.domain.adoption;

import io.csm.domain.narrative.Prose;
import java.util.Comparator;

/**
 * A feature of which an account could make more, and what to do about it.
 *
 * @param kind in what way
 * @param use how much it is used
 * @param worth how much it is worth among those of its kind, the more the better
 * @param recommendation a sentence with its figures
 */
record Shortfall(Kind kind, FeatureUse use, long worth, String recommendation) {

    /** In what way a feature falls short, what is worth most first. A feature counts as the first that applies. */
    enum Kind {
        /** At least half of the similar accounts use it, and this one does not. */
        PEERS_USE_IT,
        /** It was used, and in the last 30 days it was not. */
        STOPPED,
        /** It is used at most half as much as in the 30 days before. */
        FELL,
        /** At most one in five of the active people uses it. */
        FEW_PEOPLE
    }

    static final Comparator<Shortfall> MOST_WORTH_FIRST = Comparator.comparing(Shortfall::kind)
            .thenComparing(Comparator.comparingLong(Shortfall::worth).reversed())
            .thenComparing(shortfall -> shortfall.use().feature());

    /** What is being lost comes before what could be won, and that before a small loss. */
    static final Comparator<Shortfall> MOST_PRESSING_FIRST = Comparator.comparingInt(Shortfall::urgency)
            .thenComparing(Comparator.comparingLong(Shortfall::worth).reversed())
            .thenComparing(shortfall -> shortfall.use().feature());

    private static final long NOTEWORTHY_LOSS = 10;

    private int urgency() {
        boolean losing = kind == Kind.STOPPED || kind == Kind.FELL;
        boolean losesMuch = use.usesBefore() - use.uses() >= NOTEWORTHY_LOSS;
        return losing ? (losesMuch ? 0 : 3) : kind == Kind.PEERS_USE_IT ? 1 : 2;
    }

    static Shortfall peersUseIt(FeatureUse use, FeatureUsage usage, int accounts) {
        String feature = Prose.plain(use.feature());
        String peers = use.peers() + " of " + accounts + " similar accounts use it, and this account ";
        return new Shortfall(
                Kind.PEERS_USE_IT,
                use,
                use.peers(),
                usage.lastUse(use.feature())
                        .map(day -> "Bring " + feature + " back: " + peers + "last did on " + Prose.day(day) + ".")
                        .orElse("Introduce " + feature + ": " + peers + "does not."));
    }

    static Shortfall stopped(FeatureUse use, FeatureUsage usage) {
        String since = usage.lastUse(use.feature())
                .map(day -> "the last use was on " + Prose.day(day))
                .orElse("it was used before");
        String before = use.usesBefore() == 0 ? "" : ", after " + uses(use.usesBefore()) + " in the 30 days before";
        return new Shortfall(
                Kind.STOPPED,
                use,
                use.usesBefore(),
                "Find out why nobody uses " + Prose.plain(use.feature()) + " any more: " + since + before + ".");
    }

    static Shortfall fell(FeatureUse use) {
        return new Shortfall(
                Kind.FELL,
                use,
                use.usesBefore() - use.uses(),
                "Ask why " + Prose.plain(use.feature()) + " fell from " + uses(use.usesBefore()) + " to "
                        + uses(use.uses()).replaceFirst(" .*", "") + " within 30 days.");
    }

    static Shortfall usedByFew(FeatureUse use, int people, int active) {
        return new Shortfall(
                Kind.FEW_PEOPLE,
                use,
                use.uses(),
                "Show " + Prose.plain(use.feature()) + " to more people: " + people + " of " + active
                        + " active people " + (people == 1 ? "uses it." : "use it."));
    }

    private static String uses(long number) {
        return Prose.count(number, "use");
    }
}
