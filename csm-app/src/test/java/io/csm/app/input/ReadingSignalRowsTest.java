package io.csm.app.input;

import static io.csm.app.input.Row.Kind.ABSENT;
import static io.csm.app.input.Row.Kind.BOOLEAN;
import static io.csm.app.input.Row.Kind.NULL;
import static io.csm.app.input.Row.Kind.NUMBER;
import static io.csm.app.input.Row.Kind.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingSignalRowsTest {

    @Test
    void csv_cells_stand_under_the_names_of_the_header() {
        Recorder found = Recorder.read("nps_score,account_id,usage_trend", "9,acme,growing", "3,globex,stable");

        assertThat(found.rows)
                .containsExactly(
                        new Recorder.Seen(
                                2, "acme", Map.of("nps_score", "9", "account_id", "acme", "usage_trend", "growing")),
                        new Recorder.Seen(
                                3,
                                "globex",
                                Map.of("nps_score", "3", "account_id", "globex", "usage_trend", "stable")));
    }

    @Test
    void json_fields_keep_their_names_and_their_order() {
        Recorder found = Recorder.read("{\"usage_trend\":\"growing\",\"account_id\":\"acme\",\"nps_score\":9}");

        assertThat(found.rows.get(0).account()).isEqualTo("acme");
        assertThat(found.rows.get(0).fields().toString())
                .isEqualTo("{usage_trend=growing, account_id=acme, nps_score=9}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # the cell            | its text
          growing             | growing
          "growing"           | growing
          "a,b"               | a,b
          "say \"\"hi\"\"\"        | say "hi"
          \"\"\"\"            | "
          ` padded `          | ` padded `
          "{}"                | {}
          Zürich 東京 🙂      | Zürich 東京 🙂
          ;                   | ;
        """)
    void csv_quotes_are_taken_off(String cell, String text) {
        Recorder found = Recorder.read("account_id,note,last", "acme," + cell + ",x");

        assertThat(found.complaints()).isEmpty();
        assertThat(found.rows.get(0).fields()).isEqualTo(Map.of("account_id", "acme", "note", text, "last", "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # the value          | kind    | text     | number
          'growing'          | TEXT    | growing  | NaN
          '7'                | TEXT    | 7        | 7
          '7.0'              | TEXT    | 7.0      | 7
          '"7"'              | TEXT    | 7        | 7
          ''                 | ABSENT  | ''       | NaN
          '""'               | ABSENT  | ''       | NaN
          ' '                | TEXT    | ' '      | NaN
          'true'             | TEXT    | true     | NaN
        """)
    void csv_cells_are_text_or_absent(String cell, Row.Kind kind, String text, Double number) {
        withRow("account_id,x\nacme," + cell, row -> {
            assertThat(row.kind(1)).isEqualTo(kind);
            assertThat(row.text(1)).isEqualTo(text);
            assertThat(row.number(1)).isEqualTo(number);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # the value          | kind    | text      | number
          '"growing"'        | TEXT    | growing   | NaN
          '"7"'              | TEXT    | 7         | NaN
          '""'               | TEXT    | ''        | NaN
          '"\\u0041\\n\\ud83d\\ude42"' | TEXT | 'A\n🙂' | NaN
          '7'                | NUMBER  | 7         | 7
          '7.0'              | NUMBER  | 7.0       | 7
          '-1.5e3'           | NUMBER  | -1.5e3    | -1500
          '1e999'            | NUMBER  | 1e999     | Infinity
          'NaN'              | NUMBER  | NaN       | NaN
          'Infinity'         | NUMBER  | Infinity  | Infinity
          '-Infinity'        | NUMBER  | -Infinity | -Infinity
          'true'             | BOOLEAN | true      | NaN
          'false'            | BOOLEAN | false     | NaN
          'null'             | NULL    | null      | NaN
        """)
    void json_values_keep_their_type(String value, Row.Kind kind, String text, Double number) {
        withRow("{\"account_id\":\"acme\",\"x\":" + value + "}", row -> {
            assertThat(row.kind(1)).isEqualTo(kind);
            assertThat(row.text(1)).isEqualTo(text);
            assertThat(row.number(1)).isEqualTo(number);
        });
    }

    @Test
    void kinds_are_told_apart_in_one_row() {
        withRow("{\"account_id\":\"acme\",\"n\":1,\"b\":true,\"z\":null}", row -> {
            assertThat(row.size()).isEqualTo(4);
            assertThat(row.kind(0)).isEqualTo(TEXT);
            assertThat(row.kind(1)).isEqualTo(NUMBER);
            assertThat(row.kind(2)).isEqualTo(BOOLEAN);
            assertThat(row.kind(3)).isEqualTo(NULL);
        });
        withRow("account_id,n,b\nacme,1,", row -> assertThat(row.kind(2)).isEqualTo(ABSENT));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        growing,   growing,  true
        growing,   grow,     false
        grow,      growing,  false
        growing,   Growing,  false
        '',        growing,  false
        '',        '',       true
        """)
    void a_value_is_compared_without_making_a_text(String cell, String expected, boolean same) {
        withRow(
                "account_id,x,y\nacme," + cell + ",z",
                row -> assertThat(row.isText(1, expected)).isEqualTo(same));
    }

    @ParameterizedTest
    @CsvSource({"'\\n'", "'\\r\\n'"})
    void lines_end_either_way_and_the_last_one_may_lack_its_end(String lineEnd) {
        String end = lineEnd.translateEscapes();

        Recorder whole = Recorder.read(String.join(end, "account_id,x", "a,1", "b,2", ""));
        Recorder cut = Recorder.read(String.join(end, "account_id,x", "a,1", "b,2"));

        assertThat(whole.rows).hasSize(2).isEqualTo(cut.rows);
        assertThat(whole.rows.get(1).fields()).containsEntry("x", "2");
    }

    @Test
    void blank_lines_are_skipped_and_counted() {
        Recorder csv = Recorder.read("", "account_id", "", "a", "  ", "\t", "b", "");
        Recorder json = Recorder.read("", "{\"account_id\":\"a\"}", "", " ", "{\"account_id\":\"b\"}", "");

        assertThat(csv.accounts()).containsExactly("a", "b");
        assertThat(csv.lines).containsExactly(4L, 7L);
        assertThat(json.lines).containsExactly(2L, 5L);
    }

    @Test
    void only_csv_has_columns() {
        assertThat(over("x,account_id\n").columns()).containsExactly("x", "account_id");
        assertThat(over("{\"account_id\":\"a\"}").columns()).isEmpty();
        assertThat(over("").columns()).isEmpty();
    }

    @Test
    void json_objects_need_not_have_the_same_fields() {
        Recorder found = Recorder.read(
                "{\"account_id\":\"a\",\"x\":1,\"y\":2}",
                "{\"account_id\":\"b\"}",
                "{\"y\":3,\"account_id\":\"c\",\"x\":4}");

        assertThat(found.complaints()).isEmpty();
        assertThat(found.rows.get(2).fields()).isEqualTo(Map.of("y", "3", "account_id", "c", "x", "4"));
    }

    @Test
    void nothing_comes_after_the_end() {
        RowReader reader = over("account_id\na\n");
        Recorder recorder = new Recorder();

        assertThat(reader.next(recorder)).isTrue();
        assertThat(reader.next(recorder)).isFalse();
        assertThat(reader.next(recorder)).isFalse();
        assertThat(recorder.accounts()).containsExactly("a");
    }

    private static RowReader over(String file) {
        return RowReader.over(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "a test");
    }

    private static void withRow(String file, Consumer<Row> check) {
        AtomicInteger rows = new AtomicInteger();
        over(file).next(new RowSink() {
            @Override
            public void row(Row row) {
                rows.incrementAndGet();
                check.accept(row);
            }

            @Override
            public void refused(Refusal refusal) {
                throw new AssertionError(refusal);
            }
        });
        assertThat(rows).hasValue(1);
    }
}
