package io.csm.application.contract;

import static io.csm.application.contract.AlertBuilder.anAlert;
import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.OpportunityBuilder.anOpportunityAt;
import static io.csm.application.contract.QbrBuilder.aReviewOf;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.delivery.Delivery;
import io.csm.application.event.Quarantined;
import io.csm.application.event.port.EventRepository.Outcome;
import io.csm.application.health.PublishedScorecard;
import io.csm.application.health.Scan;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No port lets one tenant read or write what belongs to another, even under the very same names. */
public abstract class TenancyContract extends PortsContract {

    private static final ScorecardRef OURS = new ScorecardRef("ours", 1);

    @BeforeEach
    void acme_has_everything() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "Of Acme")));
        ports().healthScores().append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));
        ports().signalValues().append(ACME, List.of(given("3")));
        ports().scans().save(ACME, aScan("s-1", "file:a", MONDAY));
        ports().scorecards().append(ACME, published(ShippedScorecards.CSM_STANDARD));
        ports().facts().append(ACME, facts("acme"), MONDAY);
        ports().events().append(ACME, List.of(login("acme")), MONDAY);
        ports().quarantine().append(ACME, List.of(quarantined("acme")));
        ports().changes().mark(ACME, List.of(account("A-1")), MONDAY);
        ports().users().saveAll(ACME, List.of(user("acme")));
        ports().alerts().raise(ACME, List.of(anAlert("x-1").notice()));
        ports().deliveries().append(ACME, List.of(aMessage()));
        ports().qbrs().save(ACME, aReviewOf("A-1").build());
        ports().opportunities().append(ACME, List.of(anOpportunityAt("A-1").build()));
        ports().modelJournal().append(ACME, ModelJournalContract.answer("A-1", "{}", MONDAY));
    }

    private static Delivery aMessage() {
        return Delivery.waiting("chat", "k-1", Optional.of(account("A-1")), "title", Map.of(), MONDAY);
    }

    /** One of each kind, under the same ids in every tenant. */
    private static List<Fact> facts(String tenant) {
        return List.of(
                onPlan("A-1", tenant),
                new Contact(account("A-1"), id("c-1"), tenant, ContactRole.CHAMPION, Optional.empty()),
                subscription("A-1", "s-1", tenant.equals("acme") ? NEW_YEAR : NEW_YEAR.plusDays(1)),
                invoice("A-1", "i-1", tenant.equals("acme") ? NEW_YEAR : NEW_YEAR.plusDays(1)),
                ticketAbout("A-1", "t-1", tenant),
                touchpoint("A-1", "p-1", tenant.equals("acme") ? MONDAY : TUESDAY));
    }

    private static Event login(String person) {
        return by(person, event("A-1", "e-1", StandardEvents.LOGIN, MONDAY));
    }

    private static Quarantined quarantined(String tenant) {
        return QuarantineRepositoryContract.entry("e-9", "{}", "id", "must be of " + tenant, MONDAY);
    }

    private static User user(String name) {
        return new User("mia", name, Optional.empty());
    }

    private AccountFacts known(TenantId tenant) {
        return ports().facts().find(tenant, account("A-1"), Viewpoint.at(WEDNESDAY));
    }

    private static SignalValue given(String value) {
        return new SignalValue(account("A-1"), "nps_score", value, new SignalOrigin("tam", TUESDAY), TUESDAY);
    }

    private static PublishedScorecard published(Scorecard like) {
        return new PublishedScorecard(like.named(OURS), MONDAY, "mia");
    }

    @Test
    void another_tenant_reads_nothing() {
        assertThat(ports().accounts().find(GLOBEX, account("A-1"))).isEmpty();
        assertThat(ports().accounts().listStartingWith(GLOBEX, "", 9)).isEmpty();
        assertThat(ports().accounts().count(GLOBEX)).isZero();
        assertThat(ports().healthScores().findLatest(GLOBEX, account("A-1"), WEDNESDAY))
                .isEmpty();
        assertThat(ports().healthScores().history(GLOBEX, account("A-1"), Instant.MIN, Instant.MAX))
                .isEmpty();
        assertThat(rows(ports().healthScores(), GLOBEX, WEDNESDAY, WEDNESDAY)).isEmpty();
        assertThat(Collected.from(ports().signalValues()
                                .known(GLOBEX, CATALOGUE, Viewpoint.at(WEDNESDAY), ShelfLives.none()))
                        .accounts())
                .isEmpty();
        assertThat(ports().scans().findUnfinished(GLOBEX, "file:a", new ScorecardRef("csm-standard", 1)))
                .isEmpty();
        assertThat(ports().scans().listLatest(GLOBEX, 9)).isEmpty();
        assertThat(ports().scorecards().find(GLOBEX, OURS)).isEmpty();
        assertThat(ports().scorecards().findLatest(GLOBEX, "ours")).isEmpty();
        assertThat(ports().scorecards().list(GLOBEX)).isEmpty();
        assertThat(ports().events().count(GLOBEX)).isZero();
        assertThat(ports().quarantine().listOpen(GLOBEX, 0, 9)).isEmpty();
        assertThat(ports().quarantine().countOpen(GLOBEX)).isZero();
        assertThat(ports().changes().take(GLOBEX, 9, WEDNESDAY)).isEmpty();
        assertThat(ports().users().find(GLOBEX, "mia")).isEmpty();
        assertThat(ports().users().list(GLOBEX, 9)).isEmpty();
        assertThat(ports().alerts().find(GLOBEX, "x-1")).isEmpty();
        assertThat(ports().alerts().listWaiting(GLOBEX, 9)).isEmpty();
        assertThat(ports().deliveries().lease(GLOBEX, "chat", MONDAY, TUESDAY, 9))
                .isEmpty();
        assertThat(ports().deliveries().count(GLOBEX)).isEmpty();
        assertThat(ports().qbrs().listLatest(GLOBEX, 9)).isEmpty();
        assertThat(ports().opportunities().listLatest(GLOBEX, 9)).isEmpty();
        assertThat(ports().modelJournal().listLatest(GLOBEX, account("A-1"), 9)).isEmpty();
    }

    @Test
    void another_tenant_stores_nothing_about_an_account_that_is_not_its_own() {
        assertThatThrownBy(() ->
                        ports().alerts().raise(GLOBEX, List.of(anAlert("x-1").notice())))
                .isInstanceOf(AccountNotFound.class);
        assertThatThrownBy(() -> ports().deliveries().append(GLOBEX, List.of(aMessage())))
                .isInstanceOf(AccountNotFound.class);
        assertThatThrownBy(() -> ports().qbrs().save(GLOBEX, aReviewOf("A-1").build()))
                .isInstanceOf(AccountNotFound.class);
        assertThatThrownBy(() -> ports().opportunities()
                        .append(GLOBEX, List.of(anOpportunityAt("A-1").build())))
                .isInstanceOf(AccountNotFound.class);
    }

    @Test
    void another_tenant_knows_nothing_of_its_account_of_the_same_name() {
        assertThatThrownBy(() -> known(GLOBEX)).isInstanceOf(AccountNotFound.class);
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));

        assertThat(known(GLOBEX))
                .isEqualTo(new AccountFacts(
                        Viewpoint.at(WEDNESDAY),
                        Terms.unknown(account("A-1")),
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void another_tenant_keeps_other_facts_and_events_under_the_same_ids() {
        AccountFacts before = known(ACME);
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));

        assertThat(ports().facts().append(GLOBEX, facts("globex"), TUESDAY).stored())
                .isEqualTo(6);
        assertThat(ports().events().append(GLOBEX, List.of(login("globex")), TUESDAY))
                .containsExactly(Outcome.STORED);

        assertThat(known(ACME)).isEqualTo(before);
        assertThat(known(ACME).tickets()).containsExactly(ticketAbout("A-1", "t-1", "acme"));
        assertThat(known(GLOBEX).tickets()).containsExactly(ticketAbout("A-1", "t-1", "globex"));
        assertThat(known(GLOBEX).events()).containsExactly(login("globex"));
        assertThat(ports().events().count(ACME)).isEqualTo(1);
    }

    @Test
    void another_tenant_cannot_report_of_an_account_that_is_not_its_own() {
        assertThat(ports().facts().append(GLOBEX, facts("globex"), TUESDAY).unknown())
                .containsExactly(account("A-1"));
        assertThat(ports().events().append(GLOBEX, List.of(login("globex")), TUESDAY))
                .containsExactly(Outcome.UNKNOWN_ACCOUNT);

        assertThat(known(ACME).terms()).isEqualTo(onPlan("A-1", "acme"));
    }

    @Test
    void another_tenant_closes_only_its_own_quarantine() {
        long number = ports().quarantine().listOpen(ACME, 0, 9).get(0).number();
        ports().quarantine().append(GLOBEX, List.of(quarantined("globex"), quarantined("acme")));

        assertThat(ports().quarantine().close(GLOBEX, List.of(number), Quarantined.State.DISCARDED, TUESDAY))
                .isZero();
        ports().quarantine().closeStored(GLOBEX, List.of(id("e-9")), TUESDAY);

        assertThat(ports().quarantine().countOpen(GLOBEX)).isZero();
        assertThat(ports().quarantine().listOpen(ACME, 0, 9))
                .containsExactly(quarantined("acme").numbered(number));
    }

    @Test
    void another_tenants_changes_and_users_are_its_own() {
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));
        ports().changes().mark(GLOBEX, List.of(account("A-1")), TUESDAY);
        ports().users().saveAll(GLOBEX, List.of(user("globex")));

        assertThat(ports().changes().take(GLOBEX, 9, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), TUESDAY));
        assertThat(ports().changes().take(ACME, 9, WEDNESDAY)).isEqualTo(Map.of(account("A-1"), MONDAY));
        assertThat(ports().users().find(ACME, "mia")).contains(user("acme"));
        assertThat(ports().users().list(GLOBEX, 9)).containsExactly(user("globex"));
    }

    @Test
    void another_tenant_writes_only_what_is_its_own() {
        Scan theirs = aScan("s-1", "file:b", TUESDAY);
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));
        ports().healthScores().append(GLOBEX, STRICT, List.of(struggling("A-1").by(STRICT)));
        ports().signalValues().append(GLOBEX, List.of(given("7")));
        ports().scans().save(GLOBEX, theirs);
        ports().scorecards().append(GLOBEX, published(ShippedScorecards.ENTERPRISE_COMPONENTS));

        assertThat(ports().accounts().find(ACME, account("A-1"))).contains(named("A-1", "Of Acme"));
        assertThat(ports().healthScores()
                        .history(ACME, account("A-1"), Instant.MIN, Instant.MAX)
                        .get(0)
                        .score()
                        .value())
                .isEqualTo(98.0);
        assertThat(Collected.from(ports().signalValues()
                                .known(ACME, CATALOGUE, Viewpoint.at(WEDNESDAY), ShelfLives.none()))
                        .last()
                        .value(NPS_SCORE))
                .hasValue(3);
        assertThat(ports().scans().listLatest(ACME, 9)).containsExactly(aScan("s-1", "file:a", MONDAY));
        assertThat(ports().scorecards().list(ACME)).containsExactly(published(ShippedScorecards.CSM_STANDARD));
        assertThat(ports().scans().listLatest(GLOBEX, 9)).containsExactly(theirs);
    }

    @Test
    void another_tenant_cannot_give_values_for_an_account_that_is_not_its_own() {
        assertThatThrownBy(() -> ports().signalValues().append(GLOBEX, List.of(given("7"))))
                .isInstanceOf(AccountNotFound.class);
    }
}
