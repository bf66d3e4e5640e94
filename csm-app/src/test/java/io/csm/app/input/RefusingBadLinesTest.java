package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusingBadLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # the line          | the refusal
          bad,1             | 3 [bad] the header names 3 fields and this line holds 2
          bad,1,2,3         | 3 [bad] the header names 3 fields and this line holds 4
          ,,,               | 3 [] the header names 3 fields and this line holds 4
          bad               | 3 [bad] the header names 3 fields and this line holds 1
          bad,"1,2          | 3 [] a quoted field is not closed on this line
          bad,1,"           | 3 [] a quoted field is not closed on this line
          bad,1,"2""        | 3 [] a quoted field is not closed on this line
          bad,"1"x,2        | 3 [] text follows the closing quote of a field
          bad,"1" ,2        | 3 [] text follows the closing quote of a field
          bad,"a"b",2       | 3 [] text follows the closing quote of a field
          bad,5"x,2         | 3 [] a quote stands inside a field that does not begin with a quote
          bad, "1",2        | 3 [] a quote stands inside a field that does not begin with a quote
          ,1,2              | 3 [account_id] account_id is blank
          "",1,2            | 3 [account_id] account_id is blank
          "  ",1,2          | 3 [account_id] account_id is blank
          {"account_id":1}  | 3 [] a quote stands inside a field that does not begin with a quote
        """)
    void of_csv(String line, String refusal) {
        Recorder found = Recorder.read("account_id,x,y", "before,1,2", line, "after,3,4");

        assertThat(found.accounts()).containsExactly("before", "after");
        assertThat(found.lines).containsExactly(2L, 3L, 4L);
        assertThat(found.complaints()).containsExactly(refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # the line                            | the refusal
          []                                  | 2 [] the line holds an array and not a JSON object
          "a"                                 | 2 [] the line holds a text and not a JSON object
          7                                   | 2 [] the line holds a number and not a JSON object
          null                                | 2 [] the line holds a single value and not a JSON object
          {}                                  | 2 [account_id] account_id is missing
          {"x":1}                             | 2 [account_id] account_id is missing
          {"account_id":null}                 | 2 [account_id, null] account_id is null
          {"account_id":""}                   | 2 [account_id, ] account_id is blank
          {"account_id":" \\t"}               | 2 [account_id,  \t] account_id is blank
          {"account_id":7}                    | 2 [account_id, 7] account_id must be a text in double quotes
          {"account_id":true}                 | 2 [account_id, true] account_id must be a text in double quotes
          {"account_id":"bad","x":{"y":1}}    | 2 [bad, x] a value cannot be an object
          {"account_id":"bad","x":[1]}        | 2 [bad, x] a value cannot be an array
          {"account_id":"bad","x":1,"x":2}    | 2 [bad, x, 2] the object holds this field twice
          {"account_id":"bad","account_id":"b"} | 2 [b, account_id, b] the object holds this field twice
          {"account_id":"bad","x":"\\u0000"}  | 2 [bad, x, \0] the text holds \\u0000 or half of a surrogate pair
          {"account_id":"bad"} {"x":1}        | 2 [bad] more text follows the object at column 22
          {"account_id":"bad"},               | 2 [bad] the JSON is broken at column 21: a value is expected
          {"account_id":"bad"                 | 2 [bad] the JSON is broken at column 20: the line ends before the object is closed
          {"account_id":"bad                  | 2 [] the JSON is broken at column 19: the line ends before the object is closed
          {                                   | 2 [] the JSON is broken at column 2: the line ends before the object is closed
          }                                   | 2 [] the JSON is broken at column 1: a bracket closes what is not open
          {"account_id" "bad"}                | 2 [] the JSON is broken at column 15: a colon is missing between a name and its value
          {"account_id":"bad" "x":1}          | 2 [bad] the JSON is broken at column 21: a comma is missing between two fields
          {"account_id":"bad",}               | 2 [bad] the JSON is broken at column 21: a name in double quotes is expected
          {"account_id":"bad",x:1}            | 2 [bad] the JSON is broken at column 21: a name in double quotes is expected
          {'account_id':'bad'}                | 2 [] the JSON is broken at column 2: a name in double quotes is expected
          {"account_id":"bad","x":}           | 2 [bad] the JSON is broken at column 25: a value is expected
          {"account_id":"bad","x":growing}    | 2 [bad] the JSON is broken at column 25: a text must stand in double quotes
          {"account_id":"bad","x":"a\tb"}     | 2 [bad] the JSON is broken at column 27: a control character stands in a text
          {"account_id":"bad","x":"\\q"}      | 2 [bad] the JSON is broken at column 27: a backslash stands before a character that needs none
          {"account_id":"bad","x":"\\u00g0"}  | 2 [bad] the JSON is broken at column 30: \\u must be followed by four hexadecimal digits
          {"account_id":"bad","x":07}         | 2 [bad] the JSON is broken at column 26: a number is not written as JSON wants it
          {"account_id":"bad","x":1.}         | 2 [bad] the JSON is broken at column 26: a number is not written as JSON wants it
          {"account_id":"bad","x":+1}         | 2 [bad] the JSON is broken at column 26: a number is not written as JSON wants it
          account_id,x                        | 2 [] the JSON is broken at column 1: a text must stand in double quotes
        """)
    void of_json(String line, String refusal) {
        Recorder found = Recorder.read("{\"account_id\":\"before\"}", line, "{\"account_id\":\"after\"}");

        assertThat(found.accounts()).containsExactly("before", "after");
        assertThat(found.lines).containsExactly(1L, 2L, 3L);
        assertThat(found.complaints()).containsExactly(refusal);
    }

    @Test
    void one_by_one_however_many() {
        Recorder found = Recorder.read("account_id,x", "a,1", "\"b,2", "c", "\"d\"d,4", "\"e,5", "f,6");

        assertThat(found.accounts()).containsExactly("a", "f");
        assertThat(found.refusals).extracting(Refusal::line).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void first_in_a_json_file_like_any_other() {
        Recorder found = Recorder.read("{\"account_id\":7}", "{\"account_id\":\"a\"}");

        assertThat(found.refusals).extracting(Refusal::line).containsExactly(1L);
        assertThat(found.accounts()).containsExactly("a");
    }

    @Test
    void with_a_number_that_no_parser_takes() {
        Recorder found =
                Recorder.read("{\"account_id\":\"a\",\"x\":" + "1".repeat(2_000) + "}", "{\"account_id\":\"b\"}");

        assertThat(found.accounts()).containsExactly("b");
        assertThat(found.refusals.get(0).rule()).isEqualTo("the JSON is broken: a number has more than 1000 digits");
    }

    @Test
    void with_a_hundred_thousand_fields_quickly() {
        List<String> fields = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"" + i % 99_999 + "\":1")
                .toList();
        Recorder found = Recorder.read("{\"account_id\":\"a\"," + String.join(",", fields) + "}");

        assertThat(found.complaints()).containsExactly("1 [a, 0, 1] the object holds this field twice");
    }

    @ParameterizedTest
    @CsvSource({"60, 60, false", "61, 60, true"})
    void with_long_values_shortened(int length, int shown, boolean cut) {
        String value = "9".repeat(length);

        String refused = Recorder.read("{\"account_id\":" + value + "}")
                .refusals
                .get(0)
                .value()
                .orElseThrow();

        assertThat(refused).hasSize(shown);
        assertThat(refused.endsWith("…")).isEqualTo(cut);
    }

    @Test
    void without_cutting_a_character_in_half() {
        Refusal refusal =
                Recorder.read("account_id,x", "🙂".repeat(31)).refusals.get(0);

        assertThat(refusal.accountId()).hasValue("🙂".repeat(29) + "…");
    }
}
