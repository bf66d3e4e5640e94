package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.DAYS_SINCE_LAST_INTERACTION;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two to four sentences about an account. What the first is about depends on what worries most. */
final class Narrative {

    private static final int MOST_CLAUSES = 3;
    private static final int MOST_SENTENCES = 4;

    private final Situation situation;
    private final List<Worry> worries;
    private final List<String> sentences = new ArrayList<>();
    private final Optional<String> unsaid;

    Narrative(Situation situation, List<Worry> worries) {
        this.situation = situation;
        this.worries = worries;
        if (worries.isEmpty()) {
            withoutWorries();
        } else {
            withWorries();
        }
        lastConversation();
        unsaid = sayWhatIsMissing();
        if (sentences.size() == 1) {
            sentences.add(
                    situation.isGreen()
                            ? "Nothing speaks for its leaving."
                            : "No cause stands out; the points are lost a few at a time.");
        }
    }

    private void withWorries() {
        sentences.add(Prose.ended(worries.get(0).opener()));
        sentences.add("The health score is " + new Standing(situation).words() + ".");
        List<String> others =
                worries.stream().skip(1).map(Worry::clause).limit(MOST_CLAUSES).toList();
        if (!others.isEmpty()) {
            sentences.add(Prose.sentence(joined(others)));
        }
    }

    private void withoutWorries() {
        String standing = new Standing(situation).words();
        sentences.add(Prose.ended(
                situation.isGreen()
                        ? situation.who() + " is in good health: the score is " + standing
                        : situation.who() + " scores " + standing));
        List<String> strengths = new Strengths(situation).clauses();
        if (!strengths.isEmpty()) {
            sentences.add(Prose.sentence(joined(strengths.subList(0, Math.min(MOST_CLAUSES, strengths.size())))));
        }
        situation
                .daysToRenewal()
                .map(days -> (days < 0 ? "The renewal date passed " : "The contract renews ")
                        + situation.dayAndDistance(days) + ".")
                .ifPresent(sentences::add);
    }

    /** Clauses hold commas of their own. */
    private static String joined(List<String> clauses) {
        int last = clauses.size() - 1;
        return last == 0 ? clauses.get(0) : String.join("; ", clauses.subList(0, last)) + "; and " + clauses.get(last);
    }

    private void lastConversation() {
        boolean told = worries.stream()
                .limit(MOST_CLAUSES + 1L)
                .anyMatch(worry -> worry.about().contains(DAYS_SINCE_LAST_INTERACTION));
        if (told || sentences.size() == MOST_SENTENCES) {
            return;
        }
        situation
                .people()
                .lastConversation()
                .ifPresent(day -> sentences.add(
                        "The last conversation" + situation.people().withWhom() + " was on "
                                + Prose.day(day) + ", "
                                + Prose.fromToday(-ChronoUnit.DAYS.between(day, situation.day())) + "."));
    }

    private Optional<String> sayWhatIsMissing() {
        Optional<String> missing = Missing.words(situation);
        if (missing.isEmpty() || sentences.size() == MOST_SENTENCES) {
            return missing;
        }
        sentences.add("Nothing is known about " + missing.get() + ".");
        return Optional.empty();
    }

    /** What is missing and did not find room. */
    Optional<String> unsaid() {
        return unsaid;
    }

    String text() {
        return String.join(" ", sentences);
    }
}
