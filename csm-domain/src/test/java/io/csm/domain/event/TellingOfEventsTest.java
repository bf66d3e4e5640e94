package io.csm.domain.event;

import static io.csm.domain.event.StandardEvents.CSAT_ANSWER;
import static io.csm.domain.event.StandardEvents.FEATURE_USED;
import static io.csm.domain.event.StandardEvents.LOGIN;
import static io.csm.domain.event.StandardEvents.NPS_ANSWER;
import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.event.EventType.Quantity;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingOfEventsTest {

    @ParameterizedTest(name = "{0} of {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # type           | subject | quantity
            feature_used     | reports | -
            feature_used     | reports | 0
            feature_used     | reports | 1000000000
            login            | -       | -
            webinar_attended | -       | -
            webinar_attended | keynote | -
            tam_health       | AMBER   | -
            nps_answer       | -       | 0
            nps_answer       | -       | 10
            csat_answer      | -       | 1
            csat_answer      | -       | 5
            """)
    void takes_what_its_type_allows(String type, String subject, String quantity) {
        Event event = event(type(type), subject, quantity);

        assertThat(event.amount()).isEqualTo("-".equals(quantity) ? 1 : Long.parseLong(quantity));
    }

    @ParameterizedTest(name = "{0} of {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # type       | subject | quantity   | message
            feature_used | -       | -          | feature must be given but is missing
            feature_used | ' '     | -          | feature must be given but was ' '
            feature_used | reports | -1         | count must be a whole number from 0 to 1000000000 but was -1
            feature_used | reports | 1000000001 | count must be a whole number from 0 to 1000000000 but was 1000000001
            tam_health   | -       | -          | rag must be one of GREEN, AMBER, RED but is missing
            tam_health   | amber   | -          | rag must be one of GREEN, AMBER, RED but was 'amber'
            nps_answer   | -       | -          | score must be a whole number from 0 to 10 but is missing
            nps_answer   | -       | -1         | score must be a whole number from 0 to 10 but was -1
            nps_answer   | -       | 11         | score must be a whole number from 0 to 10 but was 11
            csat_answer  | -       | 0          | score must be a whole number from 1 to 5 but was 0
            csat_answer  | -       | 6          | score must be a whole number from 1 to 5 but was 6
            """)
    void refuses_what_its_type_does_not_allow(String type, String subject, String quantity, String message) {
        assertThatThrownBy(() -> event(type(type), subject, quantity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static EventType type(String name) {
        return Arrays.stream(SourceType.values())
                .filter(source -> source != SourceType.CUSTOM)
                .flatMap(source -> StandardEvents.find(source, name).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Event event(EventType type, String subject, String quantity) {
        return new Event(
                id("1"),
                type,
                ACME,
                NOW.plusNanos(999),
                Optional.empty(),
                Optional.of(subject).filter(text -> !"-".equals(text)),
                Optional.of(quantity).filter(text -> !"-".equals(text)).map(Long::valueOf),
                "{}");
    }

    @Test
    void keeps_its_instant_to_the_microsecond() {
        assertThat(event(LOGIN, "-", "-").occurredAt()).isEqualTo(NOW);
    }

    @Test
    void finds_a_type_by_its_kind_of_system_and_name() {
        assertThat(StandardEvents.find(SourceType.ANALYTICS, "feature_used")).contains(FEATURE_USED);
        assertThat(StandardEvents.find(SourceType.CRM, "feature_used")).isEmpty();
        assertThat(StandardEvents.find(SourceType.ANALYTICS, "Feature_used")).isEmpty();
        assertThat(StandardEvents.find(SourceType.CUSTOM, "feature_used"))
                .hasValueSatisfying(type -> assertThat(type).isNotEqualTo(FEATURE_USED));
    }

    @Test
    void has_codes_that_stay() {
        assertThat(StandardEvents.ALL)
                .extracting(EventType::code)
                .containsExactly(
                        "feature_used",
                        "login",
                        "email_sent",
                        "email_opened",
                        "webinar_attended",
                        "tam_health",
                        "churned",
                        "escalation",
                        "payment_failed",
                        "nps_answer",
                        "csat_answer");
        assertThat(StandardEvents.find(SourceType.CUSTOM, "badge_won"))
                .map(EventType::code)
                .contains("custom.badge_won");
        assertThat(Arrays.stream(SourceType.values()).map(SourceType::code))
                .containsExactly("support", "analytics", "crm", "billing", "survey", "custom");
    }

    @Test
    void asks_surveys_for_a_score() {
        assertThat(NPS_ANSWER.quantity()).contains(new Quantity("score", true, 0, 10));
        assertThat(CSAT_ANSWER.quantity()).contains(new Quantity("score", true, 1, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Login", "log in", "log-in", "1234567890123456789012345678901234567890123456789012345678901"
            })
    void refuses_a_type_that_is_no_word(String name) {
        assertThatThrownBy(() -> StandardEvents.find(SourceType.CUSTOM, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "event type must be 1 to 60 lower-case letters, digits and underscores but was '" + name + "'");
    }

    @Test
    void refuses_a_range_without_numbers() {
        assertThat(new Quantity("score", true, 5, 5).to()).isEqualTo(5);
        assertThatThrownBy(() -> new Quantity("score", true, 5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("score must not go from 5 to 4");
    }
}
