package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.delivery.Delivery.State.DEAD;
import static io.csm.application.delivery.Delivery.State.DELIVERED;
import static io.csm.application.delivery.Delivery.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.account.AccountNotFound;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.delivery.port.DeliveryRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repository of events and deliveries must keep to. */
public abstract class DeliveryRepositoryContract extends PortsContract {

    private static final Set<Delivery.State> ALL = EnumSet.allOf(Delivery.State.class);

    @BeforeEach
    void an_account_is_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One")));
    }

    private DeliveryRepository deliveries() {
        return ports().deliveries();
    }

    private static DomainEvent event(String id, Instant at) {
        return new DomainEvent(id, "alert_raised", Optional.empty(), at, Map.of());
    }

    private static Delivery to(String channel, String key) {
        return to(channel, key, Map.of());
    }

    private static Delivery to(String channel, String key, Map<String, Object> content) {
        return Delivery.waiting(channel, key, Optional.of(account("A-1")), "Zoë's \"alert\"", content, MONDAY);
    }

    private void append(Delivery... all) {
        deliveries().append(ACME, List.of(all));
    }

    private List<Delivery> lease(String channel, Instant now) {
        return deliveries().lease(ACME, channel, now, now.plusSeconds(60), 9);
    }

    private static List<String> keys(List<Delivery> all) {
        return all.stream().map(Delivery::key).toList();
    }

    private List<String> leased(Instant now) {
        return keys(lease("chat", now));
    }

    private Delivery only() {
        List<Delivery> all = deliveries().list(ACME, ALL, 9);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Everything that a content may hold, in an order that no sorting makes. */
    private static Map<String, Object> everything() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("z", "Zoë \u0000 \uD83D\uDE00 \"\\ \n</script>");
        content.put("", "");
        content.put("a", null);
        content.put("decimals", decimals());
        content.put("whole", List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
        content.put("flags", List.of(true, false));
        content.put("nested", List.of(List.of(), Map.of(), Arrays.asList(null, Map.of("deep", List.of(1L)))));
        content.put("B", Map.of("only", new BigDecimal("0.10")));
        return content;
    }

    private static List<Object> decimals() {
        List<Object> decimals = new ArrayList<>();
        for (String decimal :
                List.of("1.50", "5", "0", "-0.000", "1E+3", "1E-400", "123456789012345678901234567890.123456789")) {
            decimals.add(new BigDecimal(decimal));
        }
        return decimals;
    }

    @Test
    void an_event_comes_back_as_appended() {
        DomainEvent ofAnAccount =
                new DomainEvent("e-1", "alert_raised", Optional.of(account("A-1")), TUESDAY, everything());
        DomainEvent ofThePortfolio = new DomainEvent("e-2", "scan_completed", Optional.empty(), MONDAY, Map.of());

        deliveries().appendEvents(ACME, List.of(ofThePortfolio, ofAnAccount));

        assertThat(deliveries().listEvents(ACME, 9)).containsExactly(ofAnAccount, ofThePortfolio);
    }

    @Test
    void an_event_whose_id_is_there_is_left_as_it_is() {
        deliveries().appendEvents(ACME, List.of(event("e-1", MONDAY)));

        deliveries().appendEvents(ACME, List.of(event("e-1", TUESDAY), event("e-2", MONDAY), event("e-2", TUESDAY)));

        assertThat(deliveries().listEvents(ACME, 9)).containsExactly(event("e-1", MONDAY), event("e-2", MONDAY));
    }

    @Test
    void a_delivery_is_found_by_its_number_in_its_tenant() {
        append(to("chat", "k-1"), to("chat", "k-2"));
        Delivery latest = deliveries().list(ACME, ALL, 1).get(0);

        assertThat(deliveries().find(ACME, latest.number())).contains(latest);
        assertThat(deliveries().find(ACME, latest.number() + 1)).isEmpty();
        assertThat(deliveries().find(GLOBEX, latest.number())).isEmpty();
    }

    @Test
    void events_are_listed_the_latest_first() {
        deliveries().appendEvents(ACME, List.of(event("e-3", MONDAY), event("e-2", TUESDAY), event("E-4", MONDAY)));

        assertThat(deliveries().listEvents(ACME, 9)).extracting(DomainEvent::id).containsExactly("e-2", "E-4", "e-3");
        assertThat(deliveries().listEvents(ACME, 1)).extracting(DomainEvent::id).containsExactly("e-2");
    }

    @Test
    void a_delivery_comes_back_as_appended_with_a_number_and_its_content_in_order() {
        Delivery made = to("webhook:crm", "k-1", everything());

        append(made);

        Delivery kept = only();
        assertThat(kept.number()).isPositive();
        assertThat(kept).usingRecursiveComparison().ignoringFields("number").isEqualTo(made);
        assertThat(kept.content().keySet())
                .containsExactlyElementsOf(everything().keySet());
        assertThat(kept.content()).isEqualTo(everything());
    }

    @Test
    void numbers_follow_the_order_of_making() {
        append(to("draft", "k-2"), to("chat", "k-9"), to("chat", "k-1"));
        append(to("chat", "k-0"));

        assertThat(keys(deliveries().list(ACME, ALL, 9))).containsExactly("k-0", "k-1", "k-9", "k-2");
        assertThat(keys(deliveries().list(ACME, ALL, 1))).containsExactly("k-0");
    }

    @Test
    void one_whose_channel_and_key_are_there_is_left_as_it_is() {
        append(to("chat", "k-1", Map.of("n", 1L)));

        append(to("chat", "k-1", Map.of("n", 2L)), to("draft", "k-1"), to("chat", "k-2"), to("chat", "k-2"));

        assertThat(deliveries().list(ACME, ALL, 9))
                .extracting(each -> each.channel() + " " + each.key() + " " + each.content())
                .containsExactly("chat k-2 {}", "draft k-1 {}", "chat k-1 {n=1}");
    }

    @Test
    void those_that_are_due_are_leased_by_number_and_no_more_than_asked_for() {
        append(to("chat", "k-3"), to("chat", "k-1"), to("draft", "k-9"), to("chat", "k-2"));

        List<Delivery> first = deliveries().lease(ACME, "chat", MONDAY, TUESDAY, 2);

        assertThat(keys(first)).containsExactly("k-3", "k-1");
        assertThat(first.get(0).number()).isLessThan(first.get(1).number());
        assertThat(leased(MONDAY)).containsExactly("k-2");
    }

    @Test
    void one_is_due_from_its_next_attempt_on() {
        append(to("chat", "k-1"));

        assertThat(leased(MONDAY.minusNanos(1_000))).isEmpty();
        assertThat(leased(MONDAY)).containsExactly("k-1");
    }

    @Test
    void one_that_was_not_saved_is_due_again_when_its_lease_ends() {
        append(to("chat", "k-1"));
        deliveries().lease(ACME, "chat", MONDAY, TUESDAY, 9);

        assertThat(leased(MONDAY)).isEmpty();
        assertThat(leased(TUESDAY.minusNanos(1_000))).isEmpty();
        assertThat(leased(TUESDAY)).containsExactly("k-1");
    }

    @Test
    void saving_ends_the_lease() {
        append(to("chat", "k-1"));
        Delivery leased = lease("chat", MONDAY).get(0);

        deliveries().saveAll(ACME, List.of(leased.failed("time-out", MONDAY.plusSeconds(1))));

        assertThat(leased(MONDAY)).isEmpty();
        List<Delivery> again = lease("chat", MONDAY.plusSeconds(1));
        assertThat(again).extracting(Delivery::attempts).containsExactly(1);
        assertThat(again).extracting(Delivery::problem).containsExactly(Optional.of("time-out"));
    }

    @Test
    void what_became_of_a_delivery_is_kept() {
        append(to("chat", "k-1", everything()), to("chat", "k-2"), to("chat", "k-3"));
        List<Delivery> leased = lease("chat", MONDAY);
        List<Delivery> became = List.of(
                leased.get(0).delivered(TUESDAY),
                leased.get(1).dead("gone", TUESDAY),
                leased.get(2).failed("busy", WEDNESDAY));

        deliveries().saveAll(ACME, became);

        assertThat(deliveries().list(ACME, ALL, 9)).containsExactly(became.get(2), became.get(1), became.get(0));
        assertThat(deliveries().list(ACME, Set.of(DEAD, DELIVERED), 9)).containsExactly(became.get(1), became.get(0));
        assertThat(deliveries().list(ACME, Set.of(WAITING), 9)).containsExactly(became.get(2));
        assertThat(deliveries().list(ACME, Set.of(), 9)).isEmpty();
        assertThat(leased(TUESDAY)).isEmpty();
    }

    @Test
    void one_that_was_delivered_stays_so_whatever_a_late_attempt_says() {
        append(to("chat", "k-1"), to("chat", "k-2"));
        List<Delivery> leased = lease("chat", MONDAY);
        Delivery delivered = leased.get(0).delivered(TUESDAY);
        Delivery late = leased.get(1).delivered(WEDNESDAY);
        deliveries().saveAll(ACME, List.of(delivered, leased.get(1).dead("gone", TUESDAY)));

        deliveries().saveAll(ACME, List.of(leased.get(0).failed("time-out", TUESDAY), late));

        assertThat(deliveries().list(ACME, ALL, 9)).containsExactly(late, delivered);
    }

    @Test
    void those_in_each_state_are_counted_by_channel() {
        append(to("draft", "k-1"), to("chat", "k-1"), to("chat", "k-2"), to("chat", "k-3"));
        deliveries().saveAll(ACME, List.of(lease("chat", MONDAY).get(1).dead("gone", TUESDAY)));

        assertThat(deliveries().count(ACME))
                .isEqualTo(Map.of("chat", Map.of(WAITING, 2L, DEAD, 1L), "draft", Map.of(WAITING, 1L)));
        assertThat(new ArrayList<>(deliveries().count(ACME).keySet())).containsExactly("chat", "draft");
    }

    @Test
    void dead_ones_and_no_others_wait_again() {
        append(to("chat", "k-1"), to("chat", "k-2"), to("chat", "k-3"));
        List<Delivery> leased = lease("chat", MONDAY);
        deliveries()
                .saveAll(
                        ACME,
                        List.of(
                                leased.get(0).dead("gone", TUESDAY),
                                leased.get(1).delivered(TUESDAY)));
        List<Long> numbers = leased.stream().map(Delivery::number).toList();

        assertThat(deliveries().retry(ACME, List.of(numbers.get(0), numbers.get(1), numbers.get(2), 0L), WEDNESDAY))
                .isEqualTo(1);
        assertThat(deliveries().retry(ACME, numbers, WEDNESDAY)).isZero();

        assertThat(leased(WEDNESDAY.minusNanos(1_000))).doesNotContain("k-1");
        Delivery again = lease("chat", WEDNESDAY).get(0);
        assertThat(again.key()).isEqualTo("k-1");
        assertThat(again.state()).isEqualTo(WAITING);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.endedAt()).isEmpty();
    }

    @Test
    void what_is_about_an_unknown_account_is_refused() {
        Delivery delivery = Delivery.waiting("chat", "k-1", Optional.of(account("A-9")), "title", Map.of(), MONDAY);
        DomainEvent event = new DomainEvent("e-1", "alert_raised", Optional.of(account("A-9")), MONDAY, Map.of());

        assertThatThrownBy(() -> append(to("chat", "k-0"), delivery)).isInstanceOf(AccountNotFound.class);
        assertThatThrownBy(() -> deliveries().appendEvents(ACME, List.of(event("e-0", MONDAY), event)))
                .isInstanceOf(AccountNotFound.class);

        assertThat(deliveries().list(ACME, ALL, 9)).isEmpty();
        assertThat(deliveries().listEvents(ACME, 9)).isEmpty();
    }

    @Test
    void nothing_appended_or_saved_is_nothing_stored() {
        append();
        deliveries().appendEvents(ACME, List.of());
        deliveries().saveAll(ACME, List.of());

        assertThat(deliveries().count(ACME)).isEmpty();
        assertThat(deliveries().listEvents(ACME, 9)).isEmpty();
        assertThat(deliveries().retry(ACME, List.of(), MONDAY)).isZero();
    }

    @Test
    void many_are_appended_at_once() {
        List<Delivery> many =
                IntStream.range(0, 2_500).mapToObj(i -> to("chat", "k-" + i)).toList();

        deliveries().append(ACME, many);

        assertThat(keys(deliveries().lease(ACME, "chat", MONDAY, TUESDAY, 5_000)))
                .isEqualTo(keys(many));
    }

    @Test
    void what_is_done_in_a_unit_that_is_undone_has_not_happened() {
        append(to("chat", "k-1"), to("chat", "k-2"));
        Delivery leased = deliveries().lease(ACME, "chat", MONDAY, TUESDAY, 1).get(0);
        List<Delivery> before = deliveries().list(ACME, ALL, 9);

        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    append(to("draft", "k-3"));
                    deliveries().appendEvents(ACME, List.of(event("e-1", MONDAY)));
                    deliveries().saveAll(ACME, List.of(leased.dead("gone", TUESDAY)));
                    assertThat(leased(MONDAY)).containsExactly("k-2");
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(deliveries().list(ACME, ALL, 9)).isEqualTo(before);
        assertThat(deliveries().listEvents(ACME, 9)).isEmpty();
        assertThat(leased(MONDAY)).containsExactly("k-2");
    }

    @Test
    void another_tenant_sees_and_changes_nothing() {
        append(to("chat", "k-1"), to("chat", "k-2"));
        deliveries().appendEvents(ACME, List.of(event("e-1", MONDAY)));
        Delivery leased = deliveries().lease(ACME, "chat", MONDAY, TUESDAY, 1).get(0);
        Delivery dead = leased.dead("gone", TUESDAY);
        deliveries().saveAll(ACME, List.of(dead));

        assertThat(deliveries().listEvents(GLOBEX, 9)).isEmpty();
        assertThat(deliveries().lease(GLOBEX, "chat", MONDAY, TUESDAY, 9)).isEmpty();
        assertThat(deliveries().list(GLOBEX, ALL, 9)).isEmpty();
        assertThat(deliveries().count(GLOBEX)).isEmpty();
        assertThat(deliveries().retry(GLOBEX, List.of(dead.number()), MONDAY)).isZero();
        deliveries().saveAll(GLOBEX, List.of(leased.delivered(TUESDAY)));
        deliveries().append(GLOBEX, List.of(Delivery.waiting("chat", "k-1", Optional.empty(), "x", Map.of(), MONDAY)));
        deliveries().appendEvents(GLOBEX, List.of(event("e-1", TUESDAY)));

        assertThat(deliveries().list(ACME, Set.of(DEAD), 9)).containsExactly(dead);
        assertThat(leased(MONDAY)).containsExactly("k-2");
        assertThat(deliveries().listEvents(ACME, 9)).containsExactly(event("e-1", MONDAY));
        assertThat(deliveries().listEvents(GLOBEX, 9)).containsExactly(event("e-1", TUESDAY));
    }
}
