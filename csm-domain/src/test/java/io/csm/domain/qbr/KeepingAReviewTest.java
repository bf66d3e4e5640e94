package io.csm.domain.qbr;

import static io.csm.domain.qbr.QbrTrigger.QUARTERLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.draft.Draft;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.narrative.Writer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingAReviewTest {

    @Test
    void names_the_draft_after_account_and_period_and_leaves_it_in_the_owner_s_mailbox() {
        Draft draft = QbrWriter.draft(ReviewOf.review(ReviewOf.thriving(), QUARTERLY));

        assertThat(draft.subject()).isEqualTo("QBR Ready: Globex \u2014 Q1 2026");
        assertThat(draft.key()).isEqualTo("qbr/A-1/Q1+2026/quarterly");
        assertThat(draft.representative()).contains("u-7");
        assertThat(QbrWriter.draft(ReviewOf.review(ReviewOf.unknown(), QUARTERLY))
                        .representative())
                .isEmpty();
    }

    @ParameterizedTest(name = "of {0} scores {1} are kept")
    @CsvSource({"1, 1", "2, 2", "60, 60", "61, 60", "200, 60"})
    void thins_the_history_evenly_and_keeps_its_ends(int scores, int kept) {
        BriefFixture brief = ReviewOf.unknown();
        for (int i = 1; i < scores; i++) {
            brief.scored(i, "feature_adoption_rate=0.4");
        }

        Qbr review = ReviewOf.review(brief, QUARTERLY);

        assertThat(review.history()).hasSize(kept).doesNotHaveDuplicates();
        assertThat(review.history()).extracting(Qbr.HistoryPoint::at).isSorted();
        assertThat(review.history()).last().extracting(Qbr.HistoryPoint::at).isEqualTo(BriefFixture.now());
        assertThat(review.history().get(0).score() < review.score()).isEqualTo(scores > 1);
    }

    @Test
    void calls_the_parts_of_the_score_by_what_they_are_about() {
        assertThat(ReviewOf.review(ReviewOf.thriving(), QUARTERLY).contributions())
                .startsWith(
                        new Qbr.Part("features in use", 16, 20, "80 % of the plan's features are in use"),
                        new Qbr.Part("usage over time", 15, 15, "usage is growing"));
    }

    @Test
    void does_not_show_what_one_is_not_sure_of_nor_what_to_say() {
        QbrFacts facts = ReviewOf.facts(ReviewOf.unknown(), QUARTERLY, PeerUsage.none());
        QbrFacts unsure = with(facts, Confidence.LOW);
        QbrFacts sure = with(facts, Confidence.MEDIUM);

        assertThat(QbrWriter.write(unsure)).isEqualTo(QbrWriter.write(facts));
        assertThat(QbrWriter.write(sure).nextSteps().bullets()).anyMatch(bullet -> bullet.startsWith("See a module"));
        assertThat(QbrWriter.write(sure).toString()).doesNotContain("between us");
    }

    private static QbrFacts with(QbrFacts facts, Confidence confidence) {
        return new QbrFacts(
                facts.brief(),
                facts.period(),
                facts.trigger(),
                facts.adoption(),
                List.of(new Opportunity(
                        facts.brief().account().id(),
                        OpportunityType.MODULE,
                        facts.period(),
                        List.of("between us"),
                        Optional.empty(),
                        "between us",
                        confidence,
                        Writer.RULES)),
                facts.roi(),
                facts.missing());
    }
}
