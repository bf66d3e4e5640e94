package io.csm.adapter.notion.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Notion of its own on a free port of this machine, in memory. It refuses what Notion refuses: unknown properties,
 * values of a wrong type, too many blocks, too long texts, a missing token. Where the environment variable
 * {@code CSM_SAMPLE_DATA} names a folder with the schemas of Notion's bodies, it judges every body by them, too.
 */
public final class NotionStub implements AutoCloseable {

    public static final String TOKEN = "ntn_stub_token_4711";
    public static final String ACCOUNTS = "accounts-0001";
    public static final String HEALTH = "health-0001";
    public static final String QBRS = "qbrs-0001";
    public static final String EXPANSIONS = "expansions-0001";

    private static final String BASE = "/v1/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request that came in. */
    public record Received(String method, String path, String version, String body, Instant at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Clock clock;
    private final Api api;
    private final List<Received> received = new ArrayList<>();
    private final Deque<Optional<Fault>> faults = new ArrayDeque<>();

    private NotionStub(Clock clock, Optional<Path> schemas) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // otherwise each answer takes 40 ms
        this.clock = clock;
        this.api = new Api(Schemas.in(schemas));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(BASE, this::handle);
        server.start();
    }

    /** An empty workspace; the clock tells when requests came in. */
    public static NotionStub start(Clock clock) {
        return start(clock, schemas());
    }

    /** The same, judging bodies by the schemas of that folder only. */
    public static NotionStub start(Clock clock, Optional<Path> schemas) {
        try {
            return new NotionStub(clock, schemas);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Where the schemas of Notion's bodies are, if they are. */
    public static Optional<Path> schemas() {
        return Optional.ofNullable(System.getenv("CSM_SAMPLE_DATA"))
                .map(folder -> Path.of(folder, "notion"))
                .filter(Files::isDirectory);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The four databases of CSM with the properties that its documents name. */
    public NotionStub withDatabasesOfCsm() {
        database(ACCOUNTS, "Accounts", accountProperties());
        database(
                HEALTH,
                "Health",
                Map.of(
                        "Title",
                        "title",
                        "account_id",
                        "rich_text",
                        "score",
                        "number",
                        "health_rag",
                        "select",
                        "churn_risk",
                        "select",
                        "scanned_at",
                        "date"));
        database(
                QBRS,
                "Reviews",
                Map.of(
                        "Title",
                        "title",
                        "account_id",
                        "rich_text",
                        "period",
                        "rich_text",
                        "health_rag",
                        "select",
                        "generated_at",
                        "date",
                        "trigger",
                        "select"));
        database(
                EXPANSIONS,
                "Expansions",
                Map.of(
                        "Title",
                        "title",
                        "account_id",
                        "rich_text",
                        "opportunity_type",
                        "select",
                        "quarter",
                        "rich_text",
                        "estimated_arr_impact",
                        "number",
                        "confidence",
                        "select"));
        return this;
    }

    public static Map<String, String> accountProperties() {
        return Map.of(
                "Name",
                "title",
                "account_id",
                "rich_text",
                "Status",
                "status:Active,Inactive",
                "TAM Health",
                "select",
                "Sentiment",
                "select",
                "Contract End",
                "date",
                "CSM Health Score",
                "number",
                "CSM Health RAG",
                "select",
                "CSM Last Scan",
                "date");
    }

    /** Adds a database; another one of the same id becomes a further data source of it. */
    public synchronized void database(String id, String name, Map<String, String> properties) {
        int number = api.tablesOf(id).size() + 1;
        api.add(new Table(id + "-source-" + number, id, name, properties));
    }

    /** Gives the one data source of a database other properties. */
    public synchronized void change(String id, Map<String, String> properties) {
        api.tablesOf(id).get(0).change(properties);
    }

    /** Adds a page to the first data source of a database; properties as in a request. The id of the page. */
    public String page(String database, String properties) {
        return page(database, 1, properties);
    }

    /** The same in that data source, the first being 1. */
    public synchronized String page(String database, int source, String properties) {
        try {
            return api.addPage(api.tablesOf(database).get(source - 1), JSON.readTree(properties)).id;
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** An account's page with an id and a name. */
    public String account(String id, String name) {
        return page(ACCOUNTS, """
                {"Name": {"title": [{"text": {"content": "%s"}}]},
                 "account_id": {"rich_text": [{"text": {"content": "%s"}}]}}
                """.formatted(name, id));
    }

    /** The pages of a database as Notion shows them, each with its blocks below {@code children}. */
    public synchronized List<JsonNode> pages(String database) {
        return api.tablesOf(database).stream()
                .flatMap(table -> table.pages.stream())
                .map(page -> {
                    ObjectNode shown = page.shown(false).deepCopy();
                    page.blocks.forEach(shown.putArray("children")::add);
                    return (JsonNode) shown;
                })
                .toList();
    }

    /** What goes wrong with the next requests, in that order. */
    public synchronized NotionStub next(Fault... next) {
        Arrays.stream(next).map(Optional::of).forEach(faults::add);
        return this;
    }

    /** That many of the next requests go well before later faults. */
    public synchronized NotionStub nextGoWell(int requests) {
        for (int i = 0; i < requests; i++) {
            faults.add(Optional.empty());
        }
        return this;
    }

    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Forgets what came in. */
    public synchronized void forget() {
        received.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = new Answer(exchange);
        Optional<Fault> fault = log(exchange, body);
        if (fault.isPresent() && !fault.get().isCarriedOut()) {
            answer.fail(fault.get());
            return;
        }
        try {
            JsonNode done = carryOut(exchange, body);
            if (fault.isPresent()) {
                answer.fail(fault.get());
            } else {
                answer.send(200, done.toString());
            }
        } catch (Refused refused) {
            answer.send(refused.status, refused.body().toString());
        }
    }

    private synchronized Optional<Fault> log(HttpExchange exchange, byte[] body) {
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring(BASE.length()),
                header(exchange, "Notion-Version"),
                new String(body, StandardCharsets.UTF_8),
                clock.instant()));
        return faults.isEmpty() ? Optional.empty() : faults.poll();
    }

    private synchronized JsonNode carryOut(HttpExchange exchange, byte[] body) {
        if (!header(exchange, "Authorization").equals("Bearer " + TOKEN)) {
            throw Refused.unauthorized();
        }
        return api.answer(
                exchange.getRequestMethod(),
                List.of(exchange.getRequestURI()
                        .getPath()
                        .substring(BASE.length())
                        .split("/")),
                query(exchange.getRequestURI().getQuery()),
                header(exchange, "Notion-Version"),
                body);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new TreeMap<>();
        for (String part : Optional.ofNullable(text).orElse("").split("&")) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        return query;
    }

    /** Runs until it is stopped, with the four databases and three accounts. */
    public static void main(String[] arguments) {
        NotionStub stub = start(Clock.systemUTC()).withDatabasesOfCsm();
        List.of("A-1", "A-2", "A-3").forEach(id -> stub.account(id, "Account " + id));
        System.out.println("NOTION_BASE_URL=" + stub.url());
        System.out.println("NOTION_TOKEN=" + TOKEN);
        System.out.println("NOTION_DATABASE_ID=" + ACCOUNTS);
        System.out.println("NOTION_CSM_HEALTH_DATABASE_ID=" + HEALTH);
        System.out.println("NOTION_CSM_QBR_DATABASE_ID=" + QBRS);
        System.out.println("NOTION_CSM_EXPANSION_DATABASE_ID=" + EXPANSIONS);
    }
}
