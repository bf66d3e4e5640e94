package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.DirectoryUnavailable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    /** Whoever was given a page has its id alone; where a database has several tables, this tells which it stands in. */
    private final Map<String, String> sourceOfPage = new ConcurrentHashMap<>();

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

    /** The page that was created first of those that fulfil the conditions, in the first table that has one. */
    Optional<Found> first(UnaryOperator<Filters> conditions) {
        Optional<Found> first = oldest(conditions);
        first.ifPresent(found -> remember(found.source(), List.of(found.page())));
        return first;
    }

    private Optional<Found> oldest(UnaryOperator<Filters> conditions) {
        return onSources(
                sources -> firstOfEach(sources, conditions, OLDEST_FIRST).findFirst());
    }

    /** The page with the latest date in that property, whichever table it stands in. */
    Optional<Found> latest(UnaryOperator<Filters> conditions, String property) {
        QuerySort latestFirst = new QuerySort(property, null, QuerySortDirection.Descending);
        return onSources(sources -> firstOfEach(sources, conditions, latestFirst)
                .max(Comparator.comparing(
                        found -> Values.instant(found.page(), property).orElse(Instant.MIN))));
    }

    private Stream<Found> firstOfEach(List<Source> sources, UnaryOperator<Filters> conditions, QuerySort sort) {
        return sources.stream()
                .flatMap(source -> query(source, conditions, sort, 1, Optional.empty()).getResults().stream()
                        .map(page -> new Found(source, page)));
    }

    /** Hands over each page that fulfils the conditions, while only one answer of Notion is in memory. */
    void forEach(UnaryOperator<Filters> conditions, Consumer<Page> consumer) {
        Part part = attempts.of(() -> onSources(sources -> part(sources, conditions, Optional.empty())));
        part.results().getResults().forEach(consumer);
        for (Optional<Rest> rest = part.rest(); rest.isPresent(); rest = part.rest()) {
            part = following(rest.get(), conditions);
            part.results().getResults().forEach(consumer);
        }
    }

    private Part following(Rest rest, UnaryOperator<Filters> conditions) {
        return attempts.of(() -> onSources(same -> part(rest.sources(), conditions, rest.cursor())));
    }

    private Part part(List<Source> sources, UnaryOperator<Filters> conditions, Optional<String> cursor) {
        QueryResults results = query(sources.get(0), conditions, OLDEST_FIRST, NotionLink.PAGE_SIZE, cursor);
        remember(sources.get(0), results.getResults());
        return new Part(sources, results, next(results, cursor));
    }

    /** An answer out of the first of those tables, and where it goes on. */
    private record Part(List<Source> sources, QueryResults results, Optional<String> cursor) {

        Optional<Rest> rest() {
            List<Source> left = cursor.isPresent() ? sources : sources.subList(1, sources.size());
            return left.isEmpty() ? Optional.empty() : Optional.of(new Rest(left, cursor));
        }
    }

    /** What is not read yet: the first of those tables from the cursor on, and the others. */
    private record Rest(List<Source> sources, Optional<String> cursor) {}

    private static Optional<String> next(QueryResults page, Optional<String> from) {
        return moved(from, Optional.ofNullable(page.getNextCursor()).filter(cursor -> page.getHasMore()));
    }

    /** The next cursor, which must be another one. */
    static Optional<String> moved(Optional<String> from, Optional<String> next) {
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
        AtomicBoolean mayBeThere = new AtomicBoolean();
        try {
            return attempts.of(() -> place(conditions).orElseGet(() -> {
                mayBeThere.set(true);
                return create(values, text);
            }));
        } catch (DirectoryUnavailable unsure) {
            if (mayBeThere.get()) {
                return found(conditions, unsure);
            }
            throw unsure; // such as one that asks nothing while Notion is left alone
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
        return oldest(conditions)
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

    /** Writes into a page that was found, as the table wants it in which it stands. */
    void update(String pageId, Function<Source, Map<String, PageProperty>> values) {
        attempts.of(() -> onSources(sources -> update(sourceOf(pageId, sources), pageId, values)));
    }

    /** The same where it is known which table that is. */
    void update(Place place, Function<Source, Map<String, PageProperty>> values) {
        attempts.of(() -> onSources(same -> update(place.source(), place.page(), values)));
    }

    private String update(Source source, String pageId, Function<Source, Map<String, PageProperty>> values) {
        link.update(source, pageId, values.apply(source));
        return pageId;
    }

    private Source sourceOf(String pageId, List<Source> sources) {
        String id = sourceOfPage.getOrDefault(pageId, "");
        return sources.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElse(sources.get(0));
    }

    /** Of one table alone there is nothing to remember. */
    private void remember(Source source, List<Page> pages) {
        if (source.isDataSource()) {
            pages.forEach(page -> sourceOfPage.put(Objects.requireNonNull(page.getId()), source.id()));
        }
    }

    /** Looks at the database again when it turns out to hold other tables than were known. */
    private <T> T onSources(Function<List<Source>, T> work) {
        boolean wasKnown = !known.isEmpty();
        try {
            return onKnown(work);
        } catch (Refusal refusal) {
            if (wasKnown && refusal.isAboutSeveralSources()) {
                return onKnown(work);
            }
            throw refusal;
        }
    }

    /** After a refusal, by Notion or by ourselves, nothing is known any more. */
    private <T> T onKnown(Function<List<Source>, T> work) {
        try {
            return work.apply(sources());
        } catch (Refusal | DirectoryRefused refusal) {
            known = List.of();
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
