package io.csm.adapter.notion;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.adapter.notion.PageBlock.Colour;
import io.csm.adapter.notion.PageBlock.Kind;
import io.csm.domain.health.Rag;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingWhatAPageSaysTest {

    private static List<String> texts(List<PageBlock> blocks) {
        return blocks.stream().map(PageBlock::text).toList();
    }

    @ParameterizedTest
    @CsvSource({"GREEN, GREEN", "AMBER, YELLOW", "RED, RED"})
    void puts_the_health_into_a_callout_of_its_colour(Rag rag, Colour colour) {
        PageBlock first =
                PageText.of(Records.health(50, rag, Records.SCANNED, List.of())).get(0);

        assertThat(first)
                .isEqualTo(new PageBlock(Kind.CALLOUT, "Health " + rag + ", score 50 of 100, churn risk high", colour));
    }

    @Test
    void leaves_out_lists_that_are_empty() {
        assertThat(texts(PageText.of(Records.health(50, Rag.RED, Records.SCANNED, List.of()))))
                .doesNotContain("Risk factors")
                .contains("Recommendations");
    }

    @Test
    void tells_a_review_section_by_section_and_who_wrote_it() {
        assertThat(texts(PageText.of(Records.qbr("All is well."))))
                .containsExactly(
                        "Health GREEN, score 82.5 of 100",
                        "Account health",
                        "All is well.",
                        "first point",
                        "second point",
                        "ROI and business impact",
                        "It pays.",
                        "Feature adoption",
                        "Most of it is used.",
                        "reports",
                        "Next steps",
                        "Talk about seats.",
                        "seats",
                        "Figures",
                        "active users: 118 of 140 seats, before 90 of 140 (usage events)",
                        "Not known",
                        "revenue is not known",
                        "written by the language model gpt-4o-mini");
    }

    @Test
    void tells_an_opportunity_with_what_speaks_for_it() {
        assertThat(texts(PageText.of(Records.opportunity("Q1 2026"))))
                .containsExactly(
                        "You are at 95 % of your seats.",
                        "Evidence",
                        "133 of 140 seats are used",
                        "Estimated impact per year: 12000 EUR",
                        "Talk track written by rules");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 100", "69.994, 69.99", "69.995, 70", "82.50, 82.5"})
    void shows_scores_with_two_decimals_at_most(double score, String shown) {
        assertThat(PageText.shown(score).toPlainString()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1999, 1", "2000, 1", "2001, 2", "4000, 2", "4001, 3"})
    void cuts_texts_to_what_a_rich_text_holds(int length, int pieces) {
        assertThat(Texts.rich("x".repeat(length))).hasSize(pieces);
    }

    @Test
    void never_cuts_a_character_in_two() {
        List<String> pieces = Texts.pieces("x" + "\uD83D\uDE00".repeat(1_500), Texts.LONGEST_RICH_TEXT);

        assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(2_000));
        assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
        assertThat(String.join("", pieces)).hasSize(3_001);
    }

    @ParameterizedTest
    @CsvSource({"50000, 1", "50001, 2"})
    void continues_a_text_that_is_too_long_in_another_block(int length, int blocks) {
        assertThat(PageBlock.of(Kind.BULLET, "x".repeat(length))).hasSize(blocks);
    }

    @ParameterizedTest
    @CsvSource({"99, 99", "100, 100", "101, 100"})
    void sends_a_hundred_blocks_in_a_call_at_most(int blocks, int sent) {
        List<String> texts =
                IntStream.range(0, blocks).mapToObj(i -> "text " + i).toList();

        assertThat(PageBody.firstOf(PageBlock.bullets(texts))).hasSize(sent);
    }

    @Test
    void sends_fewer_blocks_when_they_are_large() {
        List<PageBlock> large = PageBlock.of(Kind.PARAGRAPH, "<".repeat(PageBlock.LONGEST_TEXT * 4));

        assertThat(large).hasSize(4);
        assertThat(PageBody.firstOf(large)).hasSize(1);
    }

    @Test
    void leaves_out_what_is_no_text() {
        assertThat(Texts.clean(" a\u0000b\u0007\n\tc\uD83D ")).isEqualTo("ab\n\tc?");
        assertThat(PageBlock.of(Kind.PARAGRAPH, " \u0000 ")).isEmpty();
    }
}
