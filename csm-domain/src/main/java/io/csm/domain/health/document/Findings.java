package io.csm.domain.health.document;

import io.csm.domain.signal.SimilarNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the mistakes of one document, so that reading can go on after the first. */
public final class Findings {

    private static final int MOST = 100;
    private static final int MOST_WORDS = 12;

    private final List<ScorecardMistake> mistakes = new ArrayList<>();

    /** Tells of a mistake; after a hundred of them reading stops, for nobody wants to know more of that document. */
    public void add(Location location, String message) {
        if (mistakes.size() == MOST) {
            mistakes.add(new ScorecardMistake(location, "reading stopped here after " + MOST + " mistakes"));
            throw asException();
        }
        mistakes.add(new ScorecardMistake(location, message));
    }

    /** What was constructed, or nothing and a mistake at that place where the domain refused. */
    public <T> Optional<T> attempt(Location location, Supplier<T> construction) {
        try {
            return Optional.of(construction.get());
        } catch (IllegalArgumentException refused) {
            add(location, Objects.requireNonNullElse(refused.getMessage(), "is refused"));
            return Optional.empty();
        }
    }

    /** Tells that a word is none of the allowed ones, and which it may have meant. */
    public <T> Optional<T> notOneOf(Location location, String what, Collection<String> allowed, String word) {
        List<String> near = SimilarNames.near(word, allowed);
        add(
                location,
                what + " must be one of " + few(allowed) + " but is '" + word + "'"
                        + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
        return Optional.empty();
    }

    private static String few(Collection<String> allowed) {
        return allowed.size() > MOST_WORDS ? allowed.size() + " words" : String.join(", ", allowed);
    }

    public boolean isEmpty() {
        return mistakes.isEmpty();
    }

    public ScorecardMistakes asException() {
        return new ScorecardMistakes(mistakes);
    }
}
