package io.csm.app.qbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.app.qbr.HistoryLine.Dot;
import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacingAHistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void goes_by_time_from_left_to_right_and_by_score_from_the_bottom_up() {
        List<Dot> dots =
                HistoryLine.of(List.of(on(0, 0), on(1, 100), on(4, 25))).dots();

        assertThat(dots).extracting(Dot::x).containsExactly(0.0, 0.25, 1.0);
        assertThat(dots).extracting(Dot::y).containsExactly(1.0, 0.0, 0.75);
    }

    @Test
    void spreads_points_of_one_moment_evenly() {
        assertThat(HistoryLine.of(List.of(on(0, 10), on(0, 20), on(0, 30))).dots())
                .extracting(Dot::x)
                .containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void writes_out_both_ends_and_the_extremes_of_many() {
        List<HistoryPoint> points = Reviews.days(60);

        List<Dot> scores = HistoryLine.of(points).scores();

        assertThat(scores.get(0).x()).isZero();
        assertThat(scores.get(scores.size() - 1).x()).isEqualTo(1);
        assertThat(scores).hasSize(4);
    }

    @Test
    void writes_out_no_two_that_would_touch() {
        List<Dot> scores = HistoryLine.of(List.of(on(0, 10), on(1, 20), on(50, 30), on(99, 35), on(100, 40)))
                .scores();

        assertThat(scores).extracting(dot -> dot.point().score()).containsExactly(10.0, 30.0, 40.0);
    }

    @Test
    void knows_where_there_is_room_below_a_point() {
        HistoryLine line = HistoryLine.of(List.of(on(0, 50), on(1, 20), on(2, 60)));

        assertThat(line.dots()).extracting(line::isValley).containsExactly(false, true, false);
    }

    @Test
    void needs_two_points() {
        assertThatThrownBy(() -> HistoryLine.of(List.of(on(0, 10))))
                .hasMessage("a line must have at least 2 points but has 1");
    }

    private static HistoryPoint on(int day, double score) {
        return new HistoryPoint(START.plus(Duration.ofDays(day)), score, Rag.GREEN);
    }
}
