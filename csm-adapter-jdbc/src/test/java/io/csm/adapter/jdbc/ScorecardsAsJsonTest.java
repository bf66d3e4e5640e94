package io.csm.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.health.document.RandomScorecards;
import io.csm.domain.health.document.ScorecardMistakes;
import org.junit.jupiter.api.Test;

class ScorecardsAsJsonTest {

    private static final int SCORECARDS = 300;

    /** Sorts keys and writes plain decimals, as PostgreSQL does with {@code jsonb}. */
    private static final ObjectMapper LIKE_JSONB = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Test
    void reads_back_every_shipped_scorecard() {
        assertThat(ShippedScorecards.ALL)
                .allSatisfy(scorecard -> assertThat(ScorecardJson.read(ScorecardJson.write(scorecard)))
                        .isEqualTo(scorecard));
    }

    @Test
    void reads_back_whatever_it_writes() {
        for (long seed = 0; seed < SCORECARDS; seed++) {
            Scorecard scorecard = RandomScorecards.of(seed);

            assertThat(ScorecardJson.read(ScorecardJson.write(scorecard)))
                    .as("seed %d", seed)
                    .isEqualTo(scorecard);
        }
    }

    @Test
    void reads_what_a_database_has_put_in_its_own_order() throws JsonProcessingException {
        for (long seed = 0; seed < SCORECARDS; seed++) {
            Scorecard scorecard = RandomScorecards.of(seed);

            Object tree = LIKE_JSONB.readValue(ScorecardJson.write(scorecard), Object.class);

            assertThat(ScorecardJson.read(LIKE_JSONB.writeValueAsString(tree)))
                    .as("seed %d", seed)
                    .isEqualTo(scorecard);
        }
    }

    @Test
    void writes_numbers_as_people_do() {
        assertThat(ScorecardJson.write(ShippedScorecards.LIFECYCLE_STAGE_CARD))
                .startsWith("{\"name\":\"lifecycle-stage\",\"version\":1,\"bands\":{\"green\":70,\"amber\":40},");
    }

    @Test
    void refuses_what_is_not_json() {
        assertThatThrownBy(() -> ScorecardJson.read("{\"name\": \"a\", \"name\": \"b\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a stored scorecard is not JSON: ");
        assertThatThrownBy(() -> ScorecardJson.read(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the scorecard must be a mapping with keys such as name, version, bands, labels but has no value");
    }

    @Test
    void tells_all_mistakes_without_a_place() {
        assertThatThrownBy(() -> ScorecardJson.read(
                        "{\"name\":\"a\",\"version\":\"1\",\"bands\":{\"green\":70,\"amber\":null},\"groups\":[true]}"))
                .isInstanceOf(ScorecardMistakes.class)
                .hasMessage("""
                        'version' of the scorecard must be a number without quotes but is "1"
                        'amber' of 'bands' of the scorecard must be a number such as 20 or 0.5 but has no value
                        a group must be a mapping with keys such as group, percent, measures but is 'true'""");
    }
}
