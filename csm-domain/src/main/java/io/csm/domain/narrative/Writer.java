package io.csm.domain.narrative;

import java.util.Optional;

/**
 * Who wrote a text: the rules of CSM, or a language model.
 *
 * @param model the name of the model; empty for the rules
 */
public record Writer(Optional<String> model) {

    /** The deterministic writers. */
    public static final Writer RULES = new Writer(Optional.empty());

    private static final String OF_A_MODEL = "model ";

    /** A language model of that name. */
    public static Writer model(String name) {
        return new Writer(Optional.of(name));
    }

    /** What is stored: {@code rules}, or {@code model gpt-4o-mini}. */
    public String code() {
        return model.map(name -> OF_A_MODEL + name).orElse("rules");
    }

    /** The writer of that {@link #code()}. */
    public static Writer ofCode(String code) {
        if (code.startsWith(OF_A_MODEL)) {
            return model(code.substring(OF_A_MODEL.length()));
        }
        if (code.equals(RULES.code())) {
            return RULES;
        }
        throw new IllegalArgumentException("a writer must be 'rules' or 'model NAME' but was '" + code + "'");
    }

    /** What stands below a text: {@code written by rules}. */
    @Override
    public String toString() {
        return "written by " + model.map(name -> "the language model " + name).orElse("rules");
    }
}
