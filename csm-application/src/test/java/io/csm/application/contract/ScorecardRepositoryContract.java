package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.health.PublishedScorecard;
import io.csm.application.health.port.ScorecardRepository;
import io.csm.application.health.port.VersionExists;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import org.junit.jupiter.api.Test;

/** What a repository of published scorecards must keep to. */
public abstract class ScorecardRepositoryContract extends PortsContract {

    private ScorecardRepository scorecards() {
        return ports().scorecards();
    }

    private static PublishedScorecard published(Scorecard like, String name, int version) {
        return new PublishedScorecard(like.named(new ScorecardRef(name, version)), MONDAY, "mia");
    }

    private static PublishedScorecard ours(int version) {
        return published(ShippedScorecards.CSM_STANDARD, "ours", version);
    }

    @Test
    void every_shipped_document_comes_back_as_it_was_published() {
        for (Scorecard shipped : ShippedScorecards.ALL) {
            PublishedScorecard mine = published(shipped, "my-" + shipped.name(), 1);

            scorecards().append(ACME, mine);

            assertThat(scorecards().find(ACME, mine.scorecard().ref())).contains(mine);
        }
    }

    @Test
    void a_published_version_never_changes() {
        scorecards().append(ACME, ours(1));

        assertThatThrownBy(
                        () -> scorecards().append(ACME, published(ShippedScorecards.ENTERPRISE_COMPONENTS, "ours", 1)))
                .isInstanceOf(VersionExists.class)
                .hasMessageContaining("ours v1");

        assertThat(scorecards().find(ACME, new ScorecardRef("ours", 1))).contains(ours(1));
    }

    @Test
    void the_latest_is_the_highest_version() {
        scorecards().append(ACME, ours(2));
        scorecards().append(ACME, ours(10));
        scorecards().append(ACME, ours(9));

        assertThat(scorecards().findLatest(ACME, "ours")).contains(ours(10));
        assertThat(scorecards().findLatest(ACME, "our")).isEmpty();
    }

    @Test
    void a_list_holds_every_version_by_name_and_version() {
        scorecards().append(ACME, ours(10));
        scorecards().append(ACME, ours(2));
        scorecards().append(ACME, published(ShippedScorecards.CSM_STANDARD, "a-first", 3));

        assertThat(scorecards().list(ACME))
                .extracting(each -> each.scorecard().ref().toString())
                .containsExactly("a-first v3", "ours v2", "ours v10");
    }

    @Test
    void what_was_never_published_is_not_found() {
        assertThat(scorecards().find(ACME, new ScorecardRef("ours", 1))).isEmpty();
        assertThat(scorecards().list(ACME)).isEmpty();
    }
}
