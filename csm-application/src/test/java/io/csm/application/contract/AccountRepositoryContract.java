package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.account.port.AccountRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.account.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a repository of accounts must keep to. */
public abstract class AccountRepositoryContract extends PortsContract {

    /** An account of which nothing is absent. */
    static Account everythingKnown(String id) {
        return Account.named(account(id), "Initech, Inc. – Zürich")
                .withPlan("pro")
                .withPlanFeatures(1)
                .withSegmentTags(List.of("emea", "{\"a,b\"}", ""))
                .withStage("adoption")
                .withArr(Money.of("12345678901234567890.10", "CHF"))
                .withSeatsBought(0)
                .withStartedOn(LocalDate.of(2020, 2, 29))
                .withRenewsOn(LocalDate.of(2027, 12, 31))
                .withOwner("mia@example.com")
                .withStatus(AccountStatus.INACTIVE)
                .build();
    }

    private AccountRepository accounts() {
        return ports().accounts();
    }

    private void save(Account... all) {
        accounts().saveAll(ACME, List.of(all));
    }

    @Test
    void an_account_comes_back_as_it_was_saved() {
        Account churned = Account.named(account("A-2"), "Left")
                .withChurn(LocalDate.of(2026, 1, 31), Optional.of("price"))
                .build();
        Account someday = Account.named(account("A-4"), "Left someday")
                .withStatus(AccountStatus.CHURNED)
                .build();
        save(everythingKnown("A-1"), churned, Account.known(account("A-3")), someday);

        assertThat(accounts().find(ACME, account("A-1"))).contains(everythingKnown("A-1"));
        assertThat(accounts().find(ACME, account("A-2"))).contains(churned);
        assertThat(accounts().find(ACME, account("A-3"))).contains(Account.known(account("A-3")));
        assertThat(accounts().find(ACME, account("A-4"))).contains(someday);
        assertThat(accounts().find(ACME, account("a-1"))).isEmpty();
    }

    @Test
    void saving_replaces_all_that_was_known() {
        save(everythingKnown("A-1"));

        save(named("A-1", "Initrode"));

        assertThat(accounts().find(ACME, account("A-1"))).contains(named("A-1", "Initrode"));
        assertThat(accounts().count(ACME)).isEqualTo(1);
    }

    @Test
    void of_one_account_twice_the_last_is_kept() {
        save(named("A-1", "First"), named("A-2", "Other"), named("A-1", "Last"));

        assertThat(accounts().find(ACME, account("A-1"))).contains(named("A-1", "Last"));
    }

    @Test
    void of_many_asked_for_those_that_are_known_come_back_once() {
        save(everythingKnown("A-1"), named("A-2", "Other"));

        assertThat(accounts().findAll(ACME, List.of(account("A-1"), account("A-9"), account("A-1"))))
                .containsExactly(everythingKnown("A-1"));
        assertThat(accounts().findAll(GLOBEX, List.of(account("A-1")))).isEmpty();
        assertThat(accounts().findAll(ACME, List.of())).isEmpty();
    }

    @Test
    void nothing_saved_is_nothing_stored() {
        save();

        assertThat(accounts().count(ACME)).isZero();
    }

    @Test
    void a_list_begins_with_the_text_in_id_or_name_whatever_the_case() {
        save(
                named("acct-2", "Österreich AG"),
                named("ACCT-1", "Initech"),
                named("x-3", "acct of Initech"),
                named("x-4", "öl"));

        assertThat(ids("Acct", 10)).containsExactly("ACCT-1", "acct-2", "x-3");
        assertThat(ids("ÖST", 10)).containsExactly("acct-2");
        assertThat(ids("Ö", 10)).containsExactly("acct-2", "x-4");
        assertThat(ids("", 2)).containsExactly("ACCT-1", "acct-2");
        assertThat(ids("ech", 10)).isEmpty();
    }

    @Test
    void a_percent_sign_in_a_search_is_only_a_percent_sign() {
        save(named("A-1", "100 % Juice"), named("A-2", "Juice_"));

        assertThat(ids("%", 10)).isEmpty();
        assertThat(ids("100 %", 10)).containsExactly("A-1");
        assertThat(ids("juic_", 10)).isEmpty();
    }

    private List<String> ids(String text, int limit) {
        return accounts().listStartingWith(ACME, text, limit).stream()
                .map(account -> account.id().value())
                .toList();
    }
}
