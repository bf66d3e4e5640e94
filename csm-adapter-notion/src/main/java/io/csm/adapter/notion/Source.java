package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryRefused;
import java.util.List;
import java.util.Map;

/**
 * A table of pages in Notion: a database, or one data source of a database that has several.
 *
 * @param id of the database or the data source
 * @param isDataSource whether it is one of several, which only the newer version of the API knows
 * @param title how people call it
 * @param types the type of each property, in Notion's word: {@code rich_text}
 */
record Source(String id, boolean isDataSource, String title, Map<String, String> types) {

    /** The type of a property; blank when there is no such property. */
    String typeOf(String property) {
        return types.getOrDefault(property, "");
    }

    boolean has(String property) {
        return types.containsKey(property);
    }

    List<String> missing(List<String> properties) {
        return properties.stream().filter(property -> !has(property)).toList();
    }

    /** The name of the property that is the title of its pages. */
    String titleProperty() {
        return types.entrySet().stream()
                .filter(each -> each.getValue().equals("title"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new DirectoryRefused("the Notion database '" + title + "' shows no title property"));
    }
}
