package io.csm.adapter.llm.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server on the loopback interface that gives scripted answers, one after the other, and remembers what it was asked. */
public abstract class StubServer implements AutoCloseable {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private Script otherwise = Script.text(prompt -> "{}");

    StubServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A request as it came. */
    public record Asked(String path, com.sun.net.httpserver.Headers headers, JsonNode body, String prompt) {}

    /** Refuses what the real one refuses, or accepts: then the status is 200. */
    record Verdict(int status, String body) {
        static final Verdict ACCEPTED = new Verdict(200, "");

        boolean isAccepted() {
            return status == 200;
        }
    }

    abstract Verdict judge(HttpExchange exchange, String body) throws IOException;

    /** All that the model is told, in one text. */
    abstract String promptOf(JsonNode body);

    /** The answer of the protocol that holds that text. */
    abstract String answerOf(JsonNode body, String text);

    abstract String errorOf(int status);

    /** The next answers; what was said before comes first. */
    public synchronized void answers(Script... next) {
        scripts.addAll(List.of(next));
    }

    /** The answer when no other is left. */
    public synchronized void otherwise(Script always) {
        otherwise = always;
    }

    /** The next answers, as texts of the model. */
    public void says(String... texts) {
        for (String text : texts) {
            answers(Script.text(prompt -> text));
        }
    }

    /** The same text whenever it is asked. */
    public void alwaysSays(Function<String, String> text) {
        otherwise(Script.text(text));
    }

    /** The accepted and refused requests, the first one first. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where the server itself is. */
    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    private synchronized Script next() {
        return scripts.isEmpty() ? otherwise : scripts.removeFirst();
    }

    private synchronized void remember(Asked request) {
        asked.add(request);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Verdict verdict = judge(exchange, body);
            if (!verdict.isAccepted()) {
                remember(new Asked(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), null, ""));
                send(exchange, verdict.status(), verdict.body());
                return;
            }
            JsonNode request = MAPPER.readTree(body);
            String prompt = promptOf(request);
            remember(new Asked(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), request, prompt));
            play(exchange, next(), request, prompt);
        }
    }

    private void play(HttpExchange exchange, Script script, JsonNode request, String prompt) throws IOException {
        script.headers().forEach(exchange.getResponseHeaders()::set);
        switch (script.kind()) {
            case TEXT -> send(exchange, 200, answerOf(request, script.text().apply(prompt)));
            case ERROR -> send(exchange, script.status(), errorOf(script.status()));
            case RAW -> send(exchange, script.status(), script.text().apply(prompt));
            case SILENCE -> waitUntilClosed();
            case HUGE -> sendHuge(exchange);
        }
    }

    private void waitUntilClosed() {
        try {
            closed.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendHuge(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("{\"id\":\"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10; i++) {
                out.write(megabyte);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
