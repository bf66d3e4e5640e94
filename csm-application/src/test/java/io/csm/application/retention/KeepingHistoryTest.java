package io.csm.application.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.csm.application.retention.port.HistoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingHistoryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    private final Stretches stretches = new Stretches();
    private final RunRetention retention = new RunRetention(stretches, RetentionSettings.defaults(), CLOCK);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # history      | from       | until      | goes
              HEALTH_SCORE | 2023-01-01 | 2023-02-01 | true
              HEALTH_SCORE | 2023-02-01 | 2023-03-01 | true
              HEALTH_SCORE | 2023-03-01 | 2023-04-01 | false
              EVENT        | 2023-02-01 | 2023-03-01 | true
              EVENT        | 2023-03-01 | 2023-04-01 | false
              TOUCHPOINT   | 2018-01-01 | 2019-01-01 | true
              TOUCHPOINT   | 2019-01-01 | 2020-01-01 | false
            """)
    void a_stretch_goes_when_all_of_it_is_too_old(Kept kept, LocalDate from, LocalDate until, boolean goes) {
        stretches.all.add(new OldHistory(kept, from, until, 10, 1000));

        List<OldHistory> removed = retention.run(false);

        assertThat(removed).hasSize(goes ? 1 : 0);
        assertThat(stretches.all).hasSize(goes ? 0 : 1);
    }

    @Test
    void a_dry_run_tells_the_same_and_removes_nothing() {
        stretches.all.add(
                new OldHistory(Kept.EVENT, LocalDate.parse("2020-01-01"), LocalDate.parse("2020-02-01"), 10, 1000));

        assertThat(retention.run(true)).isEqualTo(retention.run(true)).hasSize(1);
        assertThat(stretches.all).hasSize(1);
        assertThat(retention.run(false)).hasSize(1);
        assertThat(retention.run(false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 7", "3, 0, 7", "3, 3, 0", "101, 3, 7"})
    void years_outside_of_1_to_100_are_refused(int scores, int events, int touchpoints) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(scores, events, touchpoints))
                .withMessageContaining("is kept must be from 1 to 100 but were");
    }

    private static final class Stretches implements HistoryStore {

        private final List<OldHistory> all = new ArrayList<>();

        @Override
        public List<OldHistory> listBefore(Kept kept, LocalDate day) {
            return all.stream()
                    .filter(stretch -> stretch.of() == kept && !stretch.until().isAfter(day))
                    .toList();
        }

        @Override
        public void remove(OldHistory old) {
            all.remove(old);
        }
    }
}
