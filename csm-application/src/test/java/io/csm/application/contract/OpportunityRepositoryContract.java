package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.OpportunityBuilder.anOpportunityAt;
import static io.csm.domain.expansion.OpportunityType.INTEGRATION;
import static io.csm.domain.expansion.OpportunityType.MODULE;
import static io.csm.domain.expansion.OpportunityType.SEATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.account.AccountNotFound;
import io.csm.application.expansion.port.OpportunityRepository;
import io.csm.domain.account.Money;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.narrative.Writer;
import io.csm.domain.time.Quarter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a repository of opportunities must keep to. */
public abstract class OpportunityRepositoryContract extends PortsContract {

    private static final Quarter LAST_WINTER = new Quarter(2025, 4);
    private static final Writer MODEL = Writer.model("gpt-4o-mini");

    @BeforeEach
    void some_accounts_are_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two"), named("A-10", "Ten")));
    }

    private OpportunityRepository opportunities() {
        return ports().opportunities();
    }

    private List<Opportunity> append(Opportunity... all) {
        return opportunities().append(ACME, List.of(all));
    }

    @Test
    void an_opportunity_comes_back_as_appended() {
        Opportunity unknownImpact = anOpportunityAt("A-1").build();
        Opportunity exact = anOpportunityAt("A-1")
                .of(MODULE)
                .worth(Money.of("123456789012345678.90", "JPY"))
                .saying("Zoë says: \"高い\"", Writer.model("gpt-4o-mini"))
                .build();

        append(unknownImpact, exact);

        assertThat(opportunities().listOf(ACME, account("A-1"))).containsExactly(unknownImpact, exact);
    }

    @Test
    void those_that_were_added_are_told_in_the_order_in_which_they_came() {
        append(anOpportunityAt("A-1").build());
        Opportunity known =
                anOpportunityAt("A-1").saying("Other words.", Writer.RULES).build();
        Opportunity ofAnother = anOpportunityAt("A-2").build();
        Opportunity ofAnotherType = anOpportunityAt("A-1").of(INTEGRATION).build();
        Opportunity ofAnotherQuarter = anOpportunityAt("A-1").in(LAST_WINTER).build();

        assertThat(append(ofAnother, known, ofAnotherType, ofAnotherQuarter))
                .containsExactly(ofAnother, ofAnotherType, ofAnotherQuarter);

        assertThat(opportunities().listLatest(ACME, 9)).hasSize(4).doesNotContain(known);
    }

    @Test
    void of_two_alike_in_one_call_the_first_is_added() {
        Opportunity first = anOpportunityAt("A-1").build();
        Opportunity second =
                anOpportunityAt("A-1").saying("Second.", Writer.RULES).build();

        Opportunity ofLow = anOpportunityAt("A-2").with(Confidence.LOW).build();

        assertThat(append(first, first, second, ofLow, anOpportunityAt("A-2").build()))
                .containsExactly(first, ofLow);

        assertThat(opportunities().listOf(ACME, account("A-1"))).containsExactly(first);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(textBlock = """
            LOW,    LOW,    LOW
            LOW,    MEDIUM, MEDIUM
            LOW,    HIGH,   HIGH
            MEDIUM, LOW,    MEDIUM
            MEDIUM, MEDIUM, MEDIUM
            MEDIUM, HIGH,   MEDIUM
            HIGH,   LOW,    HIGH
            HIGH,   MEDIUM, HIGH
            """)
    void one_of_low_confidence_gives_way_to_one_that_is_not(Confidence before, Confidence after, Confidence stays) {
        Opportunity known =
                anOpportunityAt("A-1").with(before).saying("Guess.", MODEL).build();
        Opportunity found = anOpportunityAt("A-1")
                .with(after)
                .worth(Money.of("600.00", "EUR"))
                .build();
        append(known);

        List<Opportunity> added = append(found);

        boolean replaced = stays != before;
        assertThat(added).isEqualTo(replaced ? List.of(found) : List.of());
        assertThat(opportunities().listOf(ACME, account("A-1"))).containsExactly(replaced ? found : known);
        assertThat(append(found)).as("a second time").isEmpty();
    }

    @Test
    void one_of_low_confidence_gives_way_to_its_own_account_type_quarter_and_tenant_only() {
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));
        Opportunity low = anOpportunityAt("A-1").with(Confidence.LOW).build();
        append(low);
        opportunities().append(GLOBEX, List.of(low));
        append(
                anOpportunityAt("A-2").build(),
                anOpportunityAt("A-1").of(MODULE).build(),
                anOpportunityAt("A-1").in(LAST_WINTER).build());
        assertThat(opportunities().listOf(ACME, account("A-1"))).contains(low);

        append(anOpportunityAt("A-1").build());

        assertThat(opportunities().listOf(ACME, account("A-1"))).doesNotContain(low);
        assertThat(opportunities().listOf(GLOBEX, account("A-1"))).containsExactly(low);
    }

    @Test
    void one_that_gave_way_in_a_unit_that_is_undone_is_back() {
        Opportunity low = anOpportunityAt("A-1").with(Confidence.LOW).build();
        append(low);
        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    append(anOpportunityAt("A-1").build());
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(opportunities().listOf(ACME, account("A-1"))).containsExactly(low);
    }

    @Test
    void nothing_appended_is_nothing_added() {
        assertThat(append()).isEmpty();
        assertThat(opportunities().listLatest(ACME, 9)).isEmpty();
    }

    @Test
    void those_of_an_account_are_listed_by_the_latest_quarter_and_type() {
        Opportunity older = anOpportunityAt("A-1").in(LAST_WINTER).build();
        Opportunity integration =
                anOpportunityAt("A-1").of(INTEGRATION).with(Confidence.HIGH).build();
        Opportunity module = anOpportunityAt("A-1").of(MODULE).build();
        Opportunity seats =
                anOpportunityAt("A-1").of(SEATS).with(Confidence.LOW).build();
        append(older, integration, module, seats, anOpportunityAt("A-2").build());

        assertThat(opportunities().listOf(ACME, account("A-1"))).containsExactly(seats, module, integration, older);
        assertThat(opportunities().listOf(ACME, account("A-9"))).isEmpty();
    }

    @Test
    void all_are_listed_by_the_latest_quarter_the_highest_confidence_account_and_type() {
        Opportunity older =
                anOpportunityAt("A-1").in(LAST_WINTER).with(Confidence.HIGH).build();
        Opportunity low = anOpportunityAt("A-1").with(Confidence.LOW).build();
        Opportunity ofTwo = anOpportunityAt("A-2").build();
        Opportunity ofTen = anOpportunityAt("A-10").of(INTEGRATION).build();
        Opportunity moduleOfTwo = anOpportunityAt("A-2").of(MODULE).build();
        Opportunity high =
                anOpportunityAt("A-2").of(INTEGRATION).with(Confidence.HIGH).build();
        append(older, low, moduleOfTwo, ofTwo, ofTen, high);

        assertThat(opportunities().listLatest(ACME, 9)).containsExactly(high, ofTen, ofTwo, moduleOfTwo, low, older);
        assertThat(opportunities().listLatest(ACME, 2)).containsExactly(high, ofTen);
    }

    @Test
    void an_opportunity_at_an_unknown_account_is_refused_and_none_is_added() {
        assertThatThrownBy(() -> append(
                        anOpportunityAt("A-1").build(), anOpportunityAt("A-9").build()))
                .isInstanceOf(AccountNotFound.class)
                .hasMessageContaining("A-9");

        assertThat(opportunities().listLatest(ACME, 9)).isEmpty();
    }

    @Test
    void what_is_appended_in_a_unit_that_is_undone_can_be_appended_again() {
        Opportunity opportunity = anOpportunityAt("A-1").build();
        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    append(opportunity);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(opportunities().listLatest(ACME, 9)).isEmpty();

        assertThat(append(opportunity)).containsExactly(opportunity);
    }

    @Test
    void another_tenant_sees_and_changes_nothing() {
        Opportunity ours = anOpportunityAt("A-1").build();
        append(ours);
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));
        assertThat(opportunities().listOf(GLOBEX, account("A-1"))).isEmpty();
        assertThat(opportunities().listLatest(GLOBEX, 9)).isEmpty();

        assertThat(opportunities().append(GLOBEX, List.of(ours.saying("Theirs.", Writer.RULES))))
                .hasSize(1);

        assertThat(opportunities().listLatest(ACME, 9)).containsExactly(ours);
    }
}
