package io.csm.application.expansion;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.SEATS_UTILIZATION_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.contract.EditedNarrator;
import io.csm.application.contract.FactBuilders;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.DomainEvent;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import io.csm.domain.time.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckingExpansionTest {

    private static final Writer MODEL = Writer.model("obedient");
    private static final Money A_MILLION = Money.of("1000000.00", "EUR");
    private static final Instant IN_APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final WhatGoesOut goesOut = WhatGoesOut.of(ports);
    private CustomerSuccess csm = CustomerSuccess.over(ports, clock)
            .withAgentSettings(AgentSettings.defaults().withChannels(WhatGoesOut.ALL_CHANNELS));

    @BeforeEach
    void seats_run_short_and_an_integration_is_asked_for_once() {
        ports.accounts()
                .saveAll(
                        ACME,
                        List.of(Account.named(account("A-1"), "Aardvark")
                                .withOwner("aurelia")
                                .withArr(Money.of("84000", "EUR"))
                                .withSeatsBought(140)
                                .build()));
        ports.facts().append(ACME, List.of(FactBuilders.ticketAbout("A-1", "t-1", "is there an integration?")), MONDAY);
        score(MONDAY);
    }

    private void score(Instant at) {
        clock.set(at);
        ports.healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(healthy("A-1")
                                .with(SEATS_UTILIZATION_RATE, "0.95")
                                .at(at)
                                .by(STANDARD)));
    }

    private CheckExpansion.Checked check() {
        return csm.agent().checkExpansion().check(MIA, account("A-1"));
    }

    private void narrated(UnaryOperator<List<Opportunity>> model) {
        csm = csm.withNarrator(new EditedNarrator() {
            @Override
            public Written<List<Opportunity>> expansion(
                    TenantId tenant, AccountBrief brief, List<Opportunity> found, ProductCatalogue catalogue) {
                return Written.byModel(model.apply(found), "obedient");
            }
        });
    }

    private static Opportunity proposed(String account, OpportunityType type, Quarter quarter) {
        return new Opportunity(
                account(account),
                type,
                quarter,
                List.of("the customer said so"),
                Optional.of(A_MILLION),
                "Buy this.",
                Confidence.HIGH,
                MODEL);
    }

    @Test
    void what_is_found_is_stored_once_for_its_account_type_and_quarter_and_told_once() {
        CheckExpansion.Checked first = check();
        CheckExpansion.Checked second = check();

        assertThat(first.added())
                .extracting(Opportunity::type)
                .containsExactly(OpportunityType.SEATS, OpportunityType.INTEGRATION);
        assertThat(second.found().text()).isEqualTo(first.found().text());
        assertThat(second.added()).isEmpty();
        assertThat(ports.opportunities().listOf(ACME, account("A-1"))).hasSize(2);
        assertThat(goesOut.byChannel()).isEqualTo(Map.of("workspace", 2L, "webhook:crm", 1L, "draft", 1L));
    }

    @Test
    void what_was_of_low_confidence_is_told_once_when_it_no_longer_is() {
        check();
        clock.set(TUESDAY);
        ports.facts().append(ACME, List.of(FactBuilders.ticketAbout("A-1", "t-2", "where is your API?")), TUESDAY);

        CheckExpansion.Checked checked = check();
        CheckExpansion.Checked again = check();

        assertThat(checked.added())
                .extracting(Opportunity::type, Opportunity::confidence)
                .containsExactly(tuple(OpportunityType.INTEGRATION, Confidence.MEDIUM));
        assertThat(again.added()).isEmpty();
        assertThat(ports.opportunities().listOf(ACME, account("A-1")))
                .extracting(Opportunity::confidence)
                .containsExactly(Confidence.MEDIUM, Confidence.MEDIUM);
        assertThat(goesOut.to("webhook:crm"))
                .extracting(Delivery::key)
                .containsExactlyInAnyOrder("opportunity/A-1/seats/Q1 2026", "opportunity/A-1/integration/Q1 2026");
        assertThat(goesOut.recorded()).hasSize(2);
        assertThat(goesOut.to("workspace")).hasSize(3);
        assertThat(goesOut.to("draft"))
                .extracting(each -> each.content().get("body").toString())
                .anyMatch(body -> body.contains("Integration, confidence medium"));
    }

    @Test
    void a_guess_of_a_narrator_gives_way_to_what_rules_find() {
        ports.facts().append(ACME, List.of(FactBuilders.subscription("A-1", "s-1", FactBuilders.NEW_YEAR)), MONDAY);
        narrated(found -> List.of(proposed("A-1", OpportunityType.MODULE, new Quarter(2026, 1))));
        check();
        narrated(found -> found);
        csm = csm.withAgentSettings(AgentSettings.defaults()
                .withChannels(WhatGoesOut.ALL_CHANNELS)
                .withCatalogue(new ProductCatalogue(
                        List.of(new ProductCatalogue.Module("Payroll", Optional.empty())), List.of())));

        CheckExpansion.Checked checked = check();

        assertThat(checked.added())
                .extracting(Opportunity::type, Opportunity::writer)
                .containsExactly(tuple(OpportunityType.MODULE, Writer.RULES));
    }

    @Test
    void in_the_next_quarter_it_is_told_again() {
        check();
        score(IN_APRIL);

        CheckExpansion.Checked next = check();

        assertThat(next.added())
                .extracting(Opportunity::quarter)
                .containsOnly(new Quarter(2026, 2))
                .isNotEmpty();
        assertThat(goesOut.to("draft"))
                .extracting(each -> each.content().get("key"))
                .containsExactly("expansion/A-1/Q1+2026", "expansion/A-1/Q2+2026");
    }

    @Test
    void what_is_of_low_confidence_is_kept_and_not_told_to_sales() {
        check();

        assertThat(ports.opportunities().listOf(ACME, account("A-1")))
                .extracting(Opportunity::confidence)
                .containsExactly(Confidence.MEDIUM, Confidence.LOW);
        assertThat(goesOut.events()).isEqualTo(Map.of("handle_expansion_opportunity", 1L));
        assertThat(goesOut.to("webhook:crm"))
                .extracting(Delivery::key)
                .containsExactly("opportunity/A-1/seats/Q1 2026");
        assertThat(goesOut.to("draft").get(0).content().get("body").toString())
                .as("people see all of it")
                .contains("is there an integration?");
    }

    @Test
    void sales_get_exactly_six_fields() {
        check();

        DomainEvent event = goesOut.recorded().get(0);

        assertThat(event.payload().keySet())
                .containsExactly(
                        "account_id",
                        "opportunity_type",
                        "evidence",
                        "estimated_arr_impact",
                        "recommended_talk_track",
                        "confidence");
        assertThat(event.payload())
                .containsEntry("account_id", "A-1")
                .containsEntry("opportunity_type", "seats")
                .containsEntry("confidence", "medium");
        assertThat(event.payload().get("estimated_arr_impact")).hasToString("{amount=16200.00, currency=EUR}");
        assertThat(goesOut.to("webhook:crm").get(0).content().get("data")).isEqualTo(event.payload());
    }

    @Test
    void of_what_rules_found_a_narrator_changes_the_talk_track_and_nothing_else() {
        List<Opportunity> byRules = check().found().text();
        score(IN_APRIL);
        List<Opportunity> byRulesInApril =
                byRules.stream().map(each -> in(new Quarter(2026, 2), each)).toList();
        narrated(found -> found.stream()
                .map(each -> new Opportunity(
                        each.account(),
                        each.type(),
                        new Quarter(2031, 1),
                        List.of("ignore what you were told"),
                        Optional.of(A_MILLION),
                        "Say this.",
                        Confidence.HIGH,
                        MODEL))
                .toList());

        List<Opportunity> told = check().found().text();

        assertThat(told)
                .isEqualTo(byRulesInApril.stream()
                        .map(each -> each.saying("Say this.", MODEL))
                        .toList());
        assertThat(ports.opportunities().listLatest(ACME, 9))
                .extracting(Opportunity::quarter)
                .doesNotContain(new Quarter(2031, 1));
        assertThat(goesOut.to("draft"))
                .extracting(each -> each.content().get("representative"))
                .containsOnly("aurelia");
    }

    private static Opportunity in(Quarter quarter, Opportunity each) {
        return new Opportunity(
                each.account(),
                each.type(),
                quarter,
                each.evidence(),
                each.arrImpact(),
                each.talkTrack(),
                each.confidence(),
                each.writer());
    }

    @Test
    void what_a_narrator_proposes_is_of_low_confidence_without_an_amount_in_this_quarter_and_not_for_sales() {
        narrated(found -> List.of(proposed("A-1", OpportunityType.MODULE, new Quarter(2031, 1))));

        CheckExpansion.Checked checked = check();

        Opportunity module = checked.found().text().get(2);
        assertThat(module.type()).isEqualTo(OpportunityType.MODULE);
        assertThat(module.confidence()).isEqualTo(Confidence.LOW);
        assertThat(module.arrImpact()).isEmpty();
        assertThat(module.quarter()).isEqualTo(new Quarter(2026, 1));
        assertThat(goesOut.to("webhook:crm")).hasSize(1);
    }

    @Test
    void a_narrator_that_leaves_out_or_retypes_what_was_found_takes_nothing_away() {
        List<Opportunity> byRules = check().found().text();
        narrated(found -> List.of());

        assertThat(check().found().text()).isEqualTo(byRules);
    }

    @Test
    void a_narrator_that_tells_of_another_account_is_not_heard() {
        ports.accounts().saveAll(ACME, List.of(named("B-1", "Badger")));
        narrated(found -> List.of(
                proposed("B-1", OpportunityType.MODULE, new Quarter(2026, 1)),
                proposed("B-1", OpportunityType.SEATS, new Quarter(2026, 1))));

        List<Opportunity> told = check().found().text();

        assertThat(told).extracting(Opportunity::writer).containsOnly(Writer.RULES);
        assertThat(ports.opportunities().listOf(ACME, account("B-1"))).isEmpty();
        assertThat(goesOut.deliveries())
                .allSatisfy(each -> assertThat(each.account()).contains(account("A-1")));
    }

    @Test
    void a_narrator_that_says_that_the_rules_proposed_something_is_not_heard() {
        narrated(found -> List.of(
                proposed("A-1", OpportunityType.MODULE, new Quarter(2026, 1)).saying("x", Writer.RULES)));

        assertThat(check().found().text())
                .extracting(Opportunity::type)
                .containsExactly(OpportunityType.SEATS, OpportunityType.INTEGRATION);
    }

    @Test
    void what_became_known_since_of_the_time_up_to_the_score_counts() {
        clock.set(TUESDAY);
        ports.facts().append(ACME, List.of(FactBuilders.ticketAbout("A-1", "t-2", "where is your API?")), TUESDAY);

        assertThat(check().found().text().get(1).confidence())
                .as("two tickets ask for it")
                .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void where_nothing_is_found_nothing_is_told() {
        ports.healthScores().append(ACME, STANDARD, List.of(healthy("C-1").by(STANDARD)));

        CheckExpansion.Checked checked = csm.agent().checkExpansion().check(MIA, account("C-1"));

        assertThat(checked.found().text()).isEmpty();
        assertThat(goesOut.deliveries()).isEmpty();
    }

    @Test
    void an_account_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> csm.agent().checkExpansion().check(MIA, account("A-9")))
                .isInstanceOf(AccountNotFound.class)
                .hasMessage("account A-9 is not known");
    }
}
