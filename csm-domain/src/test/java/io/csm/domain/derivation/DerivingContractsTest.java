package io.csm.domain.derivation;

import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.TODAY;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.id;
import static io.csm.domain.fixture.AccountFixture.inDays;
import static io.csm.domain.fixture.SubscriptionFixture.aSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Money;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fixture.AccountFixture;
import io.csm.domain.fixture.SubscriptionFixture;
import io.csm.domain.signal.StandardSignals;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivingContractsTest {

    private static final LocalDate A_YEAR_AGO = inDays(-365);

    @ParameterizedTest(name = "due in {0} days, paid in {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # due in | paid in | status
              1      | -       | current
              0      | -       | current
              -1     | -       | overdue_30
              -30    | -       | overdue_30
              -31    | -       | overdue_60
              -60    | -       | overdue_60
              -61    | -       | overdue_90_plus
              -900   | -       | overdue_90_plus
              -31    | -1      | current
              -31    | 0       | current
              -31    | 1       | overdue_60
            """)
    void judges_by_the_oldest_unpaid_invoice(int due, String paid, String status) {
        Optional<LocalDate> paidOn = "-".equals(paid) ? Optional.empty() : Optional.of(inDays(Integer.parseInt(paid)));
        AccountFixture account = anAccount()
                .invoice(inDays(due), paidOn)
                .invoice(inDays(20), Optional.empty())
                .invoice(inDays(-95), Optional.of(inDays(-95)));

        assertThat(Derived.shown("invoice_payment_status", account.build())).isEqualTo(status);
    }

    @Test
    void takes_the_earliest_due_date_and_not_the_earliest_invoice() {
        AccountFacts facts = anAccount()
                .with(invoice("early", inDays(-100), inDays(-5)))
                .with(invoice("late", inDays(-50), inDays(-40)))
                .build();

        assertThat(Derived.shown("invoice_payment_status", facts)).isEqualTo("overdue_60");
    }

    @Test
    void has_nothing_to_pay_without_invoices_or_before_they_are_issued() {
        assertThat(Derived.shown("invoice_payment_status", anAccount().build())).isEqualTo("current");
        assertThat(Derived.shown(
                        "invoice_payment_status",
                        anAccount()
                                .with(invoice("tomorrow", inDays(1), inDays(1)))
                                .build()))
                .isEqualTo("current");
    }

    private static Invoice invoice(String id, LocalDate issuedOn, LocalDate dueOn) {
        return new Invoice(ACME, id(id), Money.of("1", "EUR"), issuedOn, dueOn, Optional.empty());
    }

    @ParameterizedTest(name = "renews in {0} days")
    @CsvSource({"100", "1", "0", "-1", "-4000"})
    void counts_the_days_to_the_renewal_of_the_record(int days) {
        AccountFacts facts = anAccount()
                .withRenewsOn(inDays(days))
                .with(aSubscription(inDays(-5)).renewingOn(inDays(3)))
                .build();

        assertThat(Derived.shown("days_to_renewal", facts)).isEqualTo(String.valueOf(days));
    }

    @Test
    void takes_the_earliest_renewal_of_what_runs() {
        AccountFixture account = anAccount()
                .with(aSubscription(inDays(-5)))
                .with(aSubscription(inDays(-5)).renewingOn(inDays(2)).onTrial())
                .with(aSubscription(inDays(1)).renewingOn(inDays(2)))
                .with(aSubscription(inDays(-5)).renewingOn(inDays(2)).endingOn(inDays(-1)));

        assertThat(Derived.shown("days_to_renewal", account.build())).isEqualTo("-");

        account.with(aSubscription(inDays(-5)).annual());
        assertThat(Derived.shown("days_to_renewal", account.build())).isEqualTo("360");

        account.with(aSubscription(inDays(-5)).endingOn(inDays(90)));
        assertThat(Derived.shown("days_to_renewal", account.build())).isEqualTo("90");

        account.with(aSubscription(inDays(-5)).renewingOn(inDays(-3)));
        assertThat(Derived.shown("days_to_renewal", account.build())).isEqualTo("-3");
    }

    @ParameterizedTest(name = "{0} after {1}: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # now        | before   | rate    | status
              100        | 100      | 0       | stable
              104.99     | 100      | 0.0499  | stable
              105        | 100      | 0.05    | expanding
              95.01      | 100      | -0.0499 | stable
              95         | 100      | -0.05   | contracting
              0          | 100      | -1      | contracting
              0          | 0        | -       | -
              100        | 0        | -       | -
              10100      | 100      | 100     | expanding
              10101      | 100      | 100     | expanding
              -          | 100      | -1      | contracting
              100        | -        | -       | -
            """)
    void compares_revenue_with_the_year_before(String now, String before, String rate, String status) {
        AccountFixture account = anAccount();
        if (!"-".equals(before)) {
            account.with(aSubscription(inDays(-400)).arr(before, "EUR").endingOn(inDays(-1)));
        }
        if (!"-".equals(now)) {
            account.with(aSubscription(inDays(-9)).arr(now, "EUR"));
        }

        assertThat(Derived.shown("arr_growth_rate", account.build())).isEqualTo(rate);
        assertThat(Derived.shown("growth_status", account.build())).isEqualTo(status);
    }

    @Test
    void subtracts_before_it_becomes_inexact() {
        AccountFacts facts = anAccount()
                .with(aSubscription(A_YEAR_AGO).arr("2.60", "EUR").endingOn(inDays(-1)))
                .with(aSubscription(TODAY).arr("2.73", "EUR"))
                .build();

        assertThat((2.73 - 2.6) / 2.6).isLessThan(0.05);
        assertThat(Derived.derivation(StandardSignals.ARR_GROWTH_RATE).derive(facts))
                .map(DerivedValue::value)
                .contains(0.05);
        assertThat(Derived.shown("growth_status", facts)).isEqualTo("expanding");
    }

    @Test
    void counts_what_runs_on_each_of_the_two_days_both_ends_included() {
        AccountFixture account = anAccount()
                .with(aSubscription(A_YEAR_AGO).arr("100", "EUR"))
                .with(aSubscription(A_YEAR_AGO.minusDays(9)).arr("100", "EUR").endingOn(A_YEAR_AGO))
                .with(aSubscription(A_YEAR_AGO.minusDays(9)).arr("7", "EUR").endingOn(A_YEAR_AGO.minusDays(1)))
                .with(aSubscription(A_YEAR_AGO.plusDays(1)).arr("100", "EUR").endingOn(TODAY))
                .with(aSubscription(TODAY).arr("100", "EUR"))
                .with(aSubscription(TODAY.plusDays(1)).arr("7", "EUR"))
                .with(aSubscription(A_YEAR_AGO).arr("7", "EUR").onTrial())
                .with(aSubscription(A_YEAR_AGO));

        assertThat(Derived.shown("arr_growth_rate", account.build())).isEqualTo("0.5");
    }

    @ParameterizedTest(name = "{0} now, {1} before: {2}")
    @CsvSource({"EUR, EUR, 1", "EUR, USD, -", "USD, EUR, -"})
    void compares_no_revenue_in_several_currencies(String now, String before, String rate) {
        AccountFacts facts = anAccount()
                .with(aSubscription(A_YEAR_AGO).arr("100", "EUR"))
                .with(aSubscription(A_YEAR_AGO).arr("100", before).endingOn(inDays(-9)))
                .with(aSubscription(inDays(-9)).arr("300", now))
                .build();

        assertThat(Derived.shown("arr_growth_rate", facts)).isEqualTo(rate);
        assertThat(Derived.shown("growth_status", facts)).isEqualTo("-".equals(rate) ? "-" : "expanding");
    }

    @ParameterizedTest(name = "ARR of {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # arr     | band
            100000.01 | enterprise
            100000    | enterprise
            99999.99  | mid_market
            25000     | mid_market
            24999.99  | small
            0         | small
            """)
    void sorts_contracts_by_value(String arr, String band) {
        SubscriptionFixture other = aSubscription(inDays(-9)).arr("1000000", "USD");

        assertThat(Derived.shown(
                        "contract_value_band",
                        anAccount().withArr(arr, "JPY").with(other).build()))
                .isEqualTo(band);
        assertThat(Derived.shown(
                        "contract_value_band",
                        anAccount().with(aSubscription(TODAY).arr(arr, "JPY")).build()))
                .isEqualTo(band);
    }

    @Test
    void adds_up_what_runs_in_one_currency() {
        AccountFixture account = anAccount()
                .with(aSubscription(inDays(-9)))
                .with(aSubscription(inDays(1)).arr("100000", "USD"))
                .with(aSubscription(inDays(-9)).arr("100000", "USD").onTrial());

        assertThat(Derived.shown("contract_value_band", account.build())).isEqualTo("-");

        account.with(aSubscription(inDays(-9)).arr("24999.99", "EUR"));
        assertThat(Derived.shown("contract_value_band", account.build())).isEqualTo("small");

        account.with(aSubscription(inDays(-9)).arr("0.01", "EUR"));
        assertThat(Derived.shown("contract_value_band", account.build())).isEqualTo("mid_market");

        account.with(aSubscription(inDays(-9)).arr("0.01", "USD"));
        assertThat(Derived.shown("contract_value_band", account.build())).isEqualTo("-");
    }

    @ParameterizedTest(name = "stage {0}: {1}")
    @CsvSource({
        "onboarding, onboarding",
        "adoption, adoption",
        "maturity, maturity",
        "renewal, renewal",
        "Renewal, -",
        "expansion, -"
    })
    void knows_four_stages(String stage, String expected) {
        assertThat(Derived.shown("lifecycle_stage", anAccount().withStage(stage).build()))
                .isEqualTo(expected);
        assertThat(Derived.shown("lifecycle_stage", anAccount().build())).isEqualTo("-");
    }
}
