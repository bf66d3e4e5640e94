package io.csm.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackingOffTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # every  | failures before | next try after
              PT5S   |    0            | PT5S
              PT5S   |    1            | PT10S
              PT5S   |    3            | PT40S
              PT5S   |    4            | PT1M
              PT5S   | 1000            | PT1M
              PT0.1S |    9            | PT51.2S
              PT0.1S |   10            | PT1M
              PT1H   |    0            | PT1M
            """)
    void waits_twice_as_long_each_time_up_to_a_minute(Duration every, int failures, Duration next) {
        BackOff backOff = new BackOff(every, new JobLog(String::valueOf));

        assertThat(backOff.after(failures)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"PT0.1S", "PT5S", "PT1H"})
    void jobs_may_run_as_often_as_ten_times_a_second_and_as_seldom_as_hourly(Duration every) {
        assertThat(JobSettings.defaults().withScoreChangesEvery(every).scoreChangesEvery())
                .isEqualTo(every);
    }

    @ParameterizedTest
    @CsvSource({"PT0.099S", "PT1H0.001S", "PT0S", "PT-5S"})
    void jobs_may_not_run_more_often_or_more_seldom(Duration every) {
        assertThatThrownBy(() -> JobSettings.defaults().withScoreChangesEvery(every))
                .hasMessage("jobs.score_changes_every must be from PT0.1S to PT1H but was " + every);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "19, 19", "20, 19", "21, 20", "100, 95"})
    void ninety_five_of_a_hundred_accounts_waited_no_longer_than_it_says(int accounts, int seconds) {
        List<Duration> lags = IntStream.rangeClosed(1, accounts)
                .mapToObj(i -> Duration.ofSeconds(accounts + 1 - i))
                .toList();

        assertThat(new ScoreChangesRun(accounts, 0, List.of(), lags, false).lag95())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void nobody_waited_where_nothing_was_done() {
        ScoreChangesRun nothing = new ScoreChangesRun(0, 0, List.of(), List.of(), false);

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.lag95()).isZero();
    }
}
