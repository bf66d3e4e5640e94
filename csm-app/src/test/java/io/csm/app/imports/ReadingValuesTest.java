package io.csm.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        # style       | written    | number
          1234.56     | 1200       | 1200
          1234.56     | -12.5      | -12.5
          1234.56     | 1e-05      | 0.00001
          1234.56     | 1,200.00   |
          1234.56     | $12        |
          1234.56     | 12.        |
          1234,56     | 12,5       | 12.5
          1234,56     | 12.5       |
          1,234.56    | 1,200.00   | 1200
          1,234.56    | 1,20       |
          1.234,56    | 1.200,50   | 1200.5
          1 234,56    | 1 200,50   | 1200.5
          1'234.56    | 1'200.50   | 1200.5
        """)
    void a_number_is_written_in_one_style(String style, String written, BigDecimal number) {
        Optional<BigDecimal> read = NumberStyle.of(style).orElseThrow().read(written);

        assertThat(read.map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(number).map(BigDecimal::stripTrailingZeros));
    }

    @Test
    void what_stands_around_a_number_is_taken_off() {
        ValueFormat dollars =
                new ValueFormat(DateStyle.ISO, NumberStyle.GROUPED_BY_COMMA, List.of("$"), BigDecimal.ONE);

        assertThat(dollars.stripped("$1,200.00")).isEqualTo("1,200.00");
        assertThat(dollars.stripped("1,200.00 $")).isEqualTo("1,200.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # pattern             | zone          | written                   | instant
                              |               | 2026-03-31T12:00:00Z      | 2026-03-31T12:00:00Z
                              |               | 2026-03-31T12:00:00+02:00 | 2026-03-31T10:00:00Z
                              |               | 2026-03-31T12:00:00       |
                              | Europe/Berlin | 2026-03-31T12:00:00       | 2026-03-31T10:00:00Z
                              | Europe/Berlin | 2026-03-31T12:00:00Z      | 2026-03-31T12:00:00Z
          yyyy-MM-dd          |               | 2026-03-31                | 2026-03-31T00:00:00Z
          yyyy-MM-dd          |               | 2026-02-29                |
          yyyy-MM-dd          |               | 2026-03-31 12:00          |
          dd.MM.yyyy HH:mm    | Europe/Berlin | 31.03.2026 12:00          | 2026-03-31T10:00:00Z
          dd.MM.yyyy HH:mm    | Europe/Berlin | 31.01.2026 12:00          | 2026-01-31T11:00:00Z
          yyyy-MM-dd HH:mm XXX | Europe/Berlin | 2026-03-31 12:00 +05:00  | 2026-03-31T07:00:00Z
        """)
    void an_instant_is_written_in_one_style(String pattern, String zone, String written, Instant instant) {
        assertThat(style(pattern, zone).instant(written)).isEqualTo(Optional.ofNullable(instant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
          yyyy-MM-dd           |     | false
          yyyy-MM-dd HH:mm     |     | true
          yyyy-MM-dd HH:mm     | UTC | false
          yyyy-MM-dd HH:mm XXX |     | false
          yyyy-MM-dd'H'        |     | false
        """)
    void a_time_without_offset_needs_a_zone(String pattern, String zone, boolean needs) {
        assertThat(style(pattern, zone).needsZone()).isEqualTo(needs);
    }

    private static DateStyle style(String pattern, String zone) {
        return DateStyle.of(
                Optional.ofNullable(pattern), Optional.ofNullable(zone).map(ZoneId::of));
    }

    @Test
    void a_day_that_does_not_exist_is_none() {
        DateStyle german = DateStyle.of(Optional.of("dd.MM.yyyy"), Optional.empty());

        assertThat(german.day("28.02.2026")).contains(LocalDate.of(2026, 2, 28));
        assertThat(german.day("29.02.2026")).isEmpty();
    }
}
