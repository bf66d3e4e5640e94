package io.csm.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingToQuartersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # quarter | first      | last       | previous | next
            Q1 2026   | 2026-01-01 | 2026-03-31 | Q4 2025  | Q2 2026
            Q2 2026   | 2026-04-01 | 2026-06-30 | Q1 2026  | Q3 2026
            Q3 2026   | 2026-07-01 | 2026-09-30 | Q2 2026  | Q4 2026
            Q4 2026   | 2026-10-01 | 2026-12-31 | Q3 2026  | Q1 2027
            """)
    void holds_three_months(String text, LocalDate first, LocalDate last, String previous, String next) {
        Quarter quarter = Quarter.parse(text);

        assertThat(quarter.firstDay()).isEqualTo(first);
        assertThat(quarter.lastDay()).isEqualTo(last);
        assertThat(Quarter.of(first)).isEqualTo(quarter);
        assertThat(Quarter.of(last)).isEqualTo(quarter);
        assertThat(quarter.previous()).hasToString(previous);
        assertThat(quarter.next()).hasToString(next);
        assertThat(quarter).isGreaterThan(quarter.previous()).isLessThan(quarter.next());
    }

    @Test
    void begins_and_ends_at_midnight_in_utc() {
        Quarter quarter = new Quarter(2026, 1);

        assertThat(quarter.begins()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(quarter.ends()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(Quarter.of(quarter.ends())).isEqualTo(quarter.next());
        assertThat(Quarter.of(quarter.ends().minusNanos(1))).isEqualTo(quarter);
    }

    @Test
    void reads_what_people_write() {
        assertThat(Quarter.parse(" q3 2026 ")).isEqualTo(new Quarter(2026, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Q0 2026", "Q5 2026", "2026 Q1", "Q1-2026", "Q1 26", "Q12026"})
    void refuses_what_is_no_quarter(String text) {
        assertThatThrownBy(() -> Quarter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a period must be written like Q1 2026 but was '" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({"1969, false", "1970, true", "2199, true", "2200, false"})
    void keeps_to_the_years_of_the_product(int year, boolean taken) {
        if (taken) {
            assertThat(new Quarter(year, 1).year()).isEqualTo(year);
        } else {
            assertThatThrownBy(() -> new Quarter(year, 1))
                    .hasMessage("the year of a quarter must be from 1970 to 2199 but was " + year);
        }
    }
}
