package io.csm.adapter.llm;

import static io.csm.application.narrative.ModelAnswer.Outcome.ASKED_AGAIN;
import static io.csm.application.narrative.ModelAnswer.Outcome.REJECTED;
import static io.csm.application.narrative.ModelAnswer.Outcome.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.csm.application.narrative.ModelAnswer;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.ChurnWriter;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAnswersTest {

    private static final String SOUND = """
            {"narrative": "People log in less and less.", "risk_factors": ["Nobody logs in."],
             "retention_recommendations": ["Call the champion."]}""";
    private static final ChurnNarrative READ = new ChurnNarrative(
            "People log in less and less.", List.of("Nobody logs in."), List.of("Call the champion."));

    private final Desk desk = Desk.open();
    private final AccountBrief acme = Briefs.acme().build();

    @AfterEach
    void close() {
        desk.close();
    }

    private Written<ChurnNarrative> churn() {
        return desk.narrator.churn(Desk.TENANT, acme);
    }

    private List<ModelAnswer.Outcome> outcomes() {
        return desk.journal.all().stream().map(ModelAnswer::outcome).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "```json\n%s\n```",
                "```\n%s```",
                "Here is what I think [see the schema]:\n\n%s\n\nShall I send it?",
                "I used {braces} before. %s",
                "[%s]"
            })
    void takes_the_json_out_of_what_is_around_it(String around) {
        desk.stub.says(around.formatted(SOUND));

        Written<ChurnNarrative> written = churn();

        assertThat(written).isEqualTo(Written.byModel(READ, "stub-1"));
        assertThat(outcomes()).containsExactly(USED);
    }

    @Test
    void tolerates_optional_parts_that_are_missing_or_null_and_parts_that_nobody_asked_for() {
        desk.stub.says("{\"narrative\": \"People log in less and less.\", \"risk_factors\": null, \"mood\": \"blue\"}");

        Written<ChurnNarrative> written = churn();

        assertThat(written.text())
                .isEqualTo(new ChurnNarrative(
                        "People log in less and less.",
                        ChurnWriter.write(acme).riskFactors(),
                        ChurnWriter.write(acme).recommendations()));
        assertThat(written.writer()).isEqualTo(Writer.model("stub-1"));
    }

    @Test
    void takes_a_list_alone_for_the_list_of_opportunities() {
        String opportunity = "{\"opportunity_type\": \"seats\", \"recommended_talk_track\": \"Shall we talk seats?\"}";
        desk.stub.says("[" + opportunity + "]", "{\"opportunities\": [" + opportunity + "]}");

        List<Opportunity> found = List.of(Briefs.seats(acme));
        Written<List<Opportunity>> list = desk.narrator.expansion(Desk.TENANT, acme, found, ProductCatalogue.unknown());
        Written<List<Opportunity>> object =
                desk.narrator.expansion(Desk.TENANT, acme, found, ProductCatalogue.unknown());

        assertThat(list).isEqualTo(object);
        assertThat(list.text().get(0).talkTrack()).isEqualTo("Shall we talk seats?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I cannot help with that.",
                "{\"narrative\": \"People log in less and",
                "{\"narrative\": 42}",
                "{\"narrative\": \"   \"}",
                "{\"narrative\": \"Fine.\", \"risk_factors\": \"Nobody logs in.\"}",
                "{\"narrative\": \"Fine.\", \"risk_factors\": [1, 2]}",
                "{\"risk_factors\": [\"Nobody logs in.\"]}",
                "[\"Nobody logs in.\"]",
                "[]"
            })
    void asks_again_once_with_the_error_for_what_cannot_be_read(String unreadable) {
        desk.stub.says(unreadable, SOUND);

        Written<ChurnNarrative> written = churn();

        assertThat(written).isEqualTo(Written.byModel(READ, "stub-1"));
        assertThat(outcomes()).containsExactly(ASKED_AGAIN, USED);
        assertThat(desk.stub.asked().get(1).prompt())
                .contains("This answer cannot be used: "
                        + desk.journal.all().get(0).problem().orElseThrow());
    }

    @Test
    void lets_the_rules_write_when_the_second_answer_cannot_be_read_either() {
        desk.stub.says("{\"narrative\": 42}", "{\"narrative\": [", SOUND);

        Written<ChurnNarrative> written = churn();

        assertThat(written)
                .isEqualTo(Written.byRules(ChurnWriter.write(acme))
                        .because("not written by the language model: the JSON is cut off before its end"));
        assertThat(outcomes()).containsExactly(ASKED_AGAIN, REJECTED);
        assertThat(desk.stub.asked()).hasSize(2);
    }

    @Test
    void takes_no_part_of_an_answer_that_is_cut_off() {
        String cutOff = "{\"features_used\": [\"dashboards\", \"alerts\"], \"recommendations\": [\"Show the";
        desk.stub.says(cutOff, cutOff);

        Written<List<String>> written = desk.narrator.adoption(Desk.TENANT, acme, Briefs.adoption(acme));

        assertThat(written.text()).containsExactly("Show them alerts.");
        assertThat(written.writer()).isEqualTo(Writer.RULES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I looked at [\"reports\"]. {\"recommendations\": [\"Train the team.\"]}",
                "There are [] problems. {\"recommendations\": [\"Train the team.\"]}",
                "{\"recommendations\": [\"Train the team.\"]} I looked at [\"reports\"].",
                "I looked at {\"features\": 2}. [\"Train the team.\"]",
                "[\"Train the team.\"]"
            })
    void takes_a_list_alone_only_where_no_object_is_the_answer(String answer) {
        desk.stub.says(answer);

        Written<List<String>> written = desk.narrator.adoption(Desk.TENANT, acme, Briefs.adoption(acme));

        assertThat(written).isEqualTo(Written.byModel(List.of("Train the team."), "stub-1"));
    }

    @Test
    void takes_no_list_for_an_answer_that_is_cut_off_behind_it() {
        String cutOff = "I looked at [\"reports\"]. {\"recommendations\": [\"Train the";
        desk.stub.says(cutOff, cutOff);

        Written<List<String>> written = desk.narrator.adoption(Desk.TENANT, acme, Briefs.adoption(acme));

        assertThat(written.writer()).isEqualTo(Writer.RULES);
        assertThat(written.note().orElseThrow()).contains("cut off");
    }

    /** Stumbles when it is looked at. */
    private record Trap(@JsonProperty(required = true) String text) implements Answer {

        @Override
        public List<String> prose() {
            throw new IllegalStateException("nobody expected that");
        }
    }

    @Test
    void keeps_and_counts_an_answer_that_cannot_be_looked_at() {
        LlmSettings settings = Desk.settings(desk.stub);
        desk.stub.says("{\"text\": \"Hello.\"}");
        try (Model model = new Model(settings, Desk.PATIENT, desk.clock)) {
            Scribe scribe = new Scribe(model, settings, Desk.PATIENT, desk.journal, desk.clock);
            Prompt<Trap> prompt =
                    new Prompt<>("trap", acme.account().id(), "Say hello.", Facts.none(), AnswerForm.of(Trap.class));

            assertThatThrownBy(() -> scribe.ask(Desk.TENANT, prompt)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(outcomes()).containsExactly(REJECTED);
        assertThat(desk.journal.all().get(0).answer()).contains("Hello.");
        assertThat(desk.journal.all().get(0).inputTokens()).isPositive();
    }

    @Test
    void takes_texts_about_a_contract_that_never_ends() {
        AccountBrief evergreen =
                Briefs.acme().withRenewsOn(LocalDate.of(9999, 12, 31)).build();
        desk.stub.says(SOUND);

        assertThat(desk.narrator.churn(Desk.TENANT, evergreen)).isEqualTo(Written.byModel(READ, "stub-1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 2_001})
    void takes_texts_of_at_most_2000_characters(int length) {
        String text = "{\"narrative\": \"" + "x".repeat(length) + "\"}";
        desk.stub.says(text, text);

        Written<ChurnNarrative> written = churn();

        assertThat(written.writer().model().isPresent()).isEqualTo(length == 2_000);
    }

    @Test
    void is_not_held_up_by_an_answer_full_of_brackets() {
        String brackets = "[{".repeat(50_000);
        desk.stub.says(brackets, "x [ ".repeat(50_000));

        assertThat(churn().writer()).isEqualTo(Writer.RULES);
    }

    @Test
    void refuses_an_answer_that_invents_a_figure_and_says_which() {
        desk.stub.says("{\"narrative\": \"They will lose 37% of their users.\"}", SOUND);

        Written<ChurnNarrative> written = churn();

        assertThat(written.text()).isEqualTo(READ);
        assertThat(desk.stub.asked().get(1).prompt())
                .contains("a text holds '37', which is not among the facts; leave it out");
    }
}
