package io.csm.application.health;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.contract.SettableClock;
import io.csm.application.health.Scorecards.Publication;
import io.csm.application.health.port.VersionExists;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishingScorecardsTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());
    private final Scorecards scorecards = csm.scorecards();

    private static Scorecard ours(int version) {
        return ShippedScorecards.CSM_STANDARD.named(new ScorecardRef("ours", version));
    }

    @Test
    void a_published_scorecard_can_be_used_by_name_and_by_version() {
        scorecards.publish(MIA, ours(1));
        scorecards.publish(MIA, ours(2));

        assertThat(scorecards.get(MIA, "ours")).isEqualTo(ours(2));
        assertThat(scorecards.get(MIA, "ours@1")).isEqualTo(ours(1));
        assertThat(scorecards.get(MIA, "csm-standard@1")).isEqualTo(ShippedScorecards.CSM_STANDARD);
        assertThat(scorecards.list(MIA))
                .startsWith(ShippedScorecards.CSM_STANDARD)
                .endsWith(ours(1), ours(2));
    }

    @Test
    void when_and_by_whom_it_was_published_is_kept() {
        scorecards.publish(MIA, ours(1));

        assertThat(csm.ports().scorecards().findLatest(ACME, "ours"))
                .contains(new PublishedScorecard(ours(1), MONDAY, "administrator"));
    }

    @Test
    void the_same_document_twice_changes_nothing() {
        assertThat(scorecards.publish(MIA, ours(1))).isEqualTo(Publication.PUBLISHED);
        assertThat(scorecards.publish(MIA, ours(1))).isEqualTo(Publication.ALREADY_PUBLISHED);
    }

    @Test
    void another_document_under_a_published_version_is_refused_with_the_next_version() {
        scorecards.publish(MIA, ours(1));
        scorecards.publish(MIA, ours(2));
        Scorecard other = ours(1).withBands(ours(1).bands().withEdges(80, 50));

        assertThatThrownBy(() -> scorecards.publish(MIA, other))
                .isInstanceOf(VersionExists.class)
                .hasMessage("scorecard ours v2 is published and never changes; give the document version 3");
    }

    @Test
    void a_version_cannot_be_left_out() {
        assertThatThrownBy(() -> scorecards.publish(MIA, ours(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the next version of scorecard ours must be 1 but the document says 2");
    }

    @Test
    void the_name_of_a_shipped_scorecard_cannot_be_taken() {
        assertThatThrownBy(() -> scorecards.publish(MIA, ShippedScorecards.CSM_STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as my-csm-standard");
    }

    @Test
    void a_scorecard_that_is_not_there_is_answered_with_similar_names() {
        scorecards.publish(MIA, ours(1));

        assertThatThrownBy(() -> scorecards.get(MIA, "csm-standart"))
                .isInstanceOf(ScorecardNotFound.class)
                .hasMessageContaining("csm-standard");
        for (String asked : new String[] {"ours@2", "ours@0", "ours@", "ours@x", "ours@99999999999"}) {
            assertThatThrownBy(() -> scorecards.get(MIA, asked)).isInstanceOf(ScorecardNotFound.class);
        }
    }

    @Test
    void what_one_tenant_published_another_does_not_have() {
        scorecards.publish(MIA, ours(1));
        Actor stranger = Actor.administrator(GLOBEX, Origin.EMBEDDED);

        assertThatThrownBy(() -> scorecards.get(stranger, "ours")).isInstanceOf(ScorecardNotFound.class);
        assertThat(scorecards.list(stranger)).isEqualTo(ShippedScorecards.ALL);
    }

    @Test
    void the_policy_is_the_default_scorecard_under_the_tenants_settings() {
        HealthSettings settings =
                HealthSettings.defaults().withThresholds(80, 50).withChurnWindowDays(90);

        HealthPolicy policy = csm.withHealthSettings(settings).scorecards().policy(MIA, Optional.empty());

        assertThat(policy.scorecard().name()).isEqualTo("csm-standard");
        assertThat(policy.scorecard().bands().green().from()).isEqualTo(80);
        assertThat(policy.scorecard().bands().amber().from()).isEqualTo(50);
        assertThat(policy.churnRules().windowDays()).isEqualTo(90);
    }

    @Test
    void settings_of_bands_leave_other_scorecards_as_they_are() {
        scorecards.publish(MIA, ours(1));
        HealthSettings settings =
                HealthSettings.defaults().withThresholds(80, 50).withScorecard("ours");

        HealthPolicy policy = csm.withHealthSettings(settings).scorecards().policy(MIA, Optional.empty());

        assertThat(policy.scorecard()).isEqualTo(ours(1));
    }
}
