package io.csm.app.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.event.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAnEventTest {

    private static final String USED =
            "{\"id\":\"u-1\",\"source\":\"app\",\"type\":\"feature_used\",\"source_type\":\"analytics\","
                    + "\"account_id\":\"acme\",\"occurred_at\":\"2026-03-01T10:00:00+01:00\","
                    + "\"payload\":{\"z\":1.50,\"feature\":\"reports\",\"count\":\"3\",\"a\":{\"y\":1,\"b\":[true]}}}";

    @Test
    void takes_subject_and_quantity_from_the_payload_and_writes_one_event_in_one_way() {
        Arrival arrival = EventDocument.read(USED);

        assertThat(arrival.event().subject()).contains("reports");
        assertThat(arrival.event().quantity()).contains(3L);
        assertThat(arrival.event().occurredAt()).hasToString("2026-03-01T09:00:00Z");
        assertThat(arrival.event().payload())
                .isEqualTo("{\"a\":{\"b\":[true],\"y\":1},\"count\":3,\"feature\":\"reports\",\"z\":1.50}");
        assertThat(EventDocument.read(arrival.document())).isEqualTo(arrival);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # replaced         | by              | the rule
          "reports"        | null            | payload.feature must be there
          "3"              | 3.5             | payload.count must be a whole number
          "acme"           | " "             | account_id must not be blank
          "app"            | ""              | source must have 1 to 60 characters
          "u-1"            | 7               | id must be a text in double quotes
          "analytics"      | "analytic"      | did you mean analytics?
          10:00:00+01:00   | 10:00:00        | must be an instant with its offset
          "source":        | "sorce":        | did you mean source?
          "reports"        | "a\\u0000"      | must not hold
          "payload":{      | "payload":[{    | must be JSON
        """)
    void refuses_what_makes_no_sense(String part, String other, String rule) {
        assertThatThrownBy(() -> EventDocument.read(USED.replace(part, other)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining(rule);
    }
}
