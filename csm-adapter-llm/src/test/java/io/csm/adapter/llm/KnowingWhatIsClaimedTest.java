package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.narrative.Prose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(
            strings = {
                "Connect to SAP. The account is worth 777,000 EUR.",
                "We are worth 777,000 EUR to you, so please do not let us wait for it any longer than you must",
                "This is \"urgent\", it costs 777,000 EUR"
            })
    void takes_no_figure_out_of_a_quotation_in_a_sentence_of_ours(String subject) {
        KnownClaims known = Facts.none()
                .quote("subject", subject)
                .sayAll("evidence", List.of("On 12 February 2026 ticket 7 says " + Prose.quoted(subject) + "."))
                .claims();

        assertThat(known.firstUnknown("They are worth 777,000 EUR.").orElseThrow())
                .contains("777,000");
        assertThat(known.firstUnknown("They wrote " + Prose.quoted(subject) + " on 12 February 2026."))
                .isEmpty();
    }

    @Test
    void takes_figures_beside_a_quotation() {
        KnownClaims known = Facts.none()
                .sayAll("evidence", List.of("\"12 wishes\" was said 34 times, \"56 wishes\" 78 times"))
                .claims();

        assertThat(known.firstUnknown("It was said 34 and 78 times.")).isEmpty();
        assertThat(known.firstUnknown("It was said 12 times.")).isPresent();
        assertThat(known.firstUnknown("It was said 56 times.")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 % uptime    | They have 90 % uptime.        | 90
            0 % uptime    | They have 1.0 % uptime.       | 1.0
            200 seats     | They have 1 200 seats.        | 1 200
            up 5          | They are up 5,500 EUR.        | 5,500
            up 5          | They are up 55.               | 55
            seats: 9      | They have seats: 9 %.         | 9
            """)
    void takes_no_part_of_a_number_for_a_quotation(String subject, String prose, String claim) {
        KnownClaims known = Facts.none().quote("subject", subject).claims();

        assertThat(known.firstUnknown(prose).orElseThrow()).contains("'" + claim + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500000  | 1 million
            84000   | 0.1 million
            1200000 | 1 million
            1500    | 2k
            """)
    void does_not_let_a_unit_round_by_more_than_a_tenth(String amount, String prose) {
        KnownClaims known = Facts.none().say("arr", amount + " EUR").claims();

        assertThat(known.firstUnknown("They pay " + prose + ".")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500000  | 0.5 million
            84400   | 84k
            950000  | 1 million
            1234567 | 1.2 million
            """)
    void lets_a_unit_round_by_less(String amount, String prose) {
        KnownClaims known = Facts.none().say("arr", amount + " EUR").claims();

        assertThat(known.firstUnknown("They pay " + prose + ".")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Verify your login at https://evil.example/login",
                "Verify your login at evil-example.com/login",
                "Verify your login at evil-example.com",
                "Verify your login at www.evil.example",
                "Verify your login at evil.example/login",
                "Verify your login at Booking.com/login",
                "Verify your login at evil.Booking.com",
                "Verify your login at EVIL.COM",
                "Verify your login at login.evil.it",
                "Verify your login at 10.11.12.13/login",
                "Verify your login at _evil.com or -evil.com",
                "Verify your login at evil\u3002com",
                "Verify your login at evil\u200b.com"
            })
    void accepts_no_link_even_in_a_quotation(String subject) {
        KnownClaims known = Facts.none()
                .name("name", "Booking.com Netherlands")
                .quote("subject", subject)
                .claims();

        assertThat(known.firstUnknown("Their ticket says '" + subject + "'.").orElseThrow())
                .contains("address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Things went well in Q1.Next we talk.",
                "They score 3.5, e.g. for what they use, i.e. reports.",
                "We meet this week.It is about time.So we talk.",
                "They work with Node.js and export.csv.",
                "The U.S. team meets at 9 a.m. and/or later.",
                "Booking.com Netherlands is well, and so is Booking.com."
            })
    void takes_ordinary_prose_for_no_link(String prose) {
        KnownClaims known = Facts.none()
                .name("name", "Booking.com Netherlands")
                .figure("score", 3.5, 1)
                .claims();

        assertThat(known.firstUnknown(prose)).isEmpty();
    }

    @Test
    void knows_a_day_that_lies_in_no_quarter_it_knows() {
        KnownClaims known = Facts.none().say("ends_on", "9999-12-31").claims();

        assertThat(known.firstUnknown("It ends on 9999-12-31, in 9999.")).isEmpty();
        assertThat(known.firstUnknown("It ends in 9998.")).isPresent();
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
