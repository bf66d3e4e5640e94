package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import notion.api.v1.model.databases.query.filter.CompoundFilter;
import notion.api.v1.model.databases.query.filter.CompoundFilterElement;
import notion.api.v1.model.databases.query.filter.PropertyFilter;
import notion.api.v1.model.databases.query.filter.QueryTopLevelFilter;
import notion.api.v1.model.databases.query.filter.condition.DateFilter;
import notion.api.v1.model.databases.query.filter.condition.SelectFilter;
import notion.api.v1.model.databases.query.filter.condition.StatusFilter;
import notion.api.v1.model.databases.query.filter.condition.TextFilter;

/** Conditions on the pages of one table, in the words that fit the types of its properties. */
final class Filters {

    private final Source source;
    private final List<CompoundFilterElement> all = new ArrayList<>();

    private Filters(Source source) {
        this.source = source;
    }

    static Filters on(Source source) {
        return new Filters(source);
    }

    Filters equal(String property, String value) {
        PropertyFilter filter = new PropertyFilter(property);
        switch (source.typeOf(property)) {
            case "title" -> filter.setTitle(new TextFilter(value));
            case "rich_text" -> filter.setRichText(new TextFilter(value));
            case "select" -> filter.setSelect(new SelectFilter(value));
            case "status" -> filter.setStatus(new StatusFilter(value));
            default ->
                throw new DirectoryRefused("the property '" + property + "' of the Notion database '" + source.title()
                        + "' must be a text or a select but is of type " + source.typeOf(property));
        }
        all.add(filter);
        return this;
    }

    /** Leaves out pages of that value, where the property is one that can be asked for it. */
    Filters unequal(String property, String value) {
        PropertyFilter filter = new PropertyFilter(property);
        if (source.typeOf(property).equals("select")) {
            filter.setSelect(new SelectFilter(null, value));
            all.add(filter);
        } else if (source.typeOf(property).equals("status")) {
            filter.setStatus(new StatusFilter(null, value));
            all.add(filter);
        }
        return this;
    }

    /** A date in that minute: Notion keeps no seconds. */
    Filters inMinuteOf(String property, Instant instant) {
        Instant minute = Values.minute(instant);
        PropertyFilter from = new PropertyFilter(property);
        from.setDate(new DateFilter());
        from.getDate().setOnOrAfter(minute.toString());
        PropertyFilter before = new PropertyFilter(property);
        before.setDate(new DateFilter());
        before.getDate().setBefore(minute.plus(Duration.ofMinutes(1)).toString());
        all.add(from);
        all.add(before);
        return this;
    }

    QueryTopLevelFilter toNotion() {
        if (all.size() == 1 && all.get(0) instanceof PropertyFilter only) {
            return only;
        }
        CompoundFilter filter = new CompoundFilter();
        filter.setAnd(all);
        return filter;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
