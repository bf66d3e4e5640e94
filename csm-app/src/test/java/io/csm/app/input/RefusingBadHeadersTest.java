package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusingBadHeadersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # the header                | the refusal
          nps_score                 | 1 [account_id] the header has no column account_id
          Account_Id,x              | 1 [account_id] the header has no column account_id
          account_id,x,x            | 1 [x] the header names this column twice
          account_id,account_id     | 1 [account_id] the header names this column twice
          account_id,,x             | 1 [] column 2 of the header has no name
          account_id,x,             | 1 [] column 3 of the header has no name
          account_id," "            | 1 [] column 2 of the header has no name
          account_id;nps_score      | 1 [account_id] the header has no column account_id; it looks separated by semicolons, and commas are expected
          account_id\tnps_score     | 1 [account_id] the header has no column account_id; it looks separated by tabs, and commas are expected
          [{"account_id":"a"}]      | 1 [] the file looks like a JSON array, and JSON is read as one object a line
          account_id,"x             | 1 [] the header cannot be read: a quoted field is not closed on this line
          account_id,\0,x           | 1 [] the header cannot be read: the line holds a NUL character at position 12
        """)
    void and_every_row_below(String header, String refusal) {
        Recorder found = Recorder.read(header, "a,1,2", "b,3,4");

        assertThat(found.complaints()).containsExactly(refusal);
        assertThat(found.rows).isEmpty();
    }

    @Test
    void where_the_header_stands() {
        assertThat(Recorder.read("", "", "nps_score", "9").refusals.get(0).line())
                .isEqualTo(3);
    }

    @Test
    void with_all_that_is_wrong_at_once() {
        assertThat(Recorder.read("x,,x", "a,b,c").complaints())
                .containsExactly(
                        "1 [account_id] the header has no column account_id",
                        "1 [] column 2 of the header has no name",
                        "1 [x] the header names this column twice");
    }

    @Test
    void but_not_a_quoted_name_or_a_semicolon_inside_one() {
        assertThat(Recorder.read("\"account_id\",\"a;b\"", "acme,1").accounts()).containsExactly("acme");
    }
}
