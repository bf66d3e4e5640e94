package io.csm.domain.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What happened, and which fields of the payload say more about it.
 *
 * @param source the kind of system that tells of it
 * @param name such as {@code feature_used}; 1 to 60 lower-case letters, digits and underscores
 * @param subject the field that names what it was about, such as the feature; empty: none
 * @param subjectRequired whether an event without subject is refused
 * @param subjects what the subject may be; empty: any text
 * @param quantity the field that holds a number, and which numbers; empty: none
 */
public record EventType(
        SourceType source,
        String name,
        Optional<String> subject,
        boolean subjectRequired,
        List<String> subjects,
        Optional<Quantity> quantity) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,60}");

    public EventType {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(quantity, "quantity");
        subjects = List.copyOf(subjects);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "event type must be 1 to 60 lower-case letters, digits and underscores but was '" + name + "'");
        }
    }

    /**
     * A whole number in the payload.
     *
     * @param field its name
     * @param required whether an event without it is refused
     * @param from the smallest allowed
     * @param to the largest allowed
     */
    public record Quantity(String field, boolean required, long from, long to) {

        public Quantity {
            Objects.requireNonNull(field, "field");
            if (from > to) {
                throw new IllegalArgumentException(field + " must not go from " + from + " to " + to);
            }
        }

        private void refuse(Optional<Long> value) {
            if (value.map(number -> number < from || number > to).orElse(required)) {
                throw new IllegalArgumentException(field + " must be a whole number from " + from + " to " + to
                        + value.map(number -> " but was " + number).orElse(" but is missing"));
            }
        }
    }

    /** What is stored and shown: the name, after {@code custom.} where the type is not one of ours. */
    public String code() {
        return source == SourceType.CUSTOM ? "custom." + name : name;
    }

    /**
     * Refuses a subject or a quantity that an event of this type cannot have.
     *
     * @throws IllegalArgumentException naming the field, the value and the rule
     */
    void refuse(Optional<String> about, Optional<Long> howMuch) {
        if (about.map(text -> !allows(text)).orElse(subjectRequired)) {
            throw new IllegalArgumentException(subject.orElse("subject")
                    + (subjects.isEmpty() ? " must be given" : " must be one of " + String.join(", ", subjects))
                    + about.map(text -> " but was '" + text + "'").orElse(" but is missing"));
        }
        quantity.ifPresent(field -> field.refuse(howMuch));
    }

    private boolean allows(String text) {
        return subjects.isEmpty() ? !(subjectRequired && text.isBlank()) : subjects.contains(text);
    }
}
