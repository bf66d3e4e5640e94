package io.csm.domain.health.document;

import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.signal.SimilarNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping whose keys are known: finds values by key, and tells of keys that are unknown, missing or there twice. */
public final class Fields {

    private final String what;
    private final Mapping mapping;
    private final Findings findings;
    private final Values values;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private boolean hasUnknownKeys;

    private Fields(String what, Mapping mapping, Findings findings) {
        this.what = what;
        this.mapping = mapping;
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** The fields of a node that is called so in messages, or a mistake when it is no mapping. */
    public static Optional<Fields> of(DocumentNode node, String what, List<String> known, Findings findings) {
        Optional<Fields> fields = node.asMapping().map(mapping -> new Fields(what, mapping, findings));
        fields.ifPresent(found -> found.collect(known));
        return fields.or(() -> new Values(findings)
                .refuse(node, what + " must be a mapping with keys such as " + String.join(", ", firstFew(known))));
    }

    /** The same of a node that says its own name under that key, by which messages then call it. */
    public static Optional<Fields> named(
            DocumentNode node, String kind, String key, List<String> known, Findings findings) {
        String what = node.asMapping()
                .flatMap(mapping -> mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .findFirst())
                .flatMap(entry -> entry.value().asScalar())
                .filter(name -> !name.isNothing() && !name.text().isBlank())
                .map(name -> kind + " " + name.text())
                .orElse("a " + kind);
        return of(node, what, known, findings);
    }

    private static List<String> firstFew(List<String> known) {
        return known.subList(0, Math.min(4, known.size()));
    }

    private void collect(List<String> known) {
        Set<String> allowed = Set.copyOf(known);
        for (Entry entry : mapping.entries()) {
            Scalar key = entry.key();
            if (!allowed.contains(key.text())) {
                unknown(key, known);
            } else if (entries.containsKey(key.text())) {
                findings.add(
                        key.location(), "key '" + key.text() + "' stands twice in " + what + first(keyAt(key.text())));
            } else {
                entries.put(key.text(), entry);
            }
        }
    }

    /** Tells where the first of two things stands, where that is known. */
    static String first(Location first) {
        return first.isKnown() ? "; the first is at " + first : "";
    }

    private void unknown(Scalar key, List<String> known) {
        hasUnknownKeys = true;
        misspelt.addAll(SimilarNames.near(key.text(), known));
        String hint =
                key.text().contains(":") ? "; a blank must follow the colon" : SimilarNames.hint(key.text(), known);
        findings.add(key.location(), "unknown key '" + key.text() + "' in " + what + hint);
    }

    /** What messages call this mapping. */
    public String what() {
        return what;
    }

    boolean hasUnknownKeys() {
        return hasUnknownKeys;
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Where the value under that key begins; where the mapping begins when there is none. */
    public Location at(String key) {
        return find(key).map(DocumentNode::location).orElse(mapping.location());
    }

    /** Where that key stands; where the mapping begins when it does not. */
    public Location keyAt(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(entry -> entry.key().location())
                .orElse(mapping.location());
    }

    /** The value under that key. */
    public Optional<DocumentNode> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The value under a key that must be there. */
    public Optional<DocumentNode> get(String key) {
        if (!has(key) && !misspelt.contains(key)) {
            findings.add(mapping.location(), what + " must have a key '" + key + "'");
        }
        return find(key);
    }

    /** The text under a key that must be there. */
    public Optional<String> text(String key) {
        return get(key).flatMap(node -> values.text(node, called(key)));
    }

    /** The number under a key that must be there. */
    public Optional<Double> number(String key) {
        return get(key).flatMap(node -> values.number(node, called(key)));
    }

    Optional<Integer> wholeNumber(String key) {
        return get(key).flatMap(node -> values.wholeNumber(node, called(key)));
    }

    /** The list under a key that must be there. */
    public Optional<List<DocumentNode>> list(String key) {
        return get(key).flatMap(node -> values.list(node, called(key)));
    }

    /** The mapping under a key that must be there. */
    public Optional<Fields> fields(String key, List<String> known) {
        return get(key).flatMap(node -> of(node, called(key), known, findings));
    }

    /** What messages call the value under that key. */
    public String called(String key) {
        return "'" + key + "' of " + what;
    }

    /** The one of these keys that is there; none or several are a mistake. */
    public Optional<String> oneOf(List<String> keys) {
        List<String> found = entries.keySet().stream().filter(keys::contains).toList();
        if (found.size() > 1) {
            findings.add(keyAt(found.get(1)), what + " must have only one of " + or(keys) + " but has " + and(found));
        } else if (found.isEmpty() && keys.stream().noneMatch(misspelt::contains)) {
            findings.add(mapping.location(), what + " must have a key " + or(keys));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String or(List<String> keys) {
        List<String> quoted =
                new ArrayList<>(keys.stream().map(key -> "'" + key + "'").toList());
        String last = quoted.remove(quoted.size() - 1);
        return String.join(", ", quoted) + " or " + last;
    }

    private static String and(List<String> keys) {
        return "'" + String.join("' and '", keys) + "'";
    }
}
