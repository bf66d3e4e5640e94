package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.NPS_SCORE;

import io.csm.domain.fact.ContactRole;
import io.csm.domain.health.Lever;
import io.csm.domain.health.PathToGreen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do about an account, the most pressing first: three to five sentences. */
final class Advice {

    private static final int LEAST = 3;
    private static final int MOST = 5;
    private static final int OF_WORRIES = 4;
    private static final int LONGEST_PATH = 3;
    private static final int PREPARATION_DAYS = 90;
    private static final int NEXT_LOOK_DAYS = 30;

    private final Situation situation;
    private final List<String> sentences = new ArrayList<>();

    private Advice(Situation situation) {
        this.situation = situation;
    }

    /**
     * The advice.
     *
     * @param missing what is not tracked, where nobody said so yet
     */
    static List<String> on(Situation situation, List<Worry> worries, Optional<String> missing) {
        Advice advice = new Advice(situation);
        worries.stream()
                .flatMap(worry -> worry.action().stream())
                .limit(OF_WORRIES)
                .forEach(advice.sentences::add);
        if (!worries.isEmpty()) {
            advice.shortestPath();
        }
        missing.ifPresent(what -> advice.sentences.add(
                Prose.sentence("see to it that we record " + what + "; until then the score does without")));
        advice.fillUp();
        return advice.sentences.subList(0, Math.min(MOST, advice.sentences.size()));
    }

    private void shortestPath() {
        PathToGreen.find(situation.score().scorecard(), situation.score().snapshot()).stream()
                .findFirst()
                .filter(path -> !path.changes().isEmpty() && path.changes().size() <= LONGEST_PATH)
                .map(this::words)
                .ifPresent(sentences::add);
    }

    private String words(PathToGreen path) {
        List<String> actions = path.changes().stream()
                .map(change -> action(change.lever(), change.signal().label()))
                .distinct()
                .toList();
        return "The shortest way to " + path.target().rag() + ": " + Prose.list(actions)
                + "; that lifts the score from " + Standing.exactEnough(path.before()) + " to "
                + Standing.exactEnough(path.after()) + ".";
    }

    private static String action(Lever lever, String label) {
        return lever.action().equals("improve this signal") ? "improve " + Prose.plain(label) : lever.action();
    }

    /** What is good for any account, as far as three sentences are not reached. */
    private void fillUp() {
        if (sentences.size() < LEAST) {
            situation.daysToRenewal().filter(days -> days > 0).ifPresent(this::prepareRenewal);
        }
        if (sentences.size() < LEAST) {
            stayInTouch();
        }
        if (sentences.size() < LEAST && Double.isNaN(situation.value(NPS_SCORE))) {
            sentences.add("Ask " + situation.people().closest() + " how likely they are to recommend us.");
        }
        if (sentences.size() < LEAST
                && situation.people().find(ContactRole.CHAMPION).isEmpty()) {
            sentences.add("Find out who would speak for us there; no champion is known by name.");
        }
        if (sentences.size() < LEAST) {
            sentences.add(
                    "Look at the score again on " + Prose.day(situation.day().plusDays(NEXT_LOOK_DAYS)) + ".");
        }
        if (sentences.size() < LEAST) {
            sentences.add("Ask " + situation.people().decider() + " what they want to reach in the next quarter.");
        }
    }

    private void prepareRenewal(long days) {
        LocalDate renewal = situation.day().plusDays(days);
        String with = situation.people().decider();
        sentences.add(
                days > PREPARATION_DAYS
                        ? "Put the preparation of the renewal with " + with + " into the calendar for "
                                + Prose.day(renewal.minusDays(PREPARATION_DAYS)) + "; the contract renews on "
                                + Prose.day(renewal) + "."
                        : "Agree on the renewal of " + Prose.day(renewal) + " with " + with + " now, "
                                + Prose.days(days) + " ahead.");
    }

    private void stayInTouch() {
        String closest = situation.people().closest();
        sentences.add(situation
                .people()
                .lastConversation()
                .map(day -> "Keep in touch with " + closest + "; the last conversation was on " + Prose.day(day) + ".")
                .orElse("Talk to " + closest + " about what comes next; no conversation is on record."));
    }
}
