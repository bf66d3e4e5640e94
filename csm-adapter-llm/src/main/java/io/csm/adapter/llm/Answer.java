package io.csm.adapter.llm;

import io.csm.domain.signal.Nullable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a model answered, read. */
interface Answer {

    /** Every text of it that people would read; each is checked against the facts. */
    List<String> prose();

    /** The text, which must say something. */
    static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return text.strip();
    }

    /** The texts, without blank ones; a list that was left out has none. */
    static List<String> texts(@Nullable Collection<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .filter(text -> !text.isBlank())
                        .map(String::strip)
                        .toList();
    }

    /** The map; one that was left out is empty. */
    static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return texts == null ? Map.of() : Map.copyOf(texts);
    }

    /** All of them in one list. */
    static List<String> all(Collection<String> some, Collection<String> others, String... more) {
        return Stream.of(some, others, List.of(more))
                .flatMap(Collection::stream)
                .toList();
    }
}
