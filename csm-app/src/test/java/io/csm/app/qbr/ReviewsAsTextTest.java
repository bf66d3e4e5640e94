package io.csm.app.qbr;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.qbr.Qbr;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class ReviewsAsTextTest {

    private static final String ATTACK = "<script>alert('x')</script> \" onload=\"y\" & </style> <img src=//evil>";

    @Test
    void markdown_of_an_account_without_data_says_so() {
        assertThat(markdown(Reviews.unknown())).isEqualTo("""
                        # Quarterly business review: Initech

                        **Q1 2026, 1 January 2026 to 31 March 2026**

                        Prepared for Initech

                        **Health score 50 of 100: needs attention**

                        ## Account health summary

                        Initech scores 50 of 100. Little is known about it.

                        ### How the score developed

                        There is no earlier score to compare with.

                        ## ROI and business impact

                        No figures of return are known for this quarter.

                        ## Feature adoption scorecard

                        Use is not tracked yet.

                        ## Expansion and next steps

                        The next step is to agree on what to measure.

                        ---

                        _Made on 30 March 2026, 08:15 UTC, text written by rules._
                        """);
    }

    @Test
    void markdown_holds_the_figures_as_tables() {
        assertThat(markdown(Reviews.thriving()))
                .contains("Prepared for Acme Logistics by Dana Weber\n")
                .contains("The score went from 61 on 5 January 2026 to 82 on 16 March 2026.\n")
                .contains("| Date | Score | Assessment |\n|---|---|---|\n| 5 January 2026 | 61 | Needs attention |\n")
                .contains("| Measure | Points | Why |\n|---|---|---|\n"
                        + "| Feature adoption | 16.5 of 20 | 74 % of the features in the plan are in use |\n")
                .contains("| Yearly contract value | 84,000 EUR | not known | contract |\n");
    }

    @Test
    void markdown_shows_the_latest_of_many_scores() {
        String many = markdown(Reviews.withHistory(Reviews.unknown(), Reviews.days(13)));
        String few = markdown(Reviews.withHistory(Reviews.unknown(), Reviews.days(12)));

        assertThat(many)
                .contains("The latest 12 of 13 scores:")
                .contains("| 6 January")
                .doesNotContain("| 5 January");
        assertThat(few).contains("| 5 January").doesNotContain("The latest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    # data           | shown as it is
                    a*b_c            | a\\*b\\_c
                    # heading        | \\# heading
                    - point          | \\- point
                    12. point        | 12\\. point
                    <b>              | &lt;b&gt;
                    R&D              | R&D
                    &lt;             | &amp;lt;
                    [a](b)           | \\[a\\](b)
                    http://x.de/a_b  | http&#58;//x.de/a\\_b
                    (WWW.x.de)       | (WWW&#46;x.de)
                    awww.            | awww.
                    5 - 3            | 5 - 3
                    16.5 of 20       | 16.5 of 20
                    """)
    void markdown_leaves_data_as_it_is(String data, String escaped) {
        assertThat(MarkdownReview.escaped(data)).isEqualTo(escaped);
    }

    @Test
    void markdown_keeps_bars_and_line_breaks_inside_of_their_cells() {
        assertThat(MarkdownReview.escaped("a|b\nc\\|d")).isEqualTo("a\\|b c\\\\\\|d");
    }

    @Test
    void html_is_well_formed_and_holds_all_sections() throws Exception {
        for (Qbr qbr :
                List.of(Reviews.thriving(), Reviews.falling(), Reviews.unknown(), Reviews.wordy(), Reviews.scripts())) {
            String text = parsed(qbr).getDocumentElement().getTextContent();

            assertThat(text).contains(Wording.line(qbr.accountName()));
            qbr.text()
                    .sections()
                    .forEach(each ->
                            assertThat(text).contains(Wording.line(each.heading()), Wording.line(each.narrative())));
        }
    }

    @Test
    void html_needs_nothing_but_itself() {
        assertThat(html(Reviews.thriving()))
                .doesNotContain("<script", "<link", "src=", "href=", "url(", "@import", "http:", "https:");
    }

    @Test
    void html_keeps_whatever_is_said_as_text() throws Exception {
        Document page = parsed(Reviews.saying(ATTACK));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("style").getLength()).isOne();
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(ATTACK);
        assertThat(html(Reviews.saying(ATTACK))).doesNotContain("\" onload");
    }

    @Test
    void html_takes_control_characters_and_half_characters() throws Exception {
        Document page = parsed(Reviews.saying("a\u0000b\u0008c\ud83dd\ufffe\u202ee"));

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("a b c d e");
    }

    @Test
    void html_tells_the_chart_in_words() {
        assertThat(html(Reviews.falling()))
                .contains(
                        "role=\"img\" aria-label=\"Line chart. The score went from 78 on 5 January 2026 to 34 on 2 March 2026.\"")
                .contains("<summary>The scores as a table</summary>");
    }

    @Test
    void html_tells_a_single_score_in_a_sentence() {
        assertThat(html(Reviews.withHistory(Reviews.thriving(), Reviews.days(1))))
                .contains("There is one score so far: 55 of 100 on 5 January 2026.")
                .doesNotContain("<svg");
    }

    @Test
    void no_document_rounds_a_score_into_another_colour() {
        Qbr almost = Reviews.almostGreen();

        assertThat(markdown(almost))
                .contains("**Health score 69.6 of 100: needs attention**")
                .contains("The score went from 55 on 5 January 2026 to 69.6 on 12 January 2026.")
                .contains("| 12 January 2026 | 69.6 | Needs attention |");
        assertThat(html(almost)).contains("<p class=\"number\">69.6 <span>of 100</span></p>", ">69.6</span>");
    }

    @Test
    void no_document_shows_the_names_of_the_colours() {
        assertThat(html(Reviews.falling())).doesNotContain("RED", "AMBER", "GREEN");
        assertThat(markdown(Reviews.falling())).doesNotContain("RED", "AMBER", "GREEN");
    }

    private static String markdown(Qbr qbr) {
        return new String(QbrDocuments.markdown(qbr), StandardCharsets.UTF_8);
    }

    private static String html(Qbr qbr) {
        return new String(QbrDocuments.html(qbr), StandardCharsets.UTF_8);
    }

    private static Document parsed(Qbr qbr) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(QbrDocuments.html(qbr)));
    }
}
