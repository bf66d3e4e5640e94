package io.csm.adapter.notion.stub;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges bodies by the schemas of Notion's own SDK, where they are at hand. */
final class Schemas {

    private final Map<String, Schema> byName = new TreeMap<>();

    private Schemas() {}

    /** Those of that folder; no folder gives no judgement. */
    static Schemas in(Optional<Path> folder) {
        Schemas schemas = new Schemas();
        folder.ifPresent(from -> List.of("AppendBody", "CreatePageBody", "QueryDataSourceBody", "UpdatePageBody")
                .forEach(name -> schemas.add(from, name)));
        return schemas;
    }

    private void add(Path folder, String name) {
        try {
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
            byName.put(name, registry.getSchema(Files.readString(folder.resolve("v5_" + name + ".json"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void judge(String name, String body) {
        Schema schema = byName.get(name);
        if (schema == null) {
            return;
        }
        List<Error> errors = schema.validate(body, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw Refused.invalid("the schema of " + name + " says: " + errors.subList(0, Math.min(5, errors.size())));
        }
    }
}
