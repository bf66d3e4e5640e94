package io.csm.domain.health.document;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that was found to be wrong with a document, in reading order; its message has one line for each. */
public final class ScorecardMistakes extends IllegalArgumentException {

    private final List<ScorecardMistake> mistakes;

    public ScorecardMistakes(List<ScorecardMistake> mistakes) {
        this("", mistakes);
    }

    private ScorecardMistakes(String prefix, List<ScorecardMistake> mistakes) {
        super(inOrder(mistakes).stream().map(mistake -> prefix + mistake).collect(Collectors.joining("\n")));
        this.mistakes = inOrder(mistakes);
    }

    private static List<ScorecardMistake> inOrder(List<ScorecardMistake> mistakes) {
        return mistakes.stream()
                .sorted(Comparator.comparing(ScorecardMistake::location))
                .toList();
    }

    /** The same mistakes, each told of that file. */
    public ScorecardMistakes in(String file) {
        return new ScorecardMistakes(file + ": ", mistakes);
    }

    /** At least one, in reading order. */
    public List<ScorecardMistake> mistakes() {
        return mistakes;
    }
}
