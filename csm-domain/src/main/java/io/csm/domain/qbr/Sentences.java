package io.csm.domain.qbr;

import io.csm.domain.narrative.Prose;
import java.util.List;
import java.util.stream.Collectors;

/** A narrative of a review: two or three sentences. */
final class Sentences {

    private static final int MOST = 3;

    private Sentences() {}

    /** The first three of them, each begun and ended as a sentence. */
    static String of(List<String> sentences) {
        return sentences.stream().limit(MOST).map(Prose::sentence).collect(Collectors.joining(" "));
    }
}
