package io.csm.app.channel.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on this machine that can be told what to answer next. */
abstract class StubServer implements AutoCloseable {

    /** An answer: a status, headers and a text. */
    record Reply(int status, Map<String, String> headers, String text) {
        static Reply of(int status, String text) {
            return new Reply(status, Map.of(), text);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Reply> next = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int requests;
    private boolean silent;
    private boolean holdsNext;

    StubServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What it answers to a request that it was told nothing about. */
    abstract Reply answer(Map<String, String> headers, byte[] body);

    public final int port() {
        return server.getAddress().getPort();
    }

    public final String url() {
        return "http://127.0.0.1:" + port() + "/services/T0/B0/token-in-the-path";
    }

    /** Answers the next request with this, and forgets it. */
    public final synchronized void answerNext(int status, String text) {
        next.add(Reply.of(status, text));
    }

    public final synchronized void answerNext(int status, String text, String header, String value) {
        next.add(new Reply(status, new LinkedHashMap<>(Map.of(header, value)), text));
    }

    /** Takes requests from now on and answers none. */
    public final synchronized void fallSilent() {
        silent = true;
    }

    /** Does what the next request says and never answers it, as when the line goes dead on the way back. */
    public final synchronized void holdNextAnswer() {
        holdsNext = true;
    }

    /** Waits until so many requests came. */
    public final synchronized void awaitRequests(int atLeast) throws InterruptedException {
        while (requests < atLeast) {
            wait();
        }
    }

    /** How many requests came. */
    public final synchronized int requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Reply reply = reply(exchange, headers, body);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] text = reply.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(text);
        }
    }

    private Reply reply(HttpExchange exchange, Map<String, String> headers, byte[] body) {
        synchronized (this) {
            requests++;
            notifyAll();
            if (!next.isEmpty()) {
                return next.poll();
            }
            boolean answers = !silent && !holdsNext;
            if (!silent) {
                holdsNext = false;
                Reply reply =
                        exchange.getRequestMethod().equals("POST") ? answer(headers, body) : Reply.of(405, "POST only");
                if (answers) {
                    return reply;
                }
            }
        }
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Reply.of(503, "");
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
