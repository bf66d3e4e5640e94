package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.cli.Terminal.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusingRowsTest {

    private static final int LONG_LINE = 100 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "csv: {0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            feature_adoption_rate    | NaN     | must be a number from 0 to 1
            feature_adoption_rate    | 1.01    | must be a number from 0 to 1
            feature_adoption_rate    | -0.01   | must be a number from 0 to 1
            feature_adoption_rate    | 0,9x    | the header names 6 fields
            usage_trend              | Growing | must be one of growing, stable, declining, inactive
            login_frequency_days     | -1      | must be a whole number
            login_frequency_days     | 7.5     | must be a whole number
            login_frequency_days     | many    | must be a whole number
            login_frequency_days     | 1e400   | must be a whole number
            nps_score                | 11      | must be a whole number from 0 to 10
            seats_utilization_rate   | 2.01    | must be a number from 0 to 2
            feature_adoption_rate    | ''      | is required
            usage_trend              | ''      | is required
            """)
    void refuses_a_csv_row_by_account_field_value_and_rule(String field, String value, String rule) {
        Map<String, String> fields = SignalRows.soundCsv();
        fields.put(field, value);

        JsonNode refusal = onlyRefusal(SignalRows.csvFile(fields));

        assertThat(refusal.get("line").intValue()).isEqualTo(2);
        assertThat(refusal.get("rule").asText()).startsWith(rule);
        if (!value.contains(",")) {
            assertThat(refusal.get("account_id").asText()).isEqualTo("A-1");
            assertThat(refusal.get("field").asText()).isEqualTo(field);
            assertThat(refusal.get("value").asText()).isEqualTo(value.isEmpty() ? "null" : value);
        }
    }

    @ParameterizedTest(name = "json: {0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            feature_adoption_rate    | NaN       | must be a number from 0 to 1
            feature_adoption_rate    | 1.01      | must be a number from 0 to 1
            feature_adoption_rate    | "0.9"     | must be a number from 0 to 1
            feature_adoption_rate    | true      | must be a number from 0 to 1
            feature_adoption_rate    | null      | is required
            usage_trend              | "Growing" | must be one of growing, stable, declining, inactive
            usage_trend              | 3         | must be one of growing, stable, declining, inactive
            login_frequency_days     | -1        | must be a whole number
            login_frequency_days     | 7.5       | must be a whole number
            login_frequency_days     | "7"       | must be a whole number
            open_ticket_count        | null      | must
            escalation_count_90_days | null      | must
            avg_ticket_sentiment     | null      | must
            adoption_rate            | 0.9       | is not a known signal
            feature_adoption_rate    | [0.9]     | a value cannot be an array
            """)
    void refuses_a_json_line_by_account_field_value_and_rule(String field, String value, String rule) {
        Map<String, String> fields = SignalRows.soundJson();
        fields.put(field, value);

        JsonNode refusal = onlyRefusal(SignalRows.jsonLine(fields));

        assertThat(refusal.get("line").intValue()).isEqualTo(1);
        assertThat(refusal.get("account_id").asText()).isEqualTo("A-1");
        assertThat(refusal.get("field").asText()).isEqualTo(field);
        assertThat(refusal.get("rule").asText()).startsWith(rule);
    }

    @ParameterizedTest
    @CsvSource({"login_frequency_days", "nps_score", "days_to_renewal", "tam_health_rag"})
    void takes_null_for_not_tracked_where_the_table_says_so(String field) {
        Map<String, String> fields = SignalRows.soundJson();
        fields.put(field, "null");

        assertThat(scan(SignalRows.jsonLine(fields)).only().get("score").doubleValue())
                .isEqualTo(81);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account_id,usage_trend                     | feature_adoption_rate    | must have a column
            account_id,account_id                      | account_id               | the header names this column twice
            account_id;usage_trend                     | account_id               | the header has no column account_id; it looks separated by semicolons
            usage_trend                                | account_id               | the header has no column account_id
            account_id,adoption_rate                   | adoption_rate            | is not a known signal
            account_id,                                | line                     | column 2 of the header has no name
            "account_id                                | line                     | the header cannot be read: a quoted field is not closed
            """)
    void refuses_a_header_that_no_row_could_satisfy(String header, String field, String rule) {
        Said said = scan(header + "\nA-1,growing\n");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.refusals()).anySatisfy(refusal -> {
            assertThat(refusal.get("line").intValue()).isEqualTo(1);
            assertThat(refusal.get("field").asText()).isEqualTo(field);
            assertThat(refusal.get("rule").asText()).startsWith(rule);
        });
    }

    @Test
    void scores_the_rows_around_a_quote_that_is_not_closed() {
        Said said = scan(csv("A-1" + HEALTHY, "\"A-2" + HEALTHY, "A-3" + HEALTHY));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.json())
                .extracting(line -> line.get("account_id").asText())
                .containsExactly("A-1", "A-3");
        assertThat(said.refusals())
                .extracting(line -> line.get("line").intValue())
                .containsExactly(3);
    }

    @Test
    void scores_the_rows_around_bytes_that_are_no_text_and_a_line_of_100_megabytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(csv("A-1" + HEALTHY).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'B', (byte) 0xFF, '\n'});
        byte[] endless = new byte[LONG_LINE];
        Arrays.fill(endless, (byte) 'x');
        bytes.writeBytes(endless);
        bytes.writeBytes(("\nA-4" + HEALTHY + "\n").getBytes(StandardCharsets.UTF_8));
        Path signals = SignalRows.file(folder, "a.csv", bytes.toByteArray());

        Said said = Terminal.plain().run("scan", "--json", "--signals", signals.toString());

        assertThat(said.json())
                .extracting(line -> line.get("account_id").asText())
                .containsExactly("A-1", "A-4");
        assertThat(said.refusals())
                .extracting(line -> line.get("rule").asText())
                .containsExactly(
                        "byte 0xFF at position 2 of the line is not valid UTF-8", "the line is longer than 1 MiB");
    }

    @Test
    void tells_a_person_in_sentences_and_a_few_only() {
        String[] rows = new String[12];
        Arrays.setAll(rows, i -> "A-" + i + ",2,growing,high,current,0.85");

        Said said = Terminal.plain().typing(csv(rows)).run("scan", "--signals", "-");

        assertThat(said.err())
                .startsWith(
                        "refused line 2: account A-0: feature_adoption_rate must be a number from 0 to 1 but was 2\n")
                .endsWith("... and 2 more; --refused FILE keeps them all, one JSON object a line\n"
                        + "nothing was scored: 12 rows refused\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account_id;usage_trend | line 1: the header has no column account_id; it looks separated by semicolons, and commas are expected
            account_id,"           | line 1: the header cannot be read: a quoted field is not closed on this line
            """)
    void words_a_refusal_of_the_header_as_a_sentence(String header, String sentence) {
        Said said = Terminal.plain().typing(header + "\n").run("scan", "--signals", "-");

        assertThat(said.err()).startsWith("refused " + sentence + "\n");
    }

    @Test
    void keeps_refused_rows_in_a_file_to_be_corrected() throws IOException {
        Path signals = SignalRows.file(folder, "a.csv", csv("A-1" + HEALTHY, "A-2,1.01,growing,high,current,0.85"));
        Path refused = folder.resolve("refused.jsonl");
        String[] command = {"scan", "--json", "--signals", signals.toString(), "--refused", refused.toString()};

        Said first = Terminal.plain().run(command);
        List<JsonNode> kept = Terminal.parsed(Files.readString(refused));
        Files.writeString(signals, Files.readString(signals).replace("1.01", "1"));
        Said second = Terminal.plain().run(command);

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.json()).hasSize(1);
        assertThat(first.err()).isEmpty();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0))
                .hasToString(
                        "{\"line\":3,\"account_id\":\"A-2\",\"field\":\"feature_adoption_rate\",\"value\":\"1.01\","
                                + "\"rule\":\"must be a number from 0 to 1\"}");
        assertThat(second.code()).isZero();
        assertThat(second.json()).hasSize(2);
        assertThat(refused).isEmptyFile();
    }

    @Test
    void never_writes_refused_rows_over_the_signals() throws IOException {
        Path signals = SignalRows.file(folder, "a.csv", csv("A-1" + HEALTHY));
        String before = Files.readString(signals);

        Said said = Terminal.plain()
                .run(
                        "scan",
                        "--signals",
                        signals.toString(),
                        "--refused",
                        folder.resolve("./a.csv").toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--refused names the signals file itself");
        assertThat(signals).hasContent(before);
    }

    @Test
    void leaves_earlier_refusals_alone_when_the_scan_cannot_begin() throws IOException {
        Path refused = SignalRows.file(folder, "refused.jsonl", "kept");

        Said said = Terminal.plain()
                .run("scan", "--signals", folder.resolve("none.csv").toString(), "--refused", refused.toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(refused).hasContent("kept");
    }

    private static JsonNode onlyRefusal(String text) {
        Said said = scan(text);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.refusals()).hasSize(1);
        return said.refusals().get(0);
    }

    private static Said scan(String text) {
        return Terminal.plain().typing(text).run("scan", "--json", "--signals", "-");
    }
}
