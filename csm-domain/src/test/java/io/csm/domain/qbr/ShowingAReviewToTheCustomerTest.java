package io.csm.domain.qbr;

import static io.csm.domain.qbr.QbrTrigger.QUARTERLY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.ExpansionFinders;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.fixture.RandomBriefs;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr.Part;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a customer sees of a review is in words that are meant for a customer. */
class ShowingAReviewToTheCustomerTest {

    private static final int ACCOUNTS = 150;

    private static final String[] OUR_WORDS = {
        "champion",
        "churn",
        "risk",
        "confidence",
        "outreach",
        "contracting",
        "expanding",
        "touchpoint",
        "webinar",
        "e-mail",
        "executive can be reached",
        "technical account manager",
        "TAM ",
        "NPS",
        "CSAT",
        "ARR ",
        "not tracked",
        "assumed",
        "your help desk",
        "days to renewal",
        "renews in",
        "lifecycle",
        "mid-market"
    };

    private static Stream<Qbr> reviews() {
        return ShippedScorecards.ALL.stream()
                .flatMap(scorecard -> IntStream.range(0, ACCOUNTS).mapToObj(seed -> review(scorecard, seed)));
    }

    private static Qbr review(Scorecard scorecard, int seed) {
        RandomBriefs random = RandomBriefs.seeded(seed);
        AccountBrief brief = random.by(scorecard);
        QbrFacts facts = QbrFacts.of(
                brief,
                ReviewOf.PERIOD,
                random.oneOf(List.of(QbrTrigger.values())),
                AdoptionReport.of(brief, random.peers()),
                ExpansionFinders.find(brief, random.catalogue()));
        return Qbr.of(facts, Written.byRules(QbrWriter.write(facts)), brief.asOf());
    }

    /** All that the documents show of a review. */
    private static String shown(Qbr qbr) {
        return Stream.of(
                        qbr.text().sections().stream()
                                .flatMap(each -> Stream.concat(Stream.of(each.narrative()), each.bullets().stream())),
                        qbr.contributions().stream().flatMap(part -> Stream.of(part.label(), part.reason())),
                        qbr.roi().stream().flatMap(each -> Stream.of(each.name(), each.value(), each.source())))
                .flatMap(each -> each)
                .collect(joining("\n"));
    }

    @Test
    void keeps_our_words_for_ourselves_by_every_scorecard() {
        reviews()
                .forEach(qbr -> assertThat(shown(qbr))
                        .doesNotContainIgnoringCase(OUR_WORDS)
                        .doesNotContainPattern("\\b(RED|AMBER|GREEN)\\b")
                        .doesNotContainPattern("[a-z]_[a-z]"));
    }

    @Test
    void gives_each_part_of_the_score_a_name_and_a_reason_and_adds_up() {
        assertThat(reviews().filter(qbr -> !qbr.contributions().isEmpty()))
                .hasSizeGreaterThan(2 * ACCOUNTS)
                .allSatisfy(qbr -> {
                    List<Part> parts = qbr.contributions();
                    assertThat(parts)
                            .hasSizeGreaterThan(0)
                            .allSatisfy(part -> assertThat(part.reason()).isNotBlank())
                            .filteredOn(part -> part.max() > 0)
                            .allSatisfy(part -> assertThat(part.points()).isBetween(-1e-9, part.max() + 1e-9));
                    assertThat(parts).extracting(Part::label).doesNotContain("").doesNotHaveDuplicates();
                    assertThat(parts.stream().mapToDouble(Part::max).sum()).isCloseTo(100, within(1e-6));
                    assertThat(parts.stream().mapToDouble(Part::points).sum()).isCloseTo(qbr.score(), within(0.51));
                });
    }

    @Test
    void folds_the_measures_that_are_for_us_alone_into_one_line() {
        BriefFixture brief = BriefFixture.aBrief()
                .by(ShippedScorecards.ENTERPRISE_COMPONENTS)
                .with("champion_status=left executive_access=no touchpoints_30_days=0 email_open_rate=0.1")
                .with("webinars_attended_90_days=0 arr_growth_rate=-0.3 contract_value_band=small");

        assertThat(ReviewOf.review(brief, QUARTERLY).contributions())
                .extracting(Part::label, Part::reason)
                .contains(
                        tuple("main contact", "our main contact has moved on"),
                        tuple("contact with your executives", "we have not met your executives in 90 days"))
                .endsWith(
                        tuple("other measures", "what else counts towards the score"),
                        tuple("adjustment of the whole", "lowers the score beyond single measures"));
    }

    @Test
    void shows_no_parts_where_all_of_them_are_for_us_alone() {
        BriefFixture brief = BriefFixture.aBrief()
                .by(ShippedScorecards.ENGAGEMENT_SENTIMENT_GROWTH)
                .with("feature_adoption_rate=- login_frequency_days=- nps_score=-")
                .with("usage_depth=minimal outreach_response=none growth_status=contracting");

        assertThat(ReviewOf.review(brief, QUARTERLY).contributions())
                .extracting(Part::label)
                .doesNotContain("usage depth", "outreach response", "growth");
    }

    @Test
    void says_of_an_account_without_data_what_is_not_known() {
        QbrFacts facts = ReviewOf.facts(ReviewOf.unknown(), QUARTERLY, PeerUsage.none());
        Qbr review = ReviewOf.review(facts);

        assertThat(review.text().health().bullets())
                .contains("Not known yet: logins, conversations with us and likelihood to recommend us");
        assertThat(review.text().roi().narrative()).contains("as soon as further data", "is at hand");
        assertThat(review.contributions())
                .contains(new Part("logins", 5, 10, "not known yet, so a fixed value stands in"));
        assertThat(review.missing()).isNotEmpty();
    }
}
