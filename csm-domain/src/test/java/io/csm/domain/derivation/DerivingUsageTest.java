package io.csm.domain.derivation;

import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.TODAY;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.event.SourceType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fixture.AccountFixture;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivingUsageTest {

    private static final Instant BEFORE = daysAgo(45);

    @ParameterizedTest(name = "{0} of {1} features: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # used                  | in the plan | rate
              -                     | 4           | 0
              reports               | 4           | 0.25
              reports reports       | 4           | 0.25
              reports Reports       | 4           | 0.5
              reports export sso    | 3           | 1
              reports export sso    | 2           | 1
              reports               | 1           | 1
              reports               | 3           | 0.3333
              reports               | -           | -
            """)
    void compares_distinct_features_with_those_of_the_plan(String used, String plan, String rate) {
        AccountFixture account = anAccount();
        words(used).forEach(feature -> account.used(feature, daysAgo(1)));
        words(plan).forEach(count -> account.withPlanFeatures(Integer.parseInt(count)));

        assertThat(Derived.shown("feature_adoption_rate", account.build())).isEqualTo(rate);
        assertThat(Derived.shown("feature_breadth", account.build())).isEqualTo(rate);
    }

    @ParameterizedTest(name = "{0} uses after {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # now | before | trend
              0   | 0      | inactive
              0   | 100    | inactive
              1   | 0      | growing
              111 | 100    | growing
              110 | 100    | growing
              109 | 100    | stable
              100 | 100    | stable
              76  | 100    | stable
              75  | 100    | declining
              74  | 100    | declining
              1   | 1      | stable
              3   | 4      | declining
              1   | 100    | declining
            """)
    void compares_uses_with_those_of_the_30_days_before(int now, int before, String trend) {
        AccountFixture account = anAccount().used("reports", daysAgo(3), now).used("reports", BEFORE, before);

        assertThat(Derived.shown("usage_trend", account.build())).isEqualTo(trend);
    }

    @Test
    void counts_a_use_without_a_count_as_one() {
        AccountFixture account = anAccount().used("reports", NOW).used("export", BEFORE, 2);

        assertThat(Derived.shown("usage_trend", account.build())).isEqualTo("declining");
        assertThat(Derived.shown("usage_trend", account.used("reports", NOW).build()))
                .isEqualTo("stable");
    }

    @ParameterizedTest(name = "active {0} days ago: every {1} days")
    @CsvSource(delimiter = '|', textBlock = """
            # days ago        | every
              -               | 90
              0               | 0
              1               | 1
              89              | 89
              0 0 0           | 0
              1 0             | 1
              7 0             | 7
              10 3 0          | 5
              9 3 0           | 5
              8 3 0           | 4
              1 2 4           | 2
              20 19 9 1       | 8
              30 20 12 9 0    | 9
              30 21 12 9 0    | 9
              80 2 1 0        | 1
            """)
    void takes_the_median_of_the_days_between_active_days(String daysAgo, String every) {
        AccountFixture account = anAccount();
        words(daysAgo).forEach(days -> account.loggedIn("", daysAgo(Integer.parseInt(days))));

        assertThat(Derived.shown("login_frequency_days", account.build())).isEqualTo(every);
    }

    @Test
    void counts_days_in_utc() {
        Instant midnight = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        AccountFixture account = anAccount().loggedIn("", midnight).used("reports", midnight);

        assertThat(Derived.shown("login_frequency_days", account.build())).isEqualTo("0");

        account.loggedIn("", midnight.minusNanos(1000)).used("reports", midnight.minusNanos(1000));

        assertThat(Derived.shown("login_frequency_days", account.build())).isEqualTo("1");
        assertThat(Derived.shown("usage_depth_rate", account.build())).isEqualTo("0.1");
        assertThat(Derived.shown("usage_frequency", account.build())).isEqualTo("0.0667");
    }

    @ParameterizedTest(name = "used on {0} days: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # days | depth   | frequency
              0    | minimal | 0
              1    | minimal | 0.0333
              2    | minimal | 0.0667
              3    | light   | 0.1
              7    | light   | 0.2333
              8    | regular | 0.2667
              14   | regular | 0.4667
              15   | power   | 0.5
              29   | power   | 0.9667
              30   | power   | 1
              31   | power   | 1
            """)
    void judges_by_the_days_with_use(int days, String depth, String frequency) {
        AccountFixture account = anAccount().loggedIn("", NOW);
        for (int day = 0; day < days; day++) {
            account.used("reports", hourOfDay(day)).used("reports", hourOfDay(day));
        }

        assertThat(Derived.shown("usage_depth", account.build())).isEqualTo(depth);
        assertThat(Derived.shown("usage_frequency", account.build())).isEqualTo(frequency);
    }

    /** A time so late that 31 days have one within the window, and none of them is yet to come. */
    private static Instant hourOfDay(int daysAgo) {
        return daysAgo == 0
                ? NOW
                : TODAY.minusDays(daysAgo).atTime(LocalTime.of(23, 0)).toInstant(ZoneOffset.UTC);
    }

    @ParameterizedTest(name = "{0} and {1} uses: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # today | yesterday | rate
              0     | 0         | 0
              1     | 0         | 0.05
              10    | 9         | 0.95
              10    | 10        | 1
              10    | 11        | 1
              500   | 1         | 1
            """)
    void compares_the_uses_of_a_day_with_ten(int today, int yesterday, String rate) {
        AccountFixture account = anAccount().used("reports", NOW, today).used("export", daysAgo(1), yesterday);

        assertThat(Derived.shown("usage_depth_rate", account.build())).isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feature_adoption_rate", "usage_depth_rate", "usage_frequency"})
    void finds_nothing_where_nobody_used_anything(String signal) {
        AccountFacts facts =
                anAccount().withPlanFeatures(4).loggedIn("ana", NOW).build();

        assertThat(Derived.shown(signal, facts)).isEqualTo("0");
    }

    @Test
    void does_not_take_an_event_of_the_same_name_from_elsewhere() {
        AccountFacts facts = anAccount()
                .withPlanFeatures(4)
                .event(StandardEvents.find(SourceType.CUSTOM, "feature_used").orElseThrow(), NOW)
                .build();

        assertThat(Derived.shown("usage_trend", facts)).isEqualTo("inactive");
        assertThat(Derived.shown("login_frequency_days", facts)).isEqualTo("90");
    }

    private static List<String> words(String text) {
        return "-".equals(text) ? List.of() : List.of(text.split(" "));
    }
}
