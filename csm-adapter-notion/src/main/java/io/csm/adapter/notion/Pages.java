package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.DirectoryUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import notion.api.v1.model.databases.QueryResults;
import notion.api.v1.model.databases.query.sort.QuerySort;
import notion.api.v1.model.databases.query.sort.QuerySortDirection;
import notion.api.v1.model.databases.query.sort.QuerySortTimestamp;
import notion.api.v1.model.pages.Page;
import notion.api.v1.model.pages.PageProperty;
import notion.api.v1.request.databases.QueryDatabaseRequest;

/**
 * The pages of one database. What the database looks like is asked when it is first needed, and again when Notion says no:
 * people change databases while CSM runs.
 */
final class Pages {

    private static final QuerySort OLDEST_FIRST =
            new QuerySort(null, QuerySortTimestamp.CreatedTime, QuerySortDirection.Ascending);

    private final NotionLink link;
    private final Attempts attempts;
    private final String databaseId;
    private final List<String> required;
    private final List<String> useful;
    private volatile List<Source> known = List.of();

    /**
     * Pages of that database.
     *
     * @param required properties that it must have
     * @param useful those that a check tells about when they lack, too
     */
    Pages(NotionLink link, Attempts attempts, String databaseId, List<String> required, List<String> useful) {
        this.link = link;
        this.attempts = attempts;
        this.databaseId = databaseId;
        this.required = required;
        this.useful = useful;
    }

    /** A page and the table that it stands in. */
    record Found(Source source, Page page) {}

    /** A sentence about the database, for people. */
    String describe() {
        List<Source> sources = attempts.of(() -> link.describe(databaseId));
        String title = sources.isEmpty() ? "" : sources.get(0).title();
        List<String> missing = sources.stream()
                .filter(source -> source.has(required.get(0)))
                .findFirst()
                .map(source -> source.missing(useful))
                .orElse(required);
        return "connected, the database is '" + title + "'"
                + (missing.isEmpty() ? "" : "; it lacks the properties " + String.join(", ", missing));
    }

    /** The page that was created first of those that fulfil the conditions. */
    Optional<Found> first(UnaryOperator<Filters> conditions) {
        return first(conditions, OLDEST_FIRST);
    }

    /** The page with the latest date in that property. */
    Optional<Found> latest(UnaryOperator<Filters> conditions, String property) {
        return first(conditions, new QuerySort(property, null, QuerySortDirection.Descending));
    }

    private Optional<Found> first(UnaryOperator<Filters> conditions, QuerySort sort) {
        return onSources(sources -> sources.stream()
                .flatMap(source -> query(source, conditions, sort, 1, Optional.empty()).getResults().stream()
                        .map(page -> new Found(source, page)))
                .findFirst());
    }

    /** Hands over each page that fulfils the conditions, while only one answer of Notion is in memory. */
    void forEach(UnaryOperator<Filters> conditions, Consumer<Page> consumer) {
        for (Source source : attempts.of(this::sources)) {
            Optional<String> cursor = Optional.empty();
            do {
                Optional<String> from = cursor;
                QueryResults page =
                        attempts.of(() -> query(source, conditions, OLDEST_FIRST, NotionLink.PAGE_SIZE, from));
                page.getResults().forEach(consumer);
                cursor = next(page, from);
            } while (cursor.isPresent());
        }
    }

    private static Optional<String> next(QueryResults page, Optional<String> from) {
        Optional<String> next = Optional.ofNullable(page.getNextCursor()).filter(cursor -> page.getHasMore());
        if (next.isPresent() && next.equals(from)) {
            throw new DirectoryUnavailable("Notion answers with the same page of results again", Optional.empty());
        }
        return next;
    }

    private QueryResults query(
            Source source, UnaryOperator<Filters> conditions, QuerySort sort, int size, Optional<String> cursor) {
        Filters filters = conditions.apply(Filters.on(source));
        QueryDatabaseRequest request = new QueryDatabaseRequest(source.id());
        if (!filters.isEmpty()) {
            request.setFilter(filters.toNotion());
        }
        request.setSorts(List.of(sort));
        request.setPageSize(size);
        cursor.ifPresent(request::setStartCursor);
        return link.query(source, request);
    }

    /**
     * The page that fulfils the conditions, or a new one. Each attempt looks before it creates, and so does the end of the
     * last one, as an attempt that failed may have created the page all the same.
     */
    Place findOrCreate(
            UnaryOperator<Filters> conditions,
            Function<Source, Map<String, PageProperty>> values,
            List<PageBlock> text) {
        try {
            return attempts.of(() -> place(conditions).orElseGet(() -> create(values, text)));
        } catch (DirectoryUnavailable unsure) {
            return found(conditions, unsure);
        }
    }

    private Place found(UnaryOperator<Filters> conditions, DirectoryUnavailable unsure) {
        Optional<Place> place;
        try {
            place = place(conditions);
        } catch (Outage | Refusal | DirectoryUnavailable | DirectoryRefused stillUnsure) {
            unsure.addSuppressed(stillUnsure);
            throw unsure;
        }
        return place.orElseThrow(() -> unsure);
    }

    private Optional<Place> place(UnaryOperator<Filters> conditions) {
        return first(conditions)
                .map(found -> new Place(
                        found.source(), Objects.requireNonNull(found.page().getId()), Optional.of(found.page())));
    }

    private Place create(Function<Source, Map<String, PageProperty>> values, List<PageBlock> text) {
        return onSources(sources -> {
            Source source = sources.get(0);
            return new Place(source, link.create(source, values.apply(source), text), Optional.empty());
        });
    }

    /**
     * Where a page is.
     *
     * @param source its table
     * @param page its id
     * @param found as it was; empty when it was created just now
     */
    record Place(Source source, String page, Optional<Page> found) {

        boolean isNew() {
            return found.isEmpty();
        }
    }

    void update(String pageId, Function<Source, Map<String, PageProperty>> values) {
        attempts.of(() -> onSources(sources -> {
            link.update(sources.get(0), pageId, values.apply(sources.get(0)));
            return pageId;
        }));
    }

    /** Looks at the database again when it turns out to be another one than was known. */
    private <T> T onSources(Function<List<Source>, T> work) {
        boolean wasKnown = !known.isEmpty();
        try {
            return work.apply(sources());
        } catch (Refusal refusal) {
            known = List.of();
            if (wasKnown && refusal.isAboutSeveralSources()) {
                return work.apply(sources());
            }
            throw refusal;
        }
    }

    private List<Source> sources() {
        List<Source> sources = known;
        if (sources.isEmpty()) {
            sources = fitting(link.describe(databaseId));
            known = sources;
        }
        return sources;
    }

    private List<Source> fitting(List<Source> sources) {
        List<Source> fitting = sources.stream()
                .filter(source -> source.missing(required).isEmpty())
                .toList();
        if (fitting.isEmpty()) {
            throw new DirectoryRefused(lacks(sources));
        }
        return fitting;
    }

    private String lacks(List<Source> sources) {
        if (sources.size() == 1) {
            Source source = sources.get(0);
            return "the Notion database '" + source.title() + "' lacks the properties "
                    + String.join(", ", source.missing(required));
        }
        return "none of the " + sources.size() + " data sources of the Notion database " + databaseId
                + " has all of the properties " + String.join(", ", required);
    }

    <T> T ask(Supplier<T> work) {
        return attempts.of(work);
    }
}
