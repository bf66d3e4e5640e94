package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.access.TenantId;
import io.csm.application.change.port.ChangeRepository;
import io.csm.application.delivery.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repository of changes must keep to. */
public abstract class ChangeRepositoryContract extends PortsContract {

    @BeforeEach
    void some_accounts_are_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two"), named("A-3", "Three")));
    }

    private ChangeRepository changes() {
        return ports().changes();
    }

    private void mark(Instant at, String... accounts) {
        changes().mark(ACME, Stream.of(accounts).map(Fixtures::account).toList(), at);
    }

    @Test
    void nothing_changed_is_nothing_to_take() {
        mark(MONDAY);

        assertThat(changes().take(ACME, 10, WEDNESDAY)).isEmpty();
        assertThat(changes().listTenants()).isEmpty();
    }

    @Test
    void a_change_is_taken_once() {
        mark(MONDAY.plusNanos(999), "A-1");

        assertThat(changes().take(ACME, 10, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), MONDAY));
        assertThat(changes().take(ACME, 10, WEDNESDAY)).isEmpty();
    }

    @Test
    void several_changes_of_an_account_are_taken_as_its_earliest() {
        mark(WEDNESDAY, "A-1", "A-1");
        mark(MONDAY, "A-1", "A-2");
        mark(TUESDAY, "A-1");

        assertThat(changes().take(ACME, 1, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), MONDAY));
        assertThat(changes().take(ACME, 1, WEDNESDAY)).isEqualTo(Map.of(account("A-2"), MONDAY));
        assertThat(changes().take(ACME, 1, WEDNESDAY)).isEmpty();
    }

    @Test
    void those_that_waited_longest_come_first_and_no_more_than_asked_for() {
        mark(MONDAY, "A-3");
        mark(MONDAY, "A-1");
        mark(MONDAY, "A-2");

        assertThat(new ArrayList<>(changes().take(ACME, 2, WEDNESDAY).keySet()))
                .containsExactly(account("A-3"), account("A-1"));
        assertThat(changes().take(ACME, 2, WEDNESDAY).keySet()).containsExactly(account("A-2"));
    }

    @Test
    void many_changes_of_few_accounts_are_all_taken_in_the_end() {
        for (int i = 0; i < 100; i++) {
            mark(MONDAY.plusSeconds(i), "A-1", "A-2", "A-3");
        }

        int taken = 0;
        while (!changes().take(ACME, 1, WEDNESDAY).isEmpty()) {
            taken++;
        }

        assertThat(taken).isBetween(3, 300);
    }

    @Test
    void a_change_of_a_later_instant_is_left_for_then() {
        mark(TUESDAY, "A-1", "A-2");
        mark(TUESDAY.plusNanos(1_000), "A-2");
        mark(TUESDAY.plusNanos(1_000), "A-3");

        assertThat(changes().take(ACME, 10, TUESDAY.minusNanos(1))).isEmpty();
        assertThat(changes().take(ACME, 10, TUESDAY)).containsOnlyKeys(account("A-1"), account("A-2"));
        assertThat(changes().take(ACME, 10, TUESDAY.plusNanos(1_000)))
                .isEqualTo(Map.of(account("A-2"), TUESDAY.plusNanos(1_000), account("A-3"), TUESDAY.plusNanos(1_000)));
    }

    @Test
    void unknown_accounts_are_left_out() {
        mark(MONDAY, "A-9");
        assertThat(changes().listTenants()).isEmpty();
        mark(MONDAY, "A-9", "A-1");

        assertThat(changes().take(ACME, 10, WEDNESDAY).keySet()).containsExactly(account("A-1"));
    }

    @Test
    void what_is_taken_in_a_unit_that_is_undone_waits_again() {
        mark(MONDAY, "A-1");
        mark(TUESDAY, "A-2");

        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    assertThat(changes().take(ACME, 10, WEDNESDAY)).hasSize(2);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(changes().take(ACME, 10, WEDNESDAY))
                .isEqualTo(Map.of(account("A-1"), MONDAY, account("A-2"), TUESDAY));
    }

    @Test
    void what_is_marked_in_a_unit_that_is_undone_does_not_wait_and_can_be_marked_again() {
        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    mark(MONDAY, "A-1");
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(changes().take(ACME, 10, WEDNESDAY)).isEmpty();
        assertThat(changes().listTenants()).isEmpty();

        mark(MONDAY, "A-1");

        assertThat(changes().listTenants()).containsExactly(ACME);
    }

    @Test
    void a_tenant_of_which_a_scan_was_stored_is_listed() {
        ports().scans().save(GLOBEX, aScan("s-1", "file:a", MONDAY));
        ports().scans().save(GLOBEX, aScan("s-2", "file:b", MONDAY));

        assertThat(changes().listTenants()).containsExactly(GLOBEX);
    }

    @Test
    void a_tenant_of_which_something_is_to_go_out_is_listed() {
        ports().deliveries().append(ACME, List.of());
        assertThat(changes().listTenants()).isEmpty();

        ports().deliveries()
                .append(ACME, List.of(Delivery.waiting("chat", "k-1", Optional.empty(), "a title", Map.of(), MONDAY)));

        assertThat(changes().listTenants()).containsExactly(ACME);
    }

    @Test
    void a_tenant_is_not_listed_when_the_unit_in_which_it_was_met_is_undone() {
        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    ports().scans().save(ACME, aScan("s-1", "file:a", MONDAY));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(changes().listTenants()).isEmpty();

        ports().scans().save(ACME, aScan("s-1", "file:a", MONDAY));

        assertThat(changes().listTenants()).containsExactly(ACME);
    }

    @Test
    void tenants_are_listed_by_id_for_ever() {
        TenantId last = new TenantId("zeta");
        for (TenantId tenant : List.of(last, GLOBEX, ACME)) {
            ports().accounts().saveAll(tenant, List.of(named("A-1", "One")));
            changes().mark(tenant, List.of(account("A-1")), MONDAY);
            changes().mark(tenant, List.of(account("A-1")), TUESDAY);
            changes().take(tenant, 10, WEDNESDAY);
        }

        assertThat(changes().listTenants()).containsExactly(ACME, GLOBEX, last);
    }
}
