package io.csm.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingToTimesTest {

    private static TimedJob job(String code) {
        return TimedJob.find(code).orElseThrow();
    }

    @ParameterizedTest(name = "{0} in {1} after {2}")
    @CsvSource(delimiter = '|', textBlock = """
            health-scan    | UTC              | 2026-03-02T06:59:59Z | 2026-03-02T07:00:00Z
            health-scan    | UTC              | 2026-03-02T07:00:00Z | 2026-03-03T07:00:00Z
            health-scan    | Europe/Berlin    | 2026-03-28T05:59:59Z | 2026-03-28T06:00:00Z
            # clocks go forward on 29 March at 01:00 UTC and back on 25 October
            health-scan    | Europe/Berlin    | 2026-03-28T06:00:00Z | 2026-03-29T05:00:00Z
            health-scan    | Europe/Berlin    | 2026-10-24T05:00:00Z | 2026-10-25T06:00:00Z
            health-scan    | Asia/Kathmandu   | 2026-03-02T00:00:00Z | 2026-03-02T01:15:00Z
            publish-health | Europe/Berlin    | 2026-07-01T00:00:00Z | 2026-07-01T05:30:00Z
            contract-check | Europe/Berlin    | 2026-07-01T00:00:00Z | 2026-07-01T06:00:00Z
            contract-qbrs  | America/New_York | 2026-07-01T00:00:00Z | 2026-07-01T12:30:00Z
            quarterly-qbrs | UTC              | 2026-01-01T03:59:59Z | 2026-01-01T04:00:00Z
            quarterly-qbrs | UTC              | 2026-01-01T04:00:00Z | 2026-04-01T04:00:00Z
            quarterly-qbrs | UTC              | 2026-04-01T04:00:00Z | 2026-07-01T04:00:00Z
            quarterly-qbrs | UTC              | 2026-07-01T04:00:00Z | 2026-10-01T04:00:00Z
            quarterly-qbrs | UTC              | 2026-10-01T04:00:00Z | 2027-01-01T04:00:00Z
            quarterly-qbrs | Europe/Berlin    | 2026-02-01T00:00:00Z | 2026-04-01T02:00:00Z
            """)
    void a_job_is_due_at_its_time_where_the_tenant_lives(String code, String zone, Instant after, Instant due) {
        assertThat(job(code).in(ZoneId.of(zone)).getInitialExecutionTime(after)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02T07:00:05Z, 2026-03-03T07:00:00Z
            # three runs were missed and one was made up for
            2026-03-05T09:30:00Z, 2026-03-06T07:00:00Z
            """)
    void after_a_run_the_next_time_counts_and_not_those_that_were_missed(Instant done, Instant next) {
        Schedule schedule = job("health-scan").in(ZoneId.of("UTC"));

        assertThat(schedule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(done)))
                .isEqualTo(next);
    }
}
