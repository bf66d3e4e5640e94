package io.csm.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process, in a world made for the test, and keeps what they print. */
record Terminal(Map<String, String> environment, Clock clock, InputStream in, boolean colours, boolean interactive) {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    static Terminal plain() {
        return new Terminal(
                Map.of("CSM_HOME", "target/no-such-home"),
                Clock.fixed(NOON, ZoneOffset.UTC),
                InputStream.nullInputStream(),
                false,
                false);
    }

    Terminal with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Terminal(more, clock, in, colours, interactive);
    }

    Terminal at(String instant) {
        return new Terminal(environment, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), in, colours, interactive);
    }

    Terminal typing(String text) {
        InputStream typed = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new Terminal(environment, clock, typed, colours, interactive);
    }

    Terminal coloured() {
        return new Terminal(environment, clock, in, true, interactive);
    }

    Terminal watched() {
        return new Terminal(environment, clock, in, colours, true);
    }

    Console console(PrintStream out, PrintStream err) {
        return new Console(in, out, err, colours, interactive, clock, environment);
    }

    Said run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CommandLineApp.run(console(stream(out), stream(err)), args);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static PrintStream stream(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** What a command said, and what it ended with. */
    record Said(int code, String out, String err) {

        List<JsonNode> json() {
            return parsed(out);
        }

        List<JsonNode> refusals() {
            return parsed(err);
        }

        JsonNode only() {
            List<JsonNode> lines = json();
            if (lines.size() != 1) {
                throw new AssertionError("one line was expected but there is: " + out + err);
            }
            return lines.get(0);
        }
    }

    static List<JsonNode> parsed(String lines) {
        return lines.lines().map(Terminal::object).toList();
    }

    private static JsonNode object(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new AssertionError("no JSON object: " + line);
            }
            return node;
        } catch (IOException broken) {
            throw new UncheckedIOException("no JSON: " + line, broken);
        }
    }
}
