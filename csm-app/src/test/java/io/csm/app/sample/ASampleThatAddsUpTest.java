package io.csm.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ASampleThatAddsUpTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Sample SAMPLE = Sample.asOf(DAY);

    @Test
    void is_the_same_whatever_the_locale_and_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            SamplePortfolio again = SamplePortfolio.asOf(DAY);

            assertThat(again.accounts()).isEqualTo(SAMPLE.portfolio().accounts());
            IntStream.rangeClosed(0, Sample.NEWEST)
                    .forEach(month -> assertThat(Sample.snapshots(again, month))
                            .isEqualTo(Sample.snapshots(SAMPLE.portfolio(), month)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void keeps_ids_names_and_revenue_on_another_day() {
        List<Account> later = SamplePortfolio.asOf(DAY.plusDays(500)).accounts();

        assertThat(later).extracting(Account::id).isEqualTo(ids());
        assertThat(later)
                .extracting(Account::arr)
                .isEqualTo(
                        SAMPLE.portfolio().accounts().stream().map(Account::arr).toList());
    }

    @Test
    void has_two_hundred_accounts_with_ids_and_names_of_their_own_in_order() {
        assertThat(ids()).hasSize(200).doesNotHaveDuplicates().isSorted();
        assertThat(SAMPLE.portfolio().accounts()).extracting(Account::name).doesNotHaveDuplicates();
        assertThat(ids()).allMatch(id -> id.value().matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void knows_the_facts_of_every_account_in_one_currency() {
        assertThat(SAMPLE.portfolio().accounts()).allSatisfy(account -> {
            assertThat(account.arr().orElseThrow().currency().getCurrencyCode()).isEqualTo("EUR");
            assertThat(account.arr().orElseThrow().amount()).isPositive();
            assertThat(account.seatsBought().orElseThrow()).isPositive();
            assertThat(account.owner()).isPresent();
            assertThat(account.stage()).isPresent();
            assertThat(account.segmentTags()).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
            assertThat(account.startedOn().orElseThrow()).isBeforeOrEqualTo(DAY);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-03-31", "2024-02-29"})
    void has_twelve_months_each_a_month_after_the_one_before(String last) {
        List<LocalDate> months = SamplePortfolio.asOf(LocalDate.parse(last)).months();

        assertThat(months).hasSize(12).endsWith(LocalDate.parse(last));
        IntStream.range(1, 12)
                .forEach(month -> assertThat(ChronoUnit.DAYS.between(months.get(month - 1), months.get(month)))
                        .isBetween(28L, 31L));
    }

    @Test
    void has_snapshots_of_an_account_from_its_start_until_it_left() {
        for (int month = 0; month <= Sample.NEWEST; month++) {
            LocalDate day = SAMPLE.day(month);
            List<AccountId> known = SAMPLE.portfolio().accounts().stream()
                    .filter(account -> !account.startedOn().orElseThrow().isAfter(day))
                    .filter(account -> account.churnedOn().map(day::isBefore).orElse(true))
                    .map(Account::id)
                    .toList();

            assertThat(SAMPLE.in(month))
                    .extracting(health -> health.score().snapshot().account())
                    .isEqualTo(known);
        }
    }

    @Test
    void counts_down_to_a_renewal_that_moves_by_whole_terms() {
        SAMPLE.forEachStep((before, after) -> {
            Optional<LocalDate> earlier = renewal(before);
            Optional<LocalDate> later = renewal(after);

            assertThat(later.isPresent()).isEqualTo(earlier.isPresent());
            earlier.ifPresent(date -> assertThat(ChronoUnit.MONTHS.between(date, later.orElseThrow()))
                    .as("%s to %s of %s", date, later, after.account())
                    .isIn(0L, 12L, 24L));
        });
    }

    @Test
    void agrees_with_the_renewal_date_of_the_account() {
        for (AccountHealth health : SAMPLE.in(Sample.NEWEST)) {
            SignalSnapshot snapshot = health.score().snapshot();

            assertThat(renewal(snapshot))
                    .isEqualTo(SAMPLE.account(snapshot.account()).renewsOn());
        }
    }

    @Test
    void lets_silence_grow_day_by_day_until_the_next_conversation() {
        SAMPLE.forEachStep((before, after) -> {
            double apart = ChronoUnit.DAYS.between(day(before), day(after));
            double earlier =
                    before.value(StandardSignals.DAYS_SINCE_LAST_INTERACTION).orElse(0);
            double later =
                    after.value(StandardSignals.DAYS_SINCE_LAST_INTERACTION).orElse(0);

            assertThat(later == earlier + apart || later <= apart)
                    .as("%s, then %s", before, after)
                    .isTrue();
        });
    }

    @Test
    void keeps_an_nps_answer_for_180_days_at_most() {
        SAMPLE.forEachStep((before, after) -> {
            Optional<SignalOrigin> earlier = before.origin(StandardSignals.NPS_SCORE);
            Optional<SignalOrigin> later = after.origin(StandardSignals.NPS_SCORE);

            later.ifPresent(origin -> assertThat(Duration.between(origin.observedAt(), after.takenAt()))
                    .isBetween(Duration.ZERO, Duration.ofDays(180)));
            if (earlier.isPresent() && earlier.equals(later)) {
                assertThat(after.value(StandardSignals.NPS_SCORE)).isEqualTo(before.value(StandardSignals.NPS_SCORE));
            }
        });
    }

    @Test
    void lets_an_invoice_become_overdue_one_step_a_month() {
        SAMPLE.forEachStep((before, after) -> assertThat(after.value(StandardSignals.INVOICE_PAYMENT_STATUS)
                                .orElseThrow()
                        - before.value(StandardSignals.INVOICE_PAYMENT_STATUS).orElseThrow())
                .isLessThanOrEqualTo(1));
    }

    @Test
    void has_a_technical_account_manager_for_enterprises_alone() {
        assertThat(SAMPLE.in(Sample.NEWEST))
                .filteredOn(health -> health.score().snapshot().isGiven(StandardSignals.TAM_HEALTH_RAG))
                .hasSizeGreaterThan(20)
                .allMatch(health -> SAMPLE.account(health.score().snapshot().account())
                        .plan()
                        .equals(Optional.of("enterprise")));
    }

    @Test
    void observes_every_value_at_its_source_before_the_snapshot_is_taken() {
        SAMPLE.forEachStep((before, after) -> {
            assertThat(after.takenAt().atOffset(ZoneOffset.UTC).toLocalTime()).isEqualTo(LocalTime.of(6, 0));
            for (Signal signal : after.givenSignals()) {
                assertThat(after.origin(signal).orElseThrow().observedAt()).isBeforeOrEqualTo(after.takenAt());
            }
        });
    }

    @Test
    void repeats_the_last_values_of_a_product_that_was_silent_for_a_month() {
        int[] silent = {0};

        SAMPLE.forEachStep((before, after) -> {
            Optional<SignalOrigin> product = after.origin(StandardSignals.FEATURE_ADOPTION_RATE);
            if (product.equals(before.origin(StandardSignals.FEATURE_ADOPTION_RATE))) {
                silent[0]++;
                assertThat(after.value(StandardSignals.FEATURE_ADOPTION_RATE))
                        .isEqualTo(before.value(StandardSignals.FEATURE_ADOPTION_RATE));
                assertThat(after.value(StandardSignals.USAGE_TREND))
                        .isEqualTo(before.value(StandardSignals.USAGE_TREND));
            }
        });

        assertThat(silent[0]).isBetween(10, 60);
    }

    @Test
    void leaves_out_what_a_shorter_catalogue_does_not_know() {
        SignalCatalogue thirteen = SignalCatalogue.of(StandardSignals.THIRTEEN);

        assertThat(Sample.snapshots(SAMPLE.portfolio(), Sample.NEWEST, thirteen))
                .hasSameSizeAs(SAMPLE.in(Sample.NEWEST))
                .allMatch(snapshot -> StandardSignals.THIRTEEN.containsAll(snapshot.givenSignals()));
    }

    @Test
    void says_which_months_it_has_when_asked_for_another() {
        assertThatThrownBy(() -> SAMPLE.portfolio().snapshots(DAY.minusDays(1), StandardSignals.CATALOGUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-05-30, 2026-06-30] but not of 2026-06-29");
    }

    private static List<AccountId> ids() {
        return SAMPLE.portfolio().accounts().stream().map(Account::id).toList();
    }

    private static LocalDate day(SignalSnapshot snapshot) {
        return snapshot.takenAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<LocalDate> renewal(SignalSnapshot snapshot) {
        return snapshot.value(StandardSignals.DAYS_TO_RENEWAL).stream()
                .mapToObj(days -> day(snapshot).plusDays((long) days))
                .findFirst();
    }
}
