package io.csm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.derivation.Derivation;
import io.csm.domain.derivation.StandardDerivations;
import io.csm.domain.event.EventType;
import io.csm.domain.event.EventType.Quantity;
import io.csm.domain.event.StandardEvents;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on derivations says what the rules say of themselves. Where it does not, put the expected table there. */
class TheDerivationsTest {

    private static final String PAGE = Repository.read(Repository.ROOT.resolve("docs/derivations.md"));

    @Test
    void stand_in_the_page_as_the_rules_tell_them() {
        String table = table(
                List.of("signal", "derived from", "window", "formula", "not tracked without", "observed at"),
                StandardDerivations.ALL.stream().map(TheDerivationsTest::row));

        assertThat(PAGE).contains(table);
    }

    private static List<String> row(Derivation derivation) {
        return List.of(
                code(derivation.signal().name()),
                derivation.source(),
                derivation.window(),
                derivation.formula(),
                derivation.needs(),
                derivation.age());
    }

    @Test
    void read_events_that_stand_in_the_page_with_their_fields() {
        String table = table(
                List.of("event type", "source", "what it was about", "how much"),
                StandardEvents.ALL.stream().map(TheDerivationsTest::row));

        assertThat(PAGE).contains(table);
    }

    private static List<String> row(EventType type) {
        return List.of(
                code(type.name()),
                code(type.source().code()),
                type.subject()
                        .map(field -> code(field) + among(type.subjects()) + required(type.subjectRequired()))
                        .orElse(""),
                type.quantity().map(TheDerivationsTest::field).orElse(""));
    }

    private static String among(List<String> words) {
        return words.isEmpty() ? "" : ": " + String.join(", ", words);
    }

    private static String field(Quantity quantity) {
        return code(quantity.field()) + ": " + quantity.from() + " to " + quantity.to() + required(quantity.required());
    }

    private static String required(boolean required) {
        return required ? "; required" : "";
    }

    private static String code(String word) {
        return "`" + word + "`";
    }

    private static String table(List<String> head, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(head, head.stream().map(column -> "---").toList()), rows)
                .map(cells ->
                        "|" + cells.stream().map(TheDerivationsTest::cell).collect(Collectors.joining("|")) + "|\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        return text.equals("---") ? text : text.isEmpty() ? " " : " " + text + " ";
    }
}
