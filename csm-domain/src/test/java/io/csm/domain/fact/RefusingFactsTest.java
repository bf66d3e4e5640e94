package io.csm.domain.fact;

import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.TODAY;
import static io.csm.domain.fixture.AccountFixture.id;
import static io.csm.domain.fixture.SubscriptionFixture.aSubscription;
import static io.csm.domain.fixture.TicketFixture.aTicket;
import static io.csm.domain.fixture.TouchpointFixture.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusingFactsTest {

    private static final Instant A_MICROSECOND_BEFORE = NOW.minusNanos(1000);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private record Refused(String message, ThrowingCallable making) {

        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Refused> whatIsRefused() {
        return Stream.of(
                new Refused("source must have 1 to 60 characters but was ' '", () -> new FactId(" ", "1")),
                new Refused(
                        "source must have 1 to 60 characters but was '" + "x".repeat(61) + "'",
                        () -> new FactId("x".repeat(61), "1")),
                new Refused("id must have 1 to 200 characters but was ''", () -> new FactId("crm", "")),
                new Refused("id must have 1 to 200 characters but was 'a\0'", () -> new FactId("crm", "a\0")),
                new Refused(
                        "id must have 1 to 200 characters but was '" + "x".repeat(201) + "'",
                        () -> new FactId("crm", "x".repeat(201))),
                new Refused(
                        "plan_features must be at least 1 but was 0", () -> terms(Optional.of(0), Optional.empty())),
                new Refused(
                        "seats_bought must be at least 0 but was -1", () -> terms(Optional.empty(), Optional.of(-1))),
                new Refused(
                        "due_on must not be before issued_on 2026-03-02 but was 2026-03-01",
                        () -> invoice(TODAY, YESTERDAY)),
                new Refused(
                        "ends_on must not be before starts_on 2026-03-02 but was 2026-03-01",
                        () -> aSubscription(TODAY).endingOn(YESTERDAY).build(id("1"))),
                new Refused(
                        "seats must be at least 0 but was -1",
                        () -> aSubscription(TODAY).seats(-1).build(id("1"))),
                new Refused(
                        "closed_at must not be before opened_at 2026-03-02T12:00:00Z but was 2026-03-02T11:59:59.999999Z",
                        () -> aTicket(NOW).closed(A_MICROSECOND_BEFORE).build(id("1"))),
                new Refused(
                        "escalated_at must not be before opened_at 2026-03-02T12:00:00Z but was"
                                + " 2026-03-02T11:59:59.999999Z",
                        () -> aTicket(NOW).escalated(A_MICROSECOND_BEFORE).build(id("1"))),
                new Refused(
                        "sentiment must be a whole number from -100 to 100 but was 101",
                        () -> aTicket(NOW).sentiment(101).build(id("1"))),
                new Refused(
                        "sentiment must be a whole number from -100 to 100 but was -101",
                        () -> aTicket(NOW).sentiment(-101).build(id("1"))),
                new Refused(
                        "satisfaction must be a whole number from 1 to 5 but was 0",
                        () -> aTicket(NOW).satisfaction(0).build(id("1"))),
                new Refused(
                        "satisfaction must be a whole number from 1 to 5 but was 6",
                        () -> aTicket(NOW).satisfaction(6).build(id("1"))),
                new Refused(
                        "answered_at must not be before occurred_at 2026-03-02T12:00:00Z but was"
                                + " 2026-03-02T11:59:59.999999Z",
                        () -> aMessage(NOW).answered(A_MICROSECOND_BEFORE).build(id("1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsRefused")
    void says_what_is_wrong(Refused refused) {
        assertThatThrownBy(refused.making())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(refused.message());
    }

    @Test
    void takes_what_is_just_right() {
        assertThatCode(() -> {
                    new FactId("x".repeat(60), "x".repeat(200));
                    new FactId("x", "x");
                    terms(Optional.of(1), Optional.of(0));
                    invoice(TODAY, TODAY);
                    aSubscription(TODAY).endingOn(TODAY).seats(0).build(id("1"));
                    aTicket(NOW)
                            .closed(NOW)
                            .escalated(NOW)
                            .sentiment(-100)
                            .satisfaction(1)
                            .build(id("1"));
                    aTicket(NOW).sentiment(100).satisfaction(5).build(id("1"));
                    aMessage(NOW).answered(NOW).build(id("1"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void keeps_instants_to_the_microsecond() {
        Instant nanosLater = NOW.plusNanos(1999);
        Instant kept = NOW.plusNanos(1000);

        Ticket ticket =
                aTicket(nanosLater).closed(nanosLater).escalated(nanosLater).build(id("1"));
        Touchpoint touchpoint = aMessage(nanosLater).answered(nanosLater).build(id("1"));
        Viewpoint viewpoint = Viewpoint.at(nanosLater);

        assertThat(ticket.openedAt()).isEqualTo(kept);
        assertThat(ticket.closedAt()).contains(kept);
        assertThat(ticket.escalatedAt()).contains(kept);
        assertThat(touchpoint.occurredAt()).isEqualTo(kept);
        assertThat(touchpoint.answeredAt()).contains(kept);
        assertThat(viewpoint).isEqualTo(new Viewpoint(kept, kept));
    }

    @Test
    void looks_from_a_day_in_utc() {
        assertThat(Viewpoint.at(Instant.parse("2026-03-02T00:00:00Z")).day()).isEqualTo(TODAY);
        assertThat(Viewpoint.at(Instant.parse("2026-03-01T23:59:59.999999Z")).day())
                .isEqualTo(YESTERDAY);
    }

    @Test
    void orders_ids_by_system_and_then_by_id() {
        assertThat(Stream.of(new FactId("b", "1"), new FactId("a", "9"), new FactId("a", "10"))
                        .sorted())
                .map(FactId::toString)
                .containsExactly("a 10", "a 9", "b 1");
    }

    @Test
    void takes_the_terms_from_the_account() {
        Account account = Account.named(ACME, "Acme")
                .withPlan("gold")
                .withPlanFeatures(40)
                .withSeatsBought(5)
                .withArr(Money.of("100", "EUR"))
                .withRenewsOn(TODAY)
                .withStage("adoption")
                .build();

        assertThat(Terms.of(account))
                .isEqualTo(new Terms(
                        ACME,
                        Optional.of("gold"),
                        Optional.of(40),
                        Optional.of(5),
                        Optional.of(Money.of("100", "EUR")),
                        Optional.of(TODAY),
                        Optional.of("adoption")));
        assertThat(Terms.unknown(ACME).id()).isEqualTo(new FactId("account", "A-1"));
        assertThat(Terms.unknown(ACME)).isEqualTo(terms(Optional.empty(), Optional.empty()));
    }

    @Test
    void knows_its_kind_by_a_word_that_stays() {
        assertThat(Stream.of(FactKind.values()).map(FactKind::code))
                .containsExactly("terms", "contact", "subscription", "invoice", "ticket", "touchpoint");
        assertThat(Stream.of(ContactRole.values()).map(ContactRole::code))
                .containsExactly("champion", "executive_sponsor", "user", "billing");
        assertThat(Stream.of(Direction.values()).map(Direction::code))
                .containsExactly("two_way", "outbound", "inbound");
        assertThat(Stream.of(Term.values()).map(Term::code)).containsExactly("monthly", "annual");
    }

    private static Terms terms(Optional<Integer> planFeatures, Optional<Integer> seatsBought) {
        return new Terms(
                ACME,
                Optional.empty(),
                planFeatures,
                seatsBought,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Invoice invoice(LocalDate issuedOn, LocalDate dueOn) {
        return new Invoice(ACME, id("1"), Money.of("1", "EUR"), issuedOn, dueOn, Optional.empty());
    }
}
