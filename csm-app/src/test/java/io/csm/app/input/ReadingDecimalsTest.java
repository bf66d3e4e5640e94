package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingDecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "7.0, 7",
        "-1, -1",
        "-0.0, -0.0",
        ".5, 0.5",
        "5., 5",
        "+5, 5",
        "1e3, 1000",
        "1E-3, 0.001",
        "999999999999999, 999999999999999",
        "9007199254740993, 9007199254740992",
        "0.1000000000000000055511151231257827, 0.1",
        "1e400, Infinity",
        "Infinity, Infinity",
        "+Infinity, Infinity",
        "-Infinity, -Infinity",
        "INF, Infinity",
        "-INF, -Infinity"
    })
    void are_read_as_written(String text, double number) {
        assertThat(parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "-.", "+", "1.2.3", "1,5", " 1", "1 ", "1d", "1f", "0x1p3", "--1", "1-", "e", "1e", "NaN",
                "seven", "٧", "1_000"
            })
    void are_not_seen_where_none_is_written(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void are_the_same_doubles_that_java_reads() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String text = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20))
                    .toPlainString();

            assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    private static double parse(String text) {
        char[] chars = ("9" + text + "9").toCharArray();
        return Decimal.parse(chars, 1, chars.length - 1);
    }
}
