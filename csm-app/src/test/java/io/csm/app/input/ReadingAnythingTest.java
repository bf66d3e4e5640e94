package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random files: every sound row comes back exactly, every spoilt line is refused by its number. */
class ReadingAnythingTest {

    private static final List<String> COLUMNS = List.of("x", "account_id", "note", "last");
    private static final String[] PIECES = {
        "a", "b c", "7", ",", "\"", "\"\"", "{", "}", ":", "\\", ";", "\t", "'", "é", "東", "🙂", "null", "\u2028"
    };

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Recorder.Seen> sound = new ArrayList<>();
    private final List<Long> spoilt = new ArrayList<>();
    private long line = 1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void in_csv(long seed) {
        Random random = new Random(seed);
        write(String.join(",", COLUMNS), random);
        writeLines(random, this::csv, List.of("a\"b,1,2,3", "1,2", "1,2,3,4,5", "\"1,2,3,4", "\"1\"1,2,3,4", "1,,3,4"));

        Recorder found = Recorder.read(inDribs(random));

        assertThat(found.rows).isEqualTo(sound);
        assertThat(found.refusals).extracting(Refusal::line).isEqualTo(spoilt);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void in_json_lines(long seed) {
        Random random = new Random(seed);
        write(" ", random);
        write(json(remember(random), random), random);
        writeLines(random, this::json, List.of("{", "[1]", "{\"x\":\"1\"}", "{\"account_id\":\"a\",}", "x", "{}}"));

        Recorder found = Recorder.read(inDribs(random));

        assertThat(found.rows).isEqualTo(sound);
        assertThat(found.refusals).extracting(Refusal::line).isEqualTo(spoilt);
    }

    private interface Writer {
        String write(Map<String, String> row, Random random);
    }

    private void writeLines(Random random, Writer writer, List<String> broken) {
        for (int i = 0; i < 2_000; i++) {
            int choice = random.nextInt(20);
            if (choice == 0) {
                write(" \t".repeat(random.nextInt(2)), random);
            } else if (choice <= 3) {
                spoilt.add(line);
                write(broken.get(random.nextInt(broken.size())), random);
            } else if (choice == 4) {
                spoilt.add(line);
                file.write(random.nextBoolean() ? 0 : 0xFF);
                write(writer.write(randomRow(random), random), random);
            } else {
                write(writer.write(remember(random), random), random);
            }
        }
    }

    private Map<String, String> remember(Random random) {
        Map<String, String> row = randomRow(random);
        sound.add(new Recorder.Seen(line, row.get("account_id"), row));
        return row;
    }

    private static Map<String, String> randomRow(Random random) {
        Map<String, String> row = new LinkedHashMap<>();
        COLUMNS.forEach(column -> row.put(column, randomText(random)));
        row.merge("account_id", "id", String::concat);
        return row;
    }

    private static String randomText(Random random) {
        // Now and then longer than the buffers below the reader, so that a line comes in several pieces.
        int pieces = random.nextInt(200) == 0 ? 40_000 : random.nextInt(8);
        return random.ints(pieces, 0, PIECES.length).mapToObj(i -> PIECES[i]).collect(Collectors.joining());
    }

    private String csv(Map<String, String> row, Random random) {
        UnaryOperator<String> cell = text -> text.contains(",") || text.contains("\"") || random.nextInt(4) == 0
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
        return row.values().stream().map(cell).collect(Collectors.joining(","));
    }

    private String json(Map<String, String> row, Random random) {
        String space = " ".repeat(random.nextInt(3));
        return row.entrySet().stream()
                .map(field ->
                        "\"" + field.getKey() + "\"" + space + ":" + space + "\"" + escaped(field.getValue()) + "\"")
                .collect(Collectors.joining("," + space, "{", "}" + space));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\t", "\\t")
                .replace("é", "\\u00e9");
    }

    private void write(String text, Random random) {
        file.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        file.writeBytes((random.nextInt(4) == 0 ? "\r\n" : "\n").getBytes(StandardCharsets.UTF_8));
        line++;
    }

    /** The file in portions of any size, as a pipe delivers it. */
    private InputStream inDribs(Random random) {
        return new FilterInputStream(new ByteArrayInputStream(file.toByteArray())) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }
}
