package io.csm.application.contract;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.event.Quarantined;
import io.csm.application.health.PublishedScorecard;
import io.csm.application.shared.UnitOfWork;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Feed;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a unit of work must keep to. */
public abstract class UnitOfWorkContract extends PortsContract {

    private static final Quarantined REFUSED =
            QuarantineRepositoryContract.entry("e-9", "{}", "id", "must be better", MONDAY);

    private AccountFacts known() {
        return ports().facts().find(ACME, account("A-1"), Viewpoint.at(WEDNESDAY));
    }

    private UnitOfWork unitOfWork() {
        return ports().unitOfWork();
    }

    private String writeEverything() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "Changed"), named("A-2", "New")));
        ports().healthScores().append(ACME, STANDARD, List.of(healthy("A-3").by(STANDARD)));
        ports().signalValues()
                .append(
                        ACME,
                        List.of(new SignalValue(
                                account("A-1"), "nps_score", "1", new SignalOrigin("tam", MONDAY), MONDAY)));
        ports().scans().save(ACME, aScan("s-1", "file:a", MONDAY));
        ports().scorecards()
                .append(
                        ACME,
                        new PublishedScorecard(
                                ShippedScorecards.CSM_STANDARD.named(new ScorecardRef("ours", 1)), MONDAY, "mia"));
        ports().facts().append(ACME, List.of(onPlan("A-1", "pro"), ticket("A-1", "t-1")), MONDAY);
        ports().events().append(ACME, List.of(event("A-1", "e-1", StandardEvents.LOGIN, MONDAY)), MONDAY);
        ports().quarantine().append(ACME, List.of(REFUSED));
        ports().changes().mark(ACME, List.of(account("A-1")), MONDAY);
        ports().users().saveAll(ACME, List.of(new User("mia", "Mia", Optional.empty())));
        return "written";
    }

    @Test
    void all_writes_are_kept() {
        String result = unitOfWork().commit(ACME, this::writeEverything);

        assertThat(result).isEqualTo("written");
        assertThat(ports().accounts().count(ACME)).isEqualTo(3);
        assertThat(rows(ports().healthScores(), ACME, MONDAY, MONDAY)).hasSize(1);
        assertThat(ports().scans().listLatest(ACME, 9)).hasSize(1);
        assertThat(ports().scorecards().list(ACME)).hasSize(1);
        assertThat(known().tickets()).hasSize(1);
        assertThat(known().events()).hasSize(1);
        assertThat(known().feeds()).containsExactlyInAnyOrder(Feed.TICKET, Feed.LOGIN);
        assertThat(ports().quarantine().countOpen(ACME)).isEqualTo(1);
        assertThat(ports().users().list(ACME, 9)).hasSize(1);
        assertThat(ports().changes().take(ACME, 9, WEDNESDAY)).hasSize(1);
    }

    @Test
    void an_exception_brings_back_what_was_replaced_or_closed() {
        writeEverything();
        AccountFacts before = known();

        assertThatThrownBy(() -> unitOfWork().commit(ACME, () -> {
                    ports().facts().append(ACME, List.of(ticketAbout("A-1", "t-1", "replaced")), MONDAY);
                    ports().facts().append(ACME, List.of(ticketAbout("A-1", "t-1", "ended")), TUESDAY);
                    ports().users().saveAll(ACME, List.of(new User("mia", "Other", Optional.empty())));
                    ports().quarantine().closeStored(ACME, List.of(id("e-9")), TUESDAY);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(known()).isEqualTo(before);
        assertThat(ports().users().find(ACME, "mia")).contains(new User("mia", "Mia", Optional.empty()));
        assertThat(ports().quarantine().countOpen(ACME)).isEqualTo(1);
    }

    @Test
    void an_exception_undoes_all_writes_and_comes_through() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "Before")));
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> unitOfWork().commit(ACME, () -> {
                    writeEverything();
                    throw broken;
                }))
                .isSameAs(broken);

        assertThat(ports().accounts().find(ACME, account("A-1"))).contains(named("A-1", "Before"));
        assertThat(ports().accounts().count(ACME)).isEqualTo(1);
        assertThat(rows(ports().healthScores(), ACME, MONDAY, MONDAY)).isEmpty();
        assertThat(Collected.from(
                                ports().signalValues().known(ACME, CATALOGUE, Viewpoint.at(MONDAY), ShelfLives.none()))
                        .accounts())
                .isEmpty();
        assertThat(ports().scans().listLatest(ACME, 9)).isEmpty();
        assertThat(ports().scorecards().list(ACME)).isEmpty();
        assertThat(known().terms()).isEqualTo(Terms.unknown(account("A-1")));
        assertThat(known().tickets()).isEmpty();
        assertThat(known().feeds()).isEmpty();
        assertThat(ports().events().count(ACME)).isZero();
        assertThat(ports().quarantine().countOpen(ACME)).isZero();
        assertThat(ports().changes().take(ACME, 9, WEDNESDAY)).isEmpty();
        assertThat(ports().users().list(ACME, 9)).isEmpty();
    }

    @Test
    void what_was_undone_can_be_written_again() {
        assertThatThrownBy(() -> unitOfWork().commit(ACME, () -> {
                    writeEverything();
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        unitOfWork().commit(ACME, this::writeEverything);

        assertThat(rows(ports().healthScores(), ACME, MONDAY, MONDAY)).hasSize(1);
        assertThat(ports().healthScores().findLatest(ACME, account("A-3"), MONDAY))
                .isPresent();
    }

    @Test
    void a_unit_inside_a_unit_ends_with_the_outer_one() {
        assertThatThrownBy(() -> unitOfWork().commit(ACME, () -> {
                    unitOfWork().commit(ACME, this::writeEverything);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(ports().accounts().count(ACME)).isZero();
    }

    @Test
    void work_inside_sees_what_the_unit_has_written() {
        long seen = unitOfWork().commit(ACME, () -> {
            writeEverything();
            writeMoreScores();
            return ports().accounts().count(ACME);
        });

        assertThat(seen).isEqualTo(4);
        assertThat(rows(ports().healthScores(), ACME, MONDAY, MONDAY)).hasSize(2);
    }

    private void writeMoreScores() {
        assertThat(ports().healthScores()
                        .append(ACME, STANDARD, List.of(healthy("A-4").by(STANDARD))))
                .isEqualTo(1);
    }

    @Test
    void another_tenant_cannot_work_inside() {
        unitOfWork().commit(ACME, () -> {
            assertThatThrownBy(() -> unitOfWork().commit(GLOBEX, () -> "never"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("globex")
                    .hasMessageContaining("acme");
            assertThatThrownBy(() -> ports().accounts().count(GLOBEX)).isInstanceOf(IllegalStateException.class);
            return "done";
        });
    }

    @Test
    void another_tenant_can_work_afterwards() {
        unitOfWork().commit(ACME, this::writeEverything);

        assertThat(unitOfWork().commit(GLOBEX, () -> ports().accounts().count(GLOBEX)))
                .isZero();
    }
}
