package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.narrative.RuleNarrator;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.HealthSummary;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhrasingWhatIsSettledTest {

    private final Desk desk = Desk.open();
    private final AccountBrief acme = Briefs.acme().build();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void takes_the_summary_of_a_score_with_its_lists() {
        desk.stub.says(
                "{\"churn_narrative\": \"Usage is declining.\", \"expansion_signals\": [\"They like it.\", \" \"],"
                        + " \"recommended_actions\": [\"Call them.\"]}");

        Written<HealthSummary> written = desk.narrator.healthSummary(Desk.TENANT, acme);

        assertThat(written)
                .isEqualTo(Written.byModel(
                        new HealthSummary("Usage is declining.", List.of("They like it."), List.of("Call them.")),
                        "stub-1"));
    }

    @Test
    void takes_narratives_and_next_steps_of_a_review_and_leaves_headings_and_figures() {
        QbrFacts facts = Briefs.review(acme);
        QbrText rules = new RuleNarrator().qbr(Desk.TENANT, facts).text();
        desk.stub.says("""
                {"health_summary": "Usage is declining.",
                 "roi_metrics": {"Active_Users": "Of 140 seats 118 are used", "saved hours": "They saved a lot of hours."},
                 "feature_adoption_scorecard": {"dashboards": "Many people use dashboards.", "alerts": "3",
                                                "rockets": "Nobody uses rockets yet."},
                 "expansion_next_steps": ["Meet the sponsor."]}""");

        QbrText text = desk.narrator.qbr(Desk.TENANT, facts).text();

        assertThat(text)
                .isEqualTo(new QbrText(
                        new QbrSection(
                                rules.health().heading(),
                                "Usage is declining.",
                                rules.health().bullets()),
                        new QbrSection(
                                rules.roi().heading(),
                                "Of 140 seats 118 are used.",
                                rules.roi().bullets()),
                        new QbrSection(
                                rules.adoption().heading(),
                                "Many people use dashboards.",
                                rules.adoption().bullets()),
                        new QbrSection(
                                rules.nextSteps().heading(),
                                rules.nextSteps().narrative(),
                                List.of("Meet the sponsor."))));
    }

    @Test
    void leaves_sections_of_a_review_that_were_left_out() {
        QbrFacts facts = Briefs.review(acme);
        QbrText rules = new RuleNarrator().qbr(Desk.TENANT, facts).text();
        desk.stub.says("{\"health_summary\": \"Usage is declining.\"}");

        QbrText text = desk.narrator.qbr(Desk.TENANT, facts).text();

        assertThat(text.sections().subList(1, 4)).isEqualTo(rules.sections().subList(1, 4));
    }

    @Test
    void marks_what_the_model_proposes_as_proposed() {
        desk.stub.says("[{\"opportunity_type\": \"module\", \"evidence\": \"They ask for Insights.\","
                + " \"recommended_talk_track\": \"Insights would show you more.\"}]");

        Written<List<Opportunity>> written =
                desk.narrator.expansion(Desk.TENANT, acme, List.of(Briefs.seats(acme)), Briefs.catalogue());

        assertThat(written.text())
                .containsExactly(
                        Briefs.seats(acme),
                        new Opportunity(
                                acme.account().id(),
                                OpportunityType.MODULE,
                                Briefs.QUARTER,
                                List.of("Proposed by the language model stub-1: They ask for Insights."),
                                Optional.empty(),
                                "Insights would show you more.",
                                Confidence.LOW,
                                Writer.model("stub-1")));
        assertThat(written.writer()).isEqualTo(Writer.model("stub-1"));
    }

    @Test
    void takes_no_proposal_of_what_is_sold_nowhere_though_a_word_holds_its_name() {
        ProductCatalogue sold = new ProductCatalogue(List.of(), List.of("SAP"));
        desk.stub.says("[{\"opportunity_type\": \"integration\", \"evidence\": \"They are disappointed.\","
                + " \"recommended_talk_track\": \"Let us connect Oracle.\"}]");

        Written<List<Opportunity>> written =
                desk.narrator.expansion(Desk.TENANT, acme, List.of(Briefs.seats(acme)), sold);

        assertThat(written.text()).containsExactly(Briefs.seats(acme));
    }

    @Test
    void says_so_when_the_model_adds_nothing_to_the_opportunities() {
        desk.stub.says("{\"opportunities\": []}");

        Written<List<Opportunity>> written =
                desk.narrator.expansion(Desk.TENANT, acme, List.of(Briefs.seats(acme)), Briefs.catalogue());

        assertThat(written)
                .isEqualTo(
                        Written.byRules(List.of(Briefs.seats(acme))).because("the language model had nothing to add"));
    }

    @Test
    void takes_recommendations_and_neither_features_nor_rate() {
        AdoptionReport report = Briefs.adoption(acme);
        desk.stub.says("{\"features_used\": [\"rockets\"], \"adoption_rate\": 0.99,"
                + " \"recommendations\": [\"Train the team on alerts.\"]}");

        Written<List<String>> written = desk.narrator.adoption(Desk.TENANT, acme, report);

        assertThat(written).isEqualTo(Written.byModel(List.of("Train the team on alerts."), "stub-1"));
    }

    @Test
    void is_the_other_narrator_itself_without_a_model() {
        RuleNarrator rules = new RuleNarrator();
        try (LlmAdapter none = LlmAdapter.connect(LlmSettings.none(), desk.journal, desk.clock)) {
            assertThat(none.narrator(rules)).isSameAs(rules);
            assertThat(none.check()).isEqualTo("no language model is configured");
        }
    }
}
