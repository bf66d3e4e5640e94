package io.csm.domain.health.document;

import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Collects the keys and values of a mapping that is written. */
final class MappingBuilder {

    private final List<Entry> entries = new ArrayList<>();

    MappingBuilder with(String key, String text) {
        return with(key, Scalar.text(text));
    }

    MappingBuilder with(String key, double number) {
        return with(key, Scalar.number(number));
    }

    MappingBuilder with(String key, DocumentNode value) {
        entries.add(new Entry(Scalar.text(key), value));
        return this;
    }

    Mapping build() {
        return new Mapping(entries, Location.UNKNOWN);
    }
}
