package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.csm.adapter.llm.stub.SensibleAnswers;
import io.csm.application.narrative.ModelAnswer;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingAModelTheFactsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Desk desk = Desk.open();
    private final AccountBrief acme = Briefs.acme().build();

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Written<?>> all(AccountBrief brief) {
        return List.of(
                desk.narrator.healthSummary(Desk.TENANT, brief),
                desk.narrator.churn(Desk.TENANT, brief),
                desk.narrator.qbr(Desk.TENANT, Briefs.review(brief)),
                desk.narrator.expansion(Desk.TENANT, brief, List.of(Briefs.seats(brief)), Briefs.catalogue()),
                desk.narrator.adoption(Desk.TENANT, brief, Briefs.adoption(brief)));
    }

    @Test
    void gets_all_five_texts_out_of_a_sensible_model() {
        desk.stub.alwaysSays(SensibleAnswers::to);

        List<Written<?>> written = all(acme);

        assertThat(written).allSatisfy(each -> assertThat(each.writer()).isEqualTo(Writer.model("stub-1")));
        assertThat(desk.journal.all())
                .extracting(ModelAnswer::purpose)
                .containsExactly("health_summary", "churn", "qbr", "expansion", "adoption");
        assertThat(desk.stub.asked()).hasSize(5);
    }

    @Test
    void tells_the_model_of_one_account_only() {
        desk.stub.alwaysSays(SensibleAnswers::to);
        AccountBrief zenith = Briefs.account("Z-9", "Zenith Ltd")
                .withTicket("Import is slow")
                .withContact("Otto Frei")
                .build();

        all(acme);
        all(zenith);

        assertThat(desk.stub.asked()).hasSize(10);
        assertThat(desk.stub.asked().subList(0, 5))
                .allSatisfy(each -> assertThat(each.prompt())
                        .contains("Acme", "Export fails", "Mia Berg")
                        .doesNotContain("Zenith", "Import is slow", "Otto Frei", "Z-9"));
        assertThat(desk.stub.asked().subList(5, 10))
                .allSatisfy(each -> assertThat(each.prompt())
                        .contains("Zenith", "Import is slow", "Otto Frei")
                        .doesNotContain("Acme", "Export fails", "Mia Berg", "A-1"));
    }

    @Test
    void redacts_every_text_that_others_wrote() {
        AccountBrief careless = Briefs.acme()
                .named("Acme +49 151 23456789")
                .withTicket("Login as mia@acme.example with password: hunter2 and card 4111 1111 1111 1111")
                .withContact("mia.berg@acme.example")
                .build();

        all(careless);

        assertThat(desk.stub.asked())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.body().toString())
                        .contains("[phone]", "[email]", "[password]", "[card]")
                        .doesNotContain("23456789", "acme.example", "hunter2", "4111 1111", "vendor.example"));
    }

    @Test
    void tells_it_what_it_is_and_what_the_answer_must_look_like() {
        desk.narrator.churn(Desk.TENANT, acme);

        String prompt = desk.stub.asked().get(0).prompt();

        assertThat(prompt)
                .startsWith("You are an expert customer-success assistant.")
                .contains("\"risk_factors\"", "\"retention_recommendations\"", "<facts>", "\"churn_risk\"");
        assertThat(desk.stub
                        .asked()
                        .get(0)
                        .body()
                        .path("response_format")
                        .path("json_schema")
                        .path("name")
                        .asText())
                .isEqualTo("churn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            health_summary | churn_narrative                | expansion_signals, recommended_actions
            churn          | narrative                      | risk_factors, retention_recommendations
            qbr            | health_summary                 | roi_metrics, feature_adoption_scorecard, expansion_next_steps
            expansion      | opportunities                  |
            adoption       | recommendations                | features_used, underutilized_features, adoption_rate
            """)
    void makes_the_schema_out_of_the_answer(String purpose, String required, String optional)
            throws JsonProcessingException {
        JsonNode schema = MAPPER.readTree(form(purpose).schema());
        List<String> fields = new ArrayList<>(List.of(required));
        fields.addAll(optional == null ? List.of() : List.of(optional.split(", ")));

        assertThat(schema.path("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(fields);
        assertThat(schema.path("required")).extracting(JsonNode::asText).containsExactly(required);
    }

    @Test
    void makes_the_schema_of_an_opportunity_out_of_its_type() throws JsonProcessingException {
        JsonNode item = MAPPER.readTree(form("expansion").schema())
                .path("properties")
                .path("opportunities")
                .path("items");

        assertThat(item.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "opportunity_type", "evidence", "estimated_arr_impact", "recommended_talk_track", "confidence");
        assertThat(item.path("properties").path("opportunity_type").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactly("seats", "module", "integration");
        assertThat(item.path("properties").path("confidence").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactly("low", "medium", "high");
    }

    private AnswerForm<?> form(String purpose) {
        return switch (purpose) {
            case "health_summary" -> HealthPrompt.of(acme).form();
            case "churn" -> ChurnPrompt.of(acme).form();
            case "qbr" -> QbrPrompt.of(Briefs.review(acme)).form();
            case "expansion" ->
                ExpansionPrompt.of(acme, List.of(), Briefs.catalogue()).form();
            default -> AdoptionPrompt.of(acme, Briefs.adoption(acme)).form();
        };
    }
}
