package io.csm.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingHowOftenJobsRunTest {

    private static final String VARIABLE = "CSM_JOBS_SCORE_CHANGES_EVERY";

    @TempDir
    private Path home;

    private Duration every(Map<String, String> environment) {
        return CsmSettings.load(home, environment).jobs().scoreChangesEvery();
    }

    @Test
    void is_five_seconds_unless_it_is_set() throws IOException {
        assertThat(every(Map.of())).isEqualTo(Duration.ofSeconds(5));
        Files.writeString(home.resolve("csm.yaml"), "jobs:\n  score_changes_every: PT20S\n");
        assertThat(every(Map.of())).isEqualTo(Duration.ofSeconds(20));
        assertThat(every(Map.of(VARIABLE, "PT1M"))).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5      | setting jobs.score_changes_every must be a duration such as PT5S (5 seconds) or PT1M but was '5'
            often  | setting jobs.score_changes_every must be a duration such as PT5S (5 seconds) or PT1M but was 'often'
            PT0S   | jobs.score_changes_every must be from PT0.1S to PT1H but was PT0S
            """)
    void refuses_what_is_no_sensible_duration_saying_where_it_stands(String value, String sentence) {
        assertThatThrownBy(() -> every(Map.of(VARIABLE, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("environment variable " + VARIABLE + ": " + sentence);
    }

    @Test
    void tells_of_a_variable_that_sets_nothing() {
        assertThatThrownBy(() -> every(Map.of("CSM_JOBS_SCORE_CHANGE_EVERY", "PT5S")))
                .hasMessageContaining("CSM_JOBS_SCORE_CHANGE_EVERY sets nothing")
                .hasMessageContaining(VARIABLE);
    }
}
