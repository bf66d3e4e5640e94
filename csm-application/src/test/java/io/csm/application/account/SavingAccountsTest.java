package io.csm.application.account;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.SettableClock;
import io.csm.domain.account.Account;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Viewpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavingAccountsTest {

    private static final Account FREE =
            Account.named(account("A-1"), "One").withPlan("free").build();
    private static final Account PRO = Account.named(account("A-1"), "One")
            .withPlan("pro")
            .withPlanFeatures(9)
            .build();

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());
    private final CustomerSuccess.Ports ports = csm.ports();

    private void save(Instant at, Account... accounts) {
        csm.saveAccounts().save(MIA, List.of(accounts), at);
    }

    private Terms terms(Instant knownOn) {
        return ports.facts()
                .find(ACME, account("A-1"), new Viewpoint(WEDNESDAY, knownOn))
                .terms();
    }

    @Test
    void the_account_is_what_was_saved_last_and_its_terms_have_a_history() {
        save(MONDAY, FREE);
        save(TUESDAY, PRO);

        assertThat(ports.accounts().find(ACME, account("A-1"))).contains(PRO);
        assertThat(terms(MONDAY)).isEqualTo(Terms.of(FREE));
        assertThat(terms(TUESDAY)).isEqualTo(Terms.of(PRO));
    }

    @Test
    void a_new_account_is_marked_even_if_nothing_is_known_of_it() {
        save(MONDAY, named("A-1", "One"));

        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), MONDAY));
    }

    @Test
    void only_other_terms_mark_an_account() {
        save(MONDAY, FREE, named("A-2", "Two"));
        ports.changes().take(ACME, 9, WEDNESDAY);

        save(TUESDAY, PRO, named("A-2", "Renamed"));

        assertThat(ports.changes().take(ACME, 9, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), TUESDAY));
    }
}
