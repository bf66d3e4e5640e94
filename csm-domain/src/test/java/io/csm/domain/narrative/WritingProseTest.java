package io.csm.domain.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingProseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # amount    | currency | text
            0           | USD      | 0 USD
            999         | USD      | 999 USD
            1000        | USD      | 1,000 USD
            240000.00   | EUR      | 240,000 EUR
            1234567.5   | EUR      | 1,234,567.50 EUR
            1199.995    | EUR      | 1,200 EUR
            1199.994    | EUR      | 1,199.99 EUR
            -100        | EUR      | -100 EUR
            -1000       | EUR      | -1,000 EUR
            1234.4      | JPY      | 1,234 JPY
            1e6         | USD      | 1,000,000 USD
            10          | XAU      | 10 XAU
            """)
    void groups_the_thousands_of_an_amount(String amount, String currency, String text) {
        assertThat(Prose.money(Money.of(amount, currency))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 0 uses
            1    | 1 use
            2    | 2 uses
            1204 | 1,204 uses
            """)
    void counts_in_singular_and_plural(long number, String text) {
        assertThat(Prose.count(number, "use")).isEqualTo(text);
    }

    @Test
    void names_a_day_in_words() {
        assertThat(Prose.day(LocalDate.of(2027, 1, 6))).isEqualTo("6 January 2027");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -44  | 44 days ago
            -2   | 2 days ago
            -1   | yesterday
            0    | today
            1    | tomorrow
            2    | in 2 days
            1041 | in 1,041 days
            """)
    void says_how_far_away_a_day_is(long days, String text) {
        assertThat(Prose.fromToday(days)).isEqualTo(text);
    }

    @Test
    void says_a_share_in_whole_percent() {
        assertThat(Prose.percent(0.456)).isEqualTo("46 %");
        assertThat(Prose.percent(0.455)).isEqualTo("46 %");
        assertThat(Prose.percent(0.4549)).isEqualTo("45 %");
    }

    @Test
    void joins_a_list_with_commas_and_one_and() {
        assertThat(Prose.list(List.of())).isEmpty();
        assertThat(Prose.list(List.of("a"))).isEqualTo("a");
        assertThat(Prose.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Prose.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            usage is declining | Usage is declining.
            It stopped.        | It stopped.
            why now?           | Why now?
            eBay renews        | eBay renews.
            x                  | X.
            7 tickets are open | 7 tickets are open.
            ''                 | ''
            """)
    void gives_a_sentence_one_capital_and_one_full_stop(String text, String sentence) {
        assertThat(Prose.sentence(text)).isEqualTo(sentence);
    }

    @Test
    void keeps_the_words_of_others_on_one_line() {
        assertThat(Prose.plain("  Dana\r\n\tFox\u0000\u2028\u202e ")).isEqualTo("Dana Fox");
    }

    @Test
    void shortens_the_words_of_others_to_80_characters() {
        assertThat(Prose.plain("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Prose.plain("x".repeat(81))).isEqualTo("x".repeat(77) + "...");
        assertThat(Prose.plain("\ud83d\ude00".repeat(81))).isEqualTo("\ud83d\ude00".repeat(77) + "...");
    }

    @Test
    void lets_nothing_in_a_quotation_end_it() {
        assertThat(Prose.quoted("Export \"CSV\" fails.")).isEqualTo("\"Export 'CSV' fails\"");
        assertThat(Prose.quoted("x".repeat(81))).isEqualTo("\"" + "x".repeat(77) + "...\"");
    }
}
