package io.csm.domain.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.fixture.RandomBriefs;
import io.csm.domain.health.Rag;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WritingAnyNarrativeTest {

    private static final int BRIEFS = 150;

    /** A full stop that ends a sentence, not one of a number or of a name such as {@code Acme Inc.} before a bracket. */
    private static final String SENTENCES = "(?<=[.])(?<!Inc\\.) (?=[A-Z\\da])";

    static List<Scorecard> scorecards() {
        return ShippedScorecards.ALL;
    }

    private static Stream<AccountBrief> briefs(Scorecard scorecard) {
        RandomBriefs random = RandomBriefs.seeded(20260302);
        return Stream.generate(() -> random.by(scorecard)).limit(BRIEFS);
    }

    private static Stream<String> parts(ChurnNarrative text) {
        return Stream.of(Stream.of(text.narrative()), text.riskFactors().stream(), text.recommendations().stream())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void the_same_brief_gives_the_same_text(Scorecard scorecard) {
        briefs(scorecard).forEach(brief -> {
            assertThat(ChurnWriter.write(brief)).isEqualTo(ChurnWriter.write(brief));
            assertThat(HealthSummaryWriter.write(brief)).isEqualTo(HealthSummaryWriter.write(brief));
        });
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void reads_like_somebody_wrote_it(Scorecard scorecard) {
        briefs(scorecard)
                .map(ChurnWriter::write)
                .flatMap(WritingAnyNarrativeTest::parts)
                .forEach(part -> assertThat(part)
                        .endsWith(".")
                        .doesNotContain("..", "N/A", "null", "NaN", "Optional", "  ", " .", " ,", ",,", "\n", "_")
                        .doesNotContainPattern("\\b1 (days|uses|points|tickets|messages|invoices)\\b")
                        .doesNotContainPattern("[?!]\\."));
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void has_two_to_four_sentences_and_three_to_five_recommendations(Scorecard scorecard) {
        briefs(scorecard).forEach(brief -> {
            ChurnNarrative text = ChurnWriter.write(brief);

            assertThat(ownWords(text.narrative(), brief).split(SENTENCES))
                    .as(text.narrative())
                    .hasSizeBetween(2, 4);
            assertThat(text.recommendations()).hasSizeBetween(3, 5);
            assertThat(text.riskFactors()).hasSizeLessThanOrEqualTo(6);
        });
    }

    /** What others wrote, and names, may hold full stops of their own. */
    private static String ownWords(String text, AccountBrief brief) {
        return text.replace(Prose.plain(brief.account().name()), "Acme").replaceAll("\"[^\"]*\"", "a text");
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void says_nothing_twice(Scorecard scorecard) {
        briefs(scorecard)
                .map(ChurnWriter::write)
                .forEach(text -> assertThat(parts(text).flatMap(part -> Stream.of(part.split(SENTENCES))))
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void names_a_risk_where_somebody_must_be_told(Scorecard scorecard) {
        briefs(scorecard).forEach(brief -> {
            AccountHealth health = brief.health();
            ChurnNarrative text = ChurnWriter.write(brief);

            assertThat(text.narrative()).contains(health.risk().code() + " churn risk");
            if (health.trigger().isPresent()) {
                assertThat(text.riskFactors()).isNotEmpty();
            }
            if (health.score().rag() != Rag.GREEN) {
                assertThat(text.narrative()).doesNotContain("good health");
            }
        });
    }
}
