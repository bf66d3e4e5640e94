package io.csm.adapter.notion.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A data source of a database: its properties and its pages. */
final class Table {

    final String id;
    final String database;
    final String name;
    final List<StoredPage> pages = new ArrayList<>();
    private final Map<String, String> types = new TreeMap<>();

    /** Properties map names to types; the options of a status follow its type: {@code status:Active,Inactive}. */
    Table(String id, String database, String name, Map<String, String> properties) {
        this.id = id;
        this.database = database;
        this.name = name;
        this.types.putAll(properties);
    }

    void change(Map<String, String> properties) {
        types.clear();
        types.putAll(properties);
    }

    /** The type of a property; refuses one that is unknown. */
    String typeOf(String property) {
        return Optional.ofNullable(types.get(property))
                .map(type -> type.split(":")[0])
                .orElseThrow(() -> Refused.invalid(property + " is not a property that exists."));
    }

    List<String> optionsOf(String property) {
        String[] parts = types.get(property).split(":");
        return parts.length > 1 ? List.of(parts[1].split(",")) : List.of();
    }

    Iterable<String> properties() {
        return types.keySet();
    }

    ObjectNode described() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        types.keySet().forEach(property -> {
            ObjectNode each = properties.putObject(property);
            each.put("id", Integer.toHexString(property.hashCode()))
                    .put("name", property)
                    .put("type", typeOf(property));
            each.putObject(typeOf(property));
        });
        return properties;
    }
}
