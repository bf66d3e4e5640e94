package io.csm.app.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps what a reader delivers, each row as its line number and its fields. */
final class Recorder implements RowSink {

    record Seen(long line, String account, Map<String, String> fields) {}

    final List<Seen> rows = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();

    static Recorder read(String... lines) {
        return read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Recorder read(byte[] file) {
        return read(new ByteArrayInputStream(file));
    }

    static Recorder read(InputStream in) {
        Recorder recorder = new Recorder();
        try (RowReader reader = RowReader.over(in, "a test")) {
            while (reader.next(recorder)) {}
        }
        return recorder;
    }

    @Override
    public void row(Row row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            fields.put(row.name(i), row.text(i));
        }
        rows.add(new Seen(row.line(), row.accountId(), fields));
        lines.add(row.line());
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
        lines.add(refusal.line());
    }

    List<String> accounts() {
        return rows.stream().map(Seen::account).toList();
    }

    /** The refusals as a person would read them. */
    List<String> complaints() {
        return refusals.stream().map(Recorder::complaint).toList();
    }

    private static String complaint(Refusal refusal) {
        List<String> parts = Stream.of(refusal.accountId(), refusal.field(), refusal.value())
                .flatMap(part -> part.stream())
                .toList();
        return refusal.line() + " " + parts + " " + refusal.rule();
    }
}
