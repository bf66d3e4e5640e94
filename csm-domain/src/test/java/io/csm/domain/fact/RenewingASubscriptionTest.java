package io.csm.domain.fact;

import static io.csm.domain.fixture.AccountFixture.id;
import static io.csm.domain.fixture.SubscriptionFixture.aSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fixture.SubscriptionFixture;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewingASubscriptionTest {

    @ParameterizedTest(name = "{0} from {1} to {2}, renewed {3}, seen on {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # kind         | starts     | ends       | renews     | seen on    | next renewal
            # annual, on its anniversary
            annual         | 2025-03-02 | -          | -          | 2025-03-02 | 2026-03-02
            annual         | 2025-03-02 | -          | -          | 2025-03-03 | 2026-03-02
            annual         | 2025-03-02 | -          | -          | 2026-03-01 | 2026-03-02
            annual         | 2025-03-02 | -          | -          | 2026-03-02 | 2026-03-02
            annual         | 2025-03-02 | -          | -          | 2026-03-03 | 2027-03-02
            annual         | 2025-12-31 | -          | -          | 2026-01-01 | 2026-12-31
            annual         | 2025-01-01 | -          | -          | 2025-12-31 | 2026-01-01
            # of the 29th of February, on the 28th where there is none
            annual         | 2024-02-29 | -          | -          | 2024-02-29 | 2025-02-28
            annual         | 2024-02-29 | -          | -          | 2025-02-28 | 2025-02-28
            annual         | 2024-02-29 | -          | -          | 2025-03-01 | 2026-02-28
            annual         | 2024-02-29 | -          | -          | 2027-03-01 | 2028-02-29
            annual         | 2024-02-29 | -          | -          | 2028-02-28 | 2028-02-29
            annual         | 2024-02-29 | -          | -          | 2028-02-29 | 2028-02-29
            annual         | 2024-02-29 | -          | -          | 2028-03-01 | 2029-02-28
            # with an end, on its last day
            annual         | 2025-03-02 | 2026-06-30 | -          | 2025-03-02 | 2026-06-30
            monthly        | 2025-03-02 | 2026-06-30 | -          | 2026-06-30 | 2026-06-30
            monthly        | 2025-03-02 | 2026-06-30 | -          | 2026-07-01 | -
            # when the system says so
            monthly        | 2025-03-02 | 2026-06-30 | 2026-05-01 | 2026-03-02 | 2026-05-01
            annual         | 2025-03-02 | -          | 2026-05-01 | 2026-03-02 | 2026-05-01
            annual         | 2025-03-02 | -          | 2026-01-01 | 2026-03-02 | 2026-01-01
            monthly        | 2025-03-02 | 2026-06-30 | 2027-05-01 | 2026-07-01 | -
            # never
            monthly        | 2025-03-02 | -          | -          | 2026-03-02 | -
            annual         | 2026-03-02 | -          | -          | 2026-03-01 | -
            monthly        | 2026-03-02 | -          | 2026-05-01 | 2026-03-01 | -
            annual trial   | 2025-03-02 | -          | -          | 2025-03-02 | -
            annual trial   | 2025-03-02 | 2026-06-30 | 2026-05-01 | 2025-03-02 | -
            """)
    void is_renewed_when_its_system_says_else_at_its_end_else_each_year(
            String kind, LocalDate starts, String ends, String renews, LocalDate seenOn, String next) {
        SubscriptionFixture subscription = aSubscription(starts);
        day(ends).ifPresent(subscription::endingOn);
        day(renews).ifPresent(subscription::renewingOn);
        if (kind.startsWith("annual")) {
            subscription.annual();
        }
        if (kind.endsWith("trial")) {
            subscription.onTrial();
        }

        assertThat(subscription.build(id("1")).nextRenewal(seenOn)).isEqualTo(day(next));
    }

    @ParameterizedTest(name = "from {0} to {1}, on {2}: runs {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # starts   | ends       | day        | runs
            2026-03-02 | -          | 2026-03-01 | false
            2026-03-02 | -          | 2026-03-02 | true
            2026-03-02 | -          | 2036-03-02 | true
            2026-03-02 | 2026-03-02 | 2026-03-02 | true
            2026-03-02 | 2026-03-09 | 2026-03-09 | true
            2026-03-02 | 2026-03-09 | 2026-03-10 | false
            """)
    void runs_from_its_first_day_to_its_last(LocalDate starts, String ends, LocalDate day, boolean runs) {
        SubscriptionFixture subscription = aSubscription(starts);
        day(ends).ifPresent(subscription::endingOn);

        assertThat(subscription.build(id("1")).runsOn(day)).isEqualTo(runs);
    }

    private static Optional<LocalDate> day(String text) {
        return "-".equals(text) ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
