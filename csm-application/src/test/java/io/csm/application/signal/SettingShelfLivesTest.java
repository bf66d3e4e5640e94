package io.csm.application.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.signal.StandardSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingShelfLivesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void are_read_as_they_are_written() {
        ShelfLives lives = ShelfLives.parse(" tam_health_rag 60 ,nps_score  180");

        assertThat(lives.days()).isEqualTo(Map.of("nps_score", 180, "tam_health_rag", 60));
        assertThat(lives.toString()).isEqualTo("nps_score 180, tam_health_rag 60");
        assertThat(ShelfLives.parse(lives.toString())).isEqualTo(lives);
    }

    @Test
    void a_signal_of_ones_own_may_have_one() {
        assertThat(ShelfLives.parse("moon_phase 28").days()).containsEntry("moon_phase", 28);
    }

    @Test
    void a_signal_without_one_keeps_its_values_for_ever() {
        ShelfLives lives = ShelfLives.parse("nps_score 1");

        assertThat(lives.isFresh(StandardSignals.TAM_HEALTH_RAG, Instant.EPOCH, MONDAY))
                .isTrue();
        assertThat(lives.isFresh(StandardSignals.NPS_SCORE, MONDAY, MONDAY.plus(Duration.ofDays(1))))
                .isTrue();
        assertThat(lives.isFresh(
                        StandardSignals.NPS_SCORE,
                        MONDAY,
                        MONDAY.plus(Duration.ofDays(1)).plusNanos(1)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nps_score            | but there was 'nps_score'
            nps_score 180,       | but there was ''
            nps_score: 180       | but there was 'nps_score: 180'
            nps_score 18 days    | but there was 'nps_score 18 days'
            nps_score -1         | but there was 'nps_score -1'
            nps_score 0          | the shelf life of nps_score must be 1 to 36500 days but was 0
            nps_score 36501      | the shelf life of nps_score must be 1 to 36500 days but was 36501
            nps_score 1, nps_score 2 | the shelf life of nps_score stands there twice
            nps_skore 180        | there is no signal nps_skore; did you mean nps_score?
            """)
    void what_cannot_be_meant_is_refused_with_a_sentence(String text, String sentence) {
        assertThatThrownBy(() -> ShelfLives.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(sentence);
    }
}
