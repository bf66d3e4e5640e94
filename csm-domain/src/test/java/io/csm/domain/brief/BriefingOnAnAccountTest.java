package io.csm.domain.brief;

import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.TODAY;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static io.csm.domain.fixture.BriefFixture.aBrief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.fact.Terms;
import io.csm.domain.fixture.AccountFixture;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.health.Trend;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefingOnAnAccountTest {

    private static final AccountId OTHER = new AccountId("A-2");

    private static BriefFixture scoredThreeTimes() {
        return aBrief().scored(40, "feature_adoption_rate=0.5").scored(30, "feature_adoption_rate=0.6");
    }

    @Test
    void speaks_as_of_its_latest_score() {
        AccountBrief brief = aBrief().build();

        assertThat(brief.asOf()).isEqualTo(NOW);
        assertThat(brief.day()).isEqualTo(TODAY);
    }

    @Test
    void finds_the_score_nearest_to_and_not_after_an_instant() {
        AccountBrief brief = scoredThreeTimes().build();
        List<AccountHealth> history = brief.history();

        assertThat(brief.at(daysAgo(40).minus(1, ChronoUnit.MICROS))).isEmpty();
        assertThat(brief.at(daysAgo(40))).contains(history.get(0));
        assertThat(brief.at(daysAgo(30).minus(1, ChronoUnit.MICROS))).contains(history.get(0));
        assertThat(brief.at(daysAgo(30))).contains(history.get(1));
        assertThat(brief.at(NOW.plusSeconds(1))).contains(brief.health());
    }

    @Test
    void tells_the_latest_score_from_the_one_before_it() {
        AccountBrief brief = scoredThreeTimes().build();

        assertThat(brief.previous()).contains(brief.history().get(1));
        assertThat(aBrief().build().previous()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # days ago | adoption then | trend
            30         | 0.7           | IMPROVING
            30         | 0.75          | STABLE
            30         | 1             | STABLE
            45         | 0.7           | IMPROVING
            29         | 0.7           |
            """)
    void takes_its_trend_from_30_days_before(int daysAgo, String adoption, Trend trend) {
        AccountBrief brief =
                aBrief().scored(daysAgo, "feature_adoption_rate=" + adoption).build();

        assertThat(brief.trend()).isEqualTo(Optional.ofNullable(trend));
    }

    @Test
    void is_about_one_account_alone() {
        AccountBrief brief = aBrief().build();

        assertThatThrownBy(() -> new AccountBrief(
                        Account.known(OTHER), brief.health(), brief.history(), brief.facts(), brief.owner()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a brief must be about one account but holds A-2 and A-1");
    }

    @Test
    void refuses_the_facts_of_another_account() {
        AccountBrief brief = aBrief().build();
        var facts = AccountFixture.anAccount().with(Terms.unknown(OTHER)).build();

        assertThatThrownBy(
                        () -> new AccountBrief(brief.account(), brief.health(), brief.history(), facts, brief.owner()))
                .hasMessage("a brief must be about one account but holds A-1 and A-2");
    }
}
