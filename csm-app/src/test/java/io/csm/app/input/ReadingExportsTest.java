package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadingExportsTest {

    private final List<String> lines = new ArrayList<>();

    private Recorder read(RowRules rules, byte[] bytes) {
        Recorder recorder = new Recorder();
        try (RowReader reader = RowReader.over(new ByteArrayInputStream(bytes), "a test", rules)) {
            while (reader.next(recorder)) {
                lines.add(reader.line());
            }
        }
        return recorder;
    }

    private Recorder read(RowRules rules, String text) {
        return read(rules, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void of_any_columns_without_an_account() {
        Recorder found = read(RowRules.ANY, "id,x\nT-1,\"a,b\"\n");

        assertThat(found.rows.get(0).fields()).containsEntry("id", "T-1").containsEntry("x", "a,b");
        assertThat(lines).containsExactly("T-1,\"a,b\"");
    }

    @Test
    void with_another_delimiter() {
        Recorder found = read(RowRules.ANY.withDelimiter(';'), "id;x\nT-1;a,b\n");

        assertThat(found.rows.get(0).fields()).containsEntry("x", "a,b");
    }

    @Test
    void packed_with_gzip() throws IOException {
        byte[] packed = packed("account_id,x\nacme,1\n");

        assertThat(read(RowRules.OF_SIGNALS, packed).accounts()).containsExactly("acme");
        assertThatThrownBy(() -> read(RowRules.OF_SIGNALS, Arrays.copyOf(packed, packed.length - 9)))
                .isInstanceOf(InputUnreadable.class)
                .hasMessageStartingWith("Reading a test failed: ");
    }

    @Test
    void with_nested_values_as_they_are_written() {
        Recorder found = read(RowRules.ANY, "{\"id\":\"é\",\"payload\": {\"a\": [1, {\"b\":2}]} ,\"x\":[ ]}");

        assertThat(found.rows.get(0).fields())
                .containsEntry("payload", "{\"a\": [1, {\"b\":2}]}")
                .containsEntry("x", "[ ]");
        assertThat(read(RowRules.OF_SIGNALS, "{\"account_id\":\"acme\",\"payload\":{}}")
                        .complaints())
                .containsExactly("1 [acme, payload] a value cannot be an object");
    }

    @Test
    void whose_lines_can_be_read_even_when_they_are_refused() {
        read(RowRules.ANY, "id,x\nT-1\n\"T-2,x\n");

        assertThat(lines).containsExactly("T-1", "\"T-2,x");
    }
}
