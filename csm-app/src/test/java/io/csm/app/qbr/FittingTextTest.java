package io.csm.app.qbr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittingTextTest {

    @Test
    void counts_a_line_for_each_width_of_words() {
        assertThat(TextFit.lines("bbbb bbbb", 10, 46)).isEqualTo(1);
        assertThat(TextFit.lines("bbbb bbbb", 10, 44)).isEqualTo(2);
    }

    @Test
    void breaks_a_word_that_is_wider_than_a_line() {
        assertThat(TextFit.lines("b".repeat(100), 10, 100)).isEqualTo(6);
    }

    @Test
    void shortens_at_a_word() {
        assertThat(TextFit.cut("bbbb bbbb bbbb", 10, 50, 1)).isEqualTo("bbbb\u2026");
        assertThat(TextFit.cut("bbbb", 10, 52, 1)).isEqualTo("bbbb");
    }

    @Test
    void never_cuts_a_character_in_half() {
        String cut = TextFit.cut("\ud83d\ude80".repeat(50), 10, 60, 1);

        assertThat(cut).matches("(\ud83d\ude80)+\u2026");
    }
}
