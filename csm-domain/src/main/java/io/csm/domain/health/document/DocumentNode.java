package io.csm.domain.health.document;

import io.csm.domain.signal.Figures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A document as a tree, without the format that held it. */
public sealed interface DocumentNode {

    /** Where it begins. */
    Location location();

    /** What the function for this kind of node says. */
    <T> T match(Function<Mapping, T> onMapping, Function<Sequence, T> onSequence, Function<Scalar, T> onScalar);

    /** The mapping that it is. */
    default Optional<Mapping> asMapping() {
        return match(Optional::of, list -> Optional.empty(), value -> Optional.empty());
    }

    /** The list that it is. */
    default Optional<Sequence> asSequence() {
        return match(mapping -> Optional.empty(), Optional::of, value -> Optional.empty());
    }

    /** The single value that it is. */
    default Optional<Scalar> asScalar() {
        return match(mapping -> Optional.empty(), list -> Optional.empty(), Optional::of);
    }

    /**
     * Keys with values, in the order of the document; a key that was written twice stands here twice.
     *
     * @param entries the keys and values
     * @param location where it begins
     */
    record Mapping(List<Entry> entries, Location location) implements DocumentNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public <T> T match(
                Function<Mapping, T> onMapping, Function<Sequence, T> onSequence, Function<Scalar, T> onScalar) {
            return onMapping.apply(this);
        }
    }

    /**
     * One line of a mapping.
     *
     * @param key a word
     * @param value what stands under it
     */
    record Entry(Scalar key, DocumentNode value) {}

    /**
     * A list.
     *
     * @param items in order
     * @param location where it begins
     */
    record Sequence(List<DocumentNode> items, Location location) implements DocumentNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public <T> T match(
                Function<Mapping, T> onMapping, Function<Sequence, T> onSequence, Function<Scalar, T> onScalar) {
            return onSequence.apply(this);
        }
    }

    /**
     * A single value as it was written.
     *
     * @param text its characters, without quotes
     * @param quoted whether it can only be text; else it is a number where a number is due, and text elsewhere
     * @param location where it begins
     */
    record Scalar(String text, boolean quoted, Location location) implements DocumentNode {

        /** A text, whatever it looks like. */
        public static Scalar text(String text) {
            return new Scalar(text, true, Location.UNKNOWN);
        }

        /** A number. */
        public static Scalar number(double value) {
            return new Scalar(Figures.exact(value), false, Location.UNKNOWN);
        }

        /** The number that it is; empty when it is text or not finite. */
        public OptionalDouble number() {
            double value = quoted ? Double.NaN : Figures.parse(text);
            return Double.isFinite(value) ? OptionalDouble.of(value + 0.0) : OptionalDouble.empty();
        }

        /** Whether nothing was written, as after a key that has no value. */
        public boolean isNothing() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public <T> T match(
                Function<Mapping, T> onMapping, Function<Sequence, T> onSequence, Function<Scalar, T> onScalar) {
            return onScalar.apply(this);
        }
    }
}
