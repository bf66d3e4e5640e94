package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.account.AccountNotFound;
import io.csm.application.health.PublishedScorecard;
import io.csm.application.health.Scan;
import io.csm.application.signal.ShelfLives;
import io.csm.application.signal.SignalValue;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.signal.SignalOrigin;
import java.time.Instant;
import java.util.List;
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
