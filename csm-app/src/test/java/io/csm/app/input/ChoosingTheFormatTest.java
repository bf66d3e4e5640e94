package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoosingTheFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # the file                       | format     | rows
          'account_id\\na'               | CSV        | 1
          '{"account_id":"a"}'           | JSON_LINES | 1
          ' \\t{"account_id":"a"}'       | JSON_LINES | 1
          '\\n\\r\\n  \\n{"account_id":"a"}' | JSON_LINES | 1
          '\\n\\n \\t\\naccount_id\\na'  | CSV        | 1
          '\uFEFFaccount_id\\na'         | CSV        | 1
          '\uFEFF{"account_id":"a"}'     | JSON_LINES | 1
          '\uFEFF\\n{"account_id":"a"}'  | JSON_LINES | 1
          'account_id'                   | CSV        | 0
          ''                             | EMPTY      | 0
          '\\n'                          | EMPTY      | 0
          ' \\r\\n\\t\\n \\n'            | EMPTY      | 0
          '\uFEFF'                       | EMPTY      | 0
        """)
    void shows_in_the_first_character_that_is_not_blank(String file, Format format, int rows) {
        byte[] bytes = file.translateEscapes().getBytes(StandardCharsets.UTF_8);

        try (RowReader reader = RowReader.over(new ByteArrayInputStream(bytes), "a test")) {
            assertThat(reader.format()).isEqualTo(format);
        }
        Recorder found = Recorder.read(bytes);
        assertThat(found.rows).hasSize(rows);
        assertThat(found.refusals).isEmpty();
    }
}
