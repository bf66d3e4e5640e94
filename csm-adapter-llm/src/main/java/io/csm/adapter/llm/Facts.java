package io.csm.adapter.llm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.csm.domain.signal.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Facts on their way to a language model. Every text is redacted and cut as it comes in, and it is known which texts we
 * wrote and which are quoted from elsewhere, such as names and tickets: a figure in a quote is no fact.
 */
final class Facts {

    private static final int LONGEST_TEXT = 300;

    /** Far more than is shown, so that no half of a secret at the cut is; and no text takes long to look through. */
    private static final int LONGEST_LOOKED_AT = 4_000;

    /** What our own sentences quote, such as a ticket: it is cut and changed there, and may lack its end. */
    private static final Pattern QUOTATION = Pattern.compile("\"([^\"]*)(?:\"|$)");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode node;
    private final List<String> ours;
    private final Set<String> quotes;
    private final Set<String> names;

    private Facts(ObjectNode node, List<String> ours, Set<String> quotes, Set<String> names) {
        this.node = node;
        this.ours = ours;
        this.quotes = quotes;
        this.names = names;
    }

    static Facts none() {
        return new Facts(MAPPER.createObjectNode(), new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    private Facts in(ObjectNode child) {
        return new Facts(child, ours, quotes, names);
    }

    /** A text of ours, as any of our own types writes itself. */
    Facts say(String name, Object text) {
        node.put(name, ours(text.toString()));
        return this;
    }

    Facts say(String name, Optional<?> text) {
        text.ifPresent(some -> say(name, some));
        return this;
    }

    /** A figure, with at most that many decimals. */
    Facts figure(String name, double value, int decimals) {
        String shown = Figures.show(value, decimals);
        ours.add(shown);
        node.put(name, Double.parseDouble(shown));
        return this;
    }

    Facts count(String name, long value) {
        ours.add(Long.toString(value));
        node.put(name, value);
        return this;
    }

    /** What we or people call a thing; it may be an address of the web, and is then no link. */
    Facts name(String name, String text) {
        quote(name, text);
        names.add(shown(text));
        return this;
    }

    /** A text that somebody else wrote. */
    Facts quote(String name, String text) {
        if (!text.isBlank()) {
            node.put(name, quoted(text));
        }
        return this;
    }

    Facts quote(String name, Optional<String> text) {
        text.ifPresent(some -> quote(name, some));
        return this;
    }

    Facts sayAll(String name, List<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.forEach(text -> array.add(ours(text)));
        return this;
    }

    Facts quoteAll(String name, List<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.forEach(text -> array.add(quoted(text)));
        return this;
    }

    Facts nameAll(String name, List<String> texts) {
        texts.forEach(text -> names.add(shown(text)));
        return quoteAll(name, texts);
    }

    Facts group(String name, Consumer<Facts> content) {
        content.accept(in(node.putObject(name)));
        return this;
    }

    <T> Facts each(String name, List<T> things, BiConsumer<Facts, T> content) {
        ArrayNode array = node.putArray(name);
        things.forEach(thing -> content.accept(in(array.addObject()), thing));
        return this;
    }

    private String ours(String text) {
        ours.add(shown(QUOTATION.matcher(text).replaceAll(" ")));
        QUOTATION.matcher(text).results().forEach(each -> quotes.add(shown(each.group(1))));
        return shown(text);
    }

    private String quoted(String text) {
        String shown = shown(text);
        quotes.add(shown);
        return shown;
    }

    private static String shown(String text) {
        String looked = text.length() <= LONGEST_LOOKED_AT ? text : text.substring(0, LONGEST_LOOKED_AT);
        String redacted = Redaction.redact(looked.replaceAll("\\p{Cntrl}+", " ").strip());
        return redacted.length() <= LONGEST_TEXT ? redacted : redacted.substring(0, LONGEST_TEXT) + "...";
    }

    /** What a text may claim that rests on these. */
    KnownClaims claims() {
        return KnownClaims.of(ours, quotes, names);
    }

    /** As JSON in which no text can close a tag around it. */
    @Override
    public String toString() {
        return node.toPrettyString().replace("<", "\\u003c");
    }
}
