package io.csm.adapter.notion.stub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends an answer, whole or spoiled. */
final class Answer {

    private static final long SILENCE_MILLIS = 3_000;

    private final HttpExchange exchange;

    Answer(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void send(int status, String body) throws IOException {
        send(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private void send(int status, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    void fail(Fault fault) throws IOException {
        switch (fault.kind()) {
            case TOO_MANY_REQUESTS -> later(429, "rate_limited", "You have been rate limited.", fault);
            case OVERLOADED -> later(529, "service_overload", "Notion is overloaded.", fault);
            case UNAVAILABLE -> later(503, "service_unavailable", "Notion is unavailable.", fault);
            case ERROR -> send(500, error(500, "internal_server_error", "Unexpected error occurred."));
            case SILENCE -> beSilent();
            case HALF_AN_ANSWER -> breakOff();
            case GARBAGE -> send(200, "<html>not what you wanted</html>");
            case SAME_PART ->
                send(200, "{\"object\":\"list\",\"results\":[],\"has_more\":true,\"next_cursor\":\"cursor-0\"}");
            case TOO_LARGE -> send(200, tooLarge());
        }
    }

    private void later(int status, String code, String message, Fault fault) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", fault.retryAfter());
        send(status, error(status, code, message));
    }

    private static String error(int status, String code, String message) {
        return "{\"object\":\"error\",\"status\":" + status + ",\"code\":\"" + code + "\",\"message\":\"" + message
                + "\"}";
    }

    private void beSilent() throws IOException {
        try {
            Thread.sleep(SILENCE_MILLIS);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void breakOff() throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        OutputStream out = exchange.getResponseBody();
        out.write("{\"object\":".getBytes(StandardCharsets.UTF_8));
        out.flush();
        exchange.close();
    }

    private static byte[] tooLarge() {
        byte[] bytes = new byte[10 * 1024 * 1024 + 1];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }
}
