package io.csm.application.health;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.account.AccountNotFound;
import io.csm.application.contract.SettableClock;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingAHistoryTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());

    private List<ReadHistory.Point> read() {
        return csm.readHistory().read(MIA, account("A-1"), A_MONTH_BEFORE, WEDNESDAY);
    }

    @Test
    void marks_where_the_scorecard_changed() {
        HealthPolicy ours = HealthPolicy.of(ShippedScorecards.CSM_STANDARD.named(new ScorecardRef("ours", 1)));
        csm.scoreAccount().score(MIA, STANDARD, healthy("A-1").build());
        csm.scoreAccount().score(MIA, ours, healthy("A-1").at(TUESDAY).build());
        csm.scoreAccount().score(MIA, ours, healthy("A-1").at(WEDNESDAY).build());

        assertThat(read()).extracting(ReadHistory.Point::isScorecardChange).containsExactly(false, true, false);
    }

    @Test
    void each_point_tells_its_change_against_the_one_before() {
        csm.scoreAccount().score(MIA, STANDARD, healthy("A-1").build());
        csm.scoreAccount()
                .score(
                        MIA,
                        STANDARD,
                        healthy("A-1")
                                .at(TUESDAY)
                                .with(FEATURE_ADOPTION_RATE, "0.4")
                                .build());

        List<ReadHistory.Point> points = read();

        assertThat(points.get(0).change()).isEmpty();
        assertThat(points.get(1).change().orElseThrow().total()).isEqualTo(-10.0);
    }

    @Test
    void an_account_without_scores_has_an_empty_history_and_an_unknown_one_none() {
        csm.ports().accounts().saveAll(ACME, List.of(named("A-1", "Initech")));

        assertThat(read()).isEmpty();
        assertThatThrownBy(() -> csm.readHistory().read(MIA, account("A-2"), MONDAY, TUESDAY))
                .isInstanceOf(AccountNotFound.class);
    }
}
