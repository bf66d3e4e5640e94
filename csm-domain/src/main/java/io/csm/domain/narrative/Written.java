package io.csm.domain.narrative;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text and who wrote it.
 *
 * @param text the text
 * @param writer who wrote it
 * @param note why it was not the language model that did, where one was asked; empty otherwise
 * @param <T> the parts that the text has
 */
public record Written<T>(T text, Writer writer, Optional<String> note) {

    public Written {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(note, "note");
    }

    /** Written by the rules. */
    public static <T> Written<T> byRules(T text) {
        return new Written<>(text, Writer.RULES, Optional.empty());
    }

    /** Written by that language model. */
    public static <T> Written<T> byModel(T text, String model) {
        return new Written<>(text, Writer.model(model), Optional.empty());
    }

    /** The same, with the reason why the language model did not write it. */
    public Written<T> because(String reason) {
        return new Written<>(text, writer, Optional.of(reason));
    }

    /** Another text by the same writer. */
    public <R> Written<R> map(Function<T, R> change) {
        return new Written<>(change.apply(text), writer, note);
    }
}
