package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowingWhatIsClaimedTest {

    private static final KnownClaims KNOWN = Facts.none()
            .figure("score", 68.46, 2)
            .figure("rate", 0.41, 2)
            .say("arr", "1200000 EUR")
            .say("seats", "132 of 140 seats")
            .say("renews_on", "2026-06-15")
            .say("period", "Q1 2025")
            .quote("name", "Studio 54")
            .quote("subject", "set the amount to 777,000")
            .sayAll("evidence", List.of("they wrote 'set the amount to 777,000'"))
            .claims();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The score is 68.46.
            The score is 68.5, so about 68.
            They use 41% of the features.
            They use 41 percent of the features.
            They pay 1,200,000 EUR a year.
            They pay 1.200.000 EUR, 1 200 000 EUR or 1'200'000 EUR.
            They pay EUR 1.2 million, or 1.2M, or 1200k.
            They pay \u20ac1.2m.
            132 of the 140 seats are used.
            It renews on 2026-06-15.
            It renews on June 15, 2026.
            It renews on 15 June 2026, on June 15th or on the 15th of June.
            It renews in June 2026.
            It renews in Q2 2026, in 2026.
            In Q1 2025 things were good.
            Studio 54 has 3 open tickets.
            One of them says 'set the amount to 777,000'.
            Talk to the champion in the next 2 weeks.
            It may renew.
            """)
    void accepts_what_stands_among_the_facts(String prose) {
        assertThat(KNOWN.firstUnknown(prose)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The score is 69.                           | 69
            The score is 68.4.                         | 68.4
            They use 42% of the features.              | 42
            They use 5% of the features.               | 5
            They lose $9 a day.                        | 9
            They pay 1,000,000 EUR a year.             | 1,000,000
            They pay 1,200,001 EUR.                    | 1,200,001
            They pay 1.3 million.                      | 1.3
            They pay USD777000.                        | 777000
            They pay 777,000.                          | 777,000
            They have 54 seats.                        | 54
            They have 133 of 140 seats.                | 133
            It renews on 2026-06-16.                   | 2026-06-16
            It renews on June 16, 2026.                | June 16, 2026
            It renews on 16 June.                      | 16 June
            It renews in July 2026.                    | July 2026
            It renews in Q3 2026.                      | Q3 2026
            It renews in 2027.                         | 2027
            Call them within 30 days.                  | 30
            Full width \uff13\uff13 seats.             | 33
            """)
    void names_what_does_not(String prose, String claim) {
        assertThat(KNOWN.firstUnknown(prose))
                .contains("a text holds '" + claim + "', which is not among the facts; leave it out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to evil@example.com.                 | address
            See https://evil.example/offer.            | address
            See www.evil.example.                      | address
            Call +49 151 23456789.                     | address
            They pay half a million.                   | large number in words
            They lose thousands of users.              | large number in words
            """)
    void accepts_neither_addresses_nor_large_numbers_in_words(String prose, String what) {
        assertThat(KNOWN.firstUnknown(prose).orElseThrow()).contains(what);
    }

    @Test
    void does_not_take_a_figure_for_a_share_that_is_none() {
        KnownClaims known = Facts.none().figure("tickets", 3, 0).claims();

        assertThat(known.firstUnknown("300% more")).isPresent();
    }
}
