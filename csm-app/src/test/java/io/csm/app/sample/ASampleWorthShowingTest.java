package io.csm.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.Rag;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ASampleWorthShowingTest {

    private static final Sample SAMPLE = Sample.asOf(LocalDate.of(2026, 6, 30));

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-02-28", "2024-12-31", "2027-09-15"})
    void has_most_accounts_green_some_amber_and_a_few_red(String day) {
        Sample sample = Sample.asOf(LocalDate.parse(day));

        assertThat(sample.percent(Sample.NEWEST, Rag.GREEN)).isBetween(55.0, 65.0);
        assertThat(sample.percent(Sample.NEWEST, Rag.AMBER)).isBetween(25.0, 35.0);
        assertThat(sample.percent(Sample.NEWEST, Rag.RED)).isBetween(6.0, 12.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-02-28", "2024-12-31", "2027-09-15"})
    void has_accounts_that_changed_band_since_last_month_in_both_directions(String day) {
        AtomicInteger fell = new AtomicInteger();
        AtomicInteger rose = new AtomicInteger();
        Sample sample = Sample.asOf(LocalDate.parse(day));

        for (AccountHealth now : sample.in(Sample.NEWEST)) {
            List<AccountHealth> history = sample.history(now.score().snapshot().account());
            if (history.size() > 1) {
                Rag before = history.get(history.size() - 2).score().rag();
                fell.addAndGet(now.score().rag().compareTo(before) > 0 ? 1 : 0);
                rose.addAndGet(now.score().rag().compareTo(before) < 0 ? 1 : 0);
            }
        }

        assertThat(fell.get() + rose.get()).isBetween(8, 20);
        assertThat(fell.get()).isGreaterThanOrEqualTo(5);
        assertThat(rose.get()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void puts_about_one_account_in_seven_at_high_risk_or_worse() {
        Map<ChurnRisk, Long> risks = SAMPLE.count(Sample.NEWEST, AccountHealth::risk);

        assertThat(risks.get(ChurnRisk.CRITICAL)).isBetween(4L, 12L);
        assertThat(risks.get(ChurnRisk.CRITICAL) + risks.get(ChurnRisk.HIGH)).isBetween(19L, 30L);
    }

    @Test
    void leads_the_risk_list_with_a_large_account_that_slid_for_half_a_year() {
        AccountHealth worst = SAMPLE.in(Sample.NEWEST).stream()
                .filter(health -> health.risk() == ChurnRisk.CRITICAL)
                .max(Comparator.comparing(this::revenue))
                .orElseThrow();

        assertThat(scores(worst.score().snapshot().account()))
                .containsExactly(84L, 88L, 83L, 82L, 87L, 85L, 65L, 60L, 49L, 39L, 28L, 31L);
        assertThat(revenue(worst)).isGreaterThan(new BigDecimal("200000"));
        assertThat(worst.score().losses().stream().map(Contribution::reason).limit(4))
                .containsExactly(
                        "11 % of the plan's features are used",
                        "usage is declining",
                        "ticket sentiment is negative and 7 tickets are open",
                        "the contract renews in 41 days");
    }

    @Test
    void gives_the_ten_most_at_risk_different_first_reasons() {
        List<String> signals = SAMPLE.in(Sample.NEWEST).stream()
                .filter(AccountHealth::shouldAlert)
                .sorted(Comparator.comparing(AccountHealth::risk)
                        .thenComparing(Comparator.comparing(this::revenue).reversed()))
                .limit(10)
                .map(health -> health.score().losses().get(0).measure().name())
                .distinct()
                .toList();

        assertThat(signals).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void tells_of_an_account_that_fell_from_green_to_red_and_came_back() {
        assertThat(scores(new AccountId("junipermere-security")))
                .containsExactly(88L, 88L, 78L, 64L, 58L, 42L, 34L, 49L, 56L, 64L, 70L, 89L);
    }

    @Test
    void has_several_accounts_that_recovered_from_red_to_green() {
        long recovered = SAMPLE.in(Sample.NEWEST).stream()
                .filter(health -> health.score().rag() == Rag.GREEN)
                .filter(health -> SAMPLE.history(health.score().snapshot().account()).stream()
                        .anyMatch(earlier -> earlier.score().rag() == Rag.RED))
                .count();

        assertThat(recovered).isBetween(3L, 12L);
    }

    @Test
    void loses_eight_to_ten_accounts_most_of_them_after_a_decline_and_some_without_a_warning() {
        List<Account> churned = SAMPLE.portfolio().accounts().stream()
                .filter(account -> account.churnedOn().isPresent())
                .toList();

        long wereGreen = churned.stream()
                .filter(account -> lastScore(account.id()) >= 68)
                .count();
        long wereLow = churned.stream()
                .filter(account -> lastScore(account.id()) <= 45)
                .count();

        assertThat(churned).hasSizeBetween(8, 10);
        assertThat(wereGreen).isBetween(1L, 2L);
        assertThat(wereLow).isEqualTo(churned.size() - wereGreen);
    }

    @Test
    void has_gaps_as_real_data_do() {
        List<SignalSnapshot> newest = SAMPLE.in(Sample.NEWEST).stream()
                .map(health -> health.score().snapshot())
                .toList();

        assertThat(newest).anyMatch(snapshot -> !snapshot.isGiven(StandardSignals.NPS_SCORE));
        assertThat(newest).anyMatch(snapshot -> !snapshot.isGiven(StandardSignals.LOGIN_FREQUENCY_DAYS));
        assertThat(newest).anyMatch(snapshot -> !snapshot.isGiven(StandardSignals.DAYS_TO_RENEWAL));
        assertThat(newest).anyMatch(snapshot -> !snapshot.isGiven(StandardSignals.DAYS_SINCE_LAST_INTERACTION));
    }

    @Test
    void has_seats_above_what_was_bought_dead_seats_and_a_renewal_date_that_passed() {
        assertThat(newest(StandardSignals.SEATS_UTILIZATION_RATE))
                .anyMatch(rate -> rate > 1.1)
                .anyMatch(rate -> rate < 0.4);
        assertThat(newest(StandardSignals.DAYS_TO_RENEWAL)).anyMatch(days -> days < -5);
    }

    private List<Double> newest(Signal signal) {
        return SAMPLE.in(Sample.NEWEST).stream()
                .flatMap(health ->
                        health.score().snapshot().value(signal).stream().boxed())
                .toList();
    }

    private BigDecimal revenue(AccountHealth health) {
        return SAMPLE.account(health.score().snapshot().account())
                .arr()
                .orElseThrow()
                .amount();
    }

    private static double lastScore(AccountId account) {
        List<AccountHealth> history = SAMPLE.history(account);
        return history.get(history.size() - 1).score().value();
    }

    private static List<Long> scores(AccountId account) {
        return SAMPLE.history(account).stream()
                .map(health -> Math.round(health.score().value()))
                .toList();
    }
}
