package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardingLinesTest {

    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void a_line_may_be_one_mebibyte_long_and_not_a_byte_longer(String end) {
        String longest = "x".repeat(MIB - 2) + ",1";

        Recorder found = Recorder.read("account_id,n" + end + longest + end + "x" + longest + end + "after,2" + end);

        assertThat(found.rows).extracting(Recorder.Seen::line).containsExactly(2L, 4L);
        assertThat(found.rows.get(0).account()).hasSize(MIB - 2);
        assertThat(found.complaints()).containsExactly("3 [] the line is longer than 1 MiB");
    }

    @Test
    void the_last_line_may_be_as_long() {
        String longest = "{\"account_id\":\"" + "x".repeat(MIB - 17) + "\"}";

        assertThat(Recorder.read(longest).accounts()).hasSize(1);
        assertThat(Recorder.read(longest + " ").complaints()).containsExactly("1 [] the line is longer than 1 MiB");
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_skipped_in_flat_memory() {
        InputStream in = joined("account_id,n\na,1\n", 100 << 20, "\nb,2\n");
        long before = allocated();

        Recorder found = Recorder.read(in);

        assertThat(allocated() - before).isLessThan(16 << 20);
        assertThat(found.accounts()).containsExactly("a", "b");
        assertThat(found.lines).containsExactly(2L, 3L, 4L);
    }

    @Test
    void a_long_line_without_an_end_is_refused_too() {
        Recorder found = Recorder.read(joined("{\"account_id\":\"a\"}\n", 5 << 20, ""));

        assertThat(found.lines).containsExactly(1L, 2L);
        assertThat(found.complaints()).containsExactly("2 [] the line is longer than 1 MiB");
    }

    @Test
    void a_long_first_line_still_shows_the_format() {
        Recorder json = Recorder.read(joined(" {", 2 << 20, "\n{\"account_id\":\"a\"}"));
        Recorder csv = Recorder.read(joined("account_id,", 2 << 20, "\na,1"));

        assertThat(json.accounts()).containsExactly("a");
        assertThat(json.refusals).hasSize(1);
        assertThat(csv.rows).isEmpty();
        assertThat(csv.complaints()).containsExactly("1 [] the header cannot be read: the line is longer than 1 MiB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # bytes        | the rule
          'E9'         | byte 0xE9 at position 3 of the line is not valid UTF-8
          '78 C3 28'   | byte 0xC3 at position 4 of the line is not valid UTF-8
          'C0 80'      | byte 0xC0 at position 3 of the line is not valid UTF-8
          'ED A0 80'   | byte 0xED at position 3 of the line is not valid UTF-8
          'F5 80 80 80' | byte 0xF5 at position 3 of the line is not valid UTF-8
          'E2 82'      | byte 0xE2 at position 3 of the line is not valid UTF-8
          'C3 A9 80'   | byte 0x80 at position 5 of the line is not valid UTF-8
          '00'         | the line holds a NUL character at position 3
          '78 79 00 00' | the line holds a NUL character at position 5
          '78 0D 79'   | the line holds a carriage return at position 4; lines end with LF or with CR LF
          '0D'         | the line holds a carriage return at position 3; lines end with LF or with CR LF
        """)
    void bytes_that_are_no_text_cost_their_line(String bytes, String rule) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(utf8("account_id,n\nbefore,1\nb,"));
        file.writeBytes(HexFormat.ofDelimiter(" ").parseHex(bytes));
        file.writeBytes(utf8(bytes.equals("0D") ? "\r\nafter,2" : "\nafter,2"));

        Recorder found = Recorder.read(file.toByteArray());

        assertThat(found.accounts()).containsExactly("before", "after");
        assertThat(found.complaints()).containsExactly("3 [] " + rule);
    }

    @Test
    void utf_16_is_recognised() {
        Recorder found = Recorder.read("\uFEFFaccount_id\na".getBytes(StandardCharsets.UTF_16LE));

        assertThat(found.complaints())
                .containsExactly(
                        "1 [] the header cannot be read: byte 0xFF at position 1 of the line is not valid UTF-8;"
                                + " the file looks like UTF-16, save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {65_530, 65_534, 65_535, 65_536, 65_537, 131_072})
    void lines_may_fall_on_any_edge_of_a_block(int size) {
        String first = "é".repeat(size / 2 - 20);

        Recorder found = Recorder.read("account_id,n", first + ",1", "b,2", first + ",3", "c,4");

        assertThat(found.accounts()).containsExactly(first, "b", first, "c");
    }

    private static InputStream joined(String before, int middle, String after) {
        InputStream x = new InputStream() {
            private int left = middle;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
        InputStream tail = new ByteArrayInputStream(utf8(after));
        return new SequenceInputStream(
                Collections.enumeration(List.of(new ByteArrayInputStream(utf8(before)), x, tail)));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
