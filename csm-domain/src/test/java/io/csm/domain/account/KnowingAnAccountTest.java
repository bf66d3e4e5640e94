package io.csm.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowingAnAccountTest {

    private static final AccountId ACME = new AccountId("A-1");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

    @Test
    void needs_nothing_but_its_id() {
        Account account = Account.known(ACME);

        assertThat(account.name()).isEqualTo("A-1");
        assertThat(account.arr()).isEmpty();
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void shows_its_id_for_a_blank_name() {
        assertThat(Account.named(ACME, " ").build()).hasToString("A-1 (A-1)");
        assertThat(Account.named(ACME, "Acme").build()).hasToString("Acme (A-1)");
    }

    @Test
    void stays_churned_once_it_left() {
        Account account = Account.named(ACME, "Acme")
                .withChurn(LAST_DAY, Optional.of("price"))
                .withStatus(AccountStatus.ACTIVE)
                .build();

        assertThat(account.status()).isEqualTo(AccountStatus.CHURNED);
        assertThat(account.churnedOn()).contains(LAST_DAY);
    }

    @Test
    void is_equal_when_every_fact_is() {
        Account account = Account.named(ACME, "Acme").withSeatsBought(5).build();

        assertThat(account)
                .isEqualTo(Account.named(ACME, "Acme").withSeatsBought(5).build())
                .isNotEqualTo(Account.named(ACME, "Acme").withSeatsBought(6).build());
    }

    @Test
    void refuses_less_than_no_seats() {
        assertThatThrownBy(() -> Account.named(ACME, "Acme").withSeatsBought(-1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seats bought must be at least 0 but was -1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A\n1", "A\u00001"})
    void refuses_an_id_that_is_blank_or_holds_control_characters(String id) {
        assertThatThrownBy(() -> new AccountId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("account id must not ");
    }

    @Test
    void refuses_an_id_longer_than_200_characters() {
        assertThat(new AccountId("x".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new AccountId("x".repeat(201)))
                .hasMessage("account id must have at most 200 characters but has 201: " + "x".repeat(40) + "...");
    }

    @Test
    void adds_money_of_one_currency_only() {
        assertThat(Money.of("10.10", "EUR").plus(Money.of("0.20", "EUR"))).hasToString("10.30 EUR");
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amounts in EUR and USD cannot be added without a rate");
    }
}
