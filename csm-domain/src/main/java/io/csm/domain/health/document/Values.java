package io.csm.domain.health.document;

import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.DocumentNode.Sequence;
import io.csm.domain.signal.Figures;
import java.util.List;
import java.util.Optional;

/** Reads values of one kind, and says what is wrong with one of another. */
public final class Values {

    private static final int LONGEST_QUOTE = 60;

    private final Findings findings;

    public Values(Findings findings) {
        this.findings = findings;
    }

    /** Any single value is a text, {@code yes} and {@code 90} too. */
    public Optional<String> text(DocumentNode node, String what) {
        return node.asScalar()
                .filter(scalar -> !scalar.isNothing())
                .map(Scalar::text)
                .or(() -> refuse(node, what + " must be a text"));
    }

    public Optional<Double> number(DocumentNode node, String what) {
        return number(node, what, "a number such as 20 or 0.5");
    }

    /** A number where that, in words, is allowed. */
    Optional<Double> number(DocumentNode node, String what, String allowed) {
        return numberIn(node).or(() -> refuseAsNumber(node, what, allowed));
    }

    Optional<Integer> wholeNumber(DocumentNode node, String what) {
        return numberIn(node)
                .filter(number -> number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE)
                .map(Double::intValue)
                .or(() -> refuseAsNumber(node, what, "a whole number"));
    }

    public Optional<List<DocumentNode>> list(DocumentNode node, String what) {
        return node.asSequence().map(Sequence::items).or(() -> refuse(node, what + " must be a list"));
    }

    public <T> Optional<T> refuse(DocumentNode node, String rule) {
        findings.add(node.location(), rule + " but " + described(node));
        return Optional.empty();
    }

    private <T> Optional<T> refuseAsNumber(DocumentNode node, String what, String allowed) {
        boolean inQuotes = node.asScalar()
                .filter(scalar -> scalar.quoted() && Double.isFinite(Figures.parse(scalar.text())))
                .isPresent();
        return refuse(node, what + " must be " + (inQuotes ? "a number without quotes" : allowed));
    }

    private static Optional<Double> numberIn(DocumentNode node) {
        return node.asScalar()
                .flatMap(scalar -> scalar.number().stream().boxed().findFirst());
    }

    private static String described(DocumentNode node) {
        return node.match(
                mapping -> "is a mapping",
                list -> "is a list",
                value -> value.isNothing() ? "has no value" : "is " + quoted(value));
    }

    private static String quoted(Scalar value) {
        String mark = value.quoted() ? "\"" : "'";
        return mark + shortened(value.text()) + mark;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
