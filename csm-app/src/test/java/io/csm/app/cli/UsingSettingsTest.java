package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.cli.Terminal.Said;
import io.csm.app.config.CsmSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsingSettingsTest {

    private static final String SECRET = "geheim-4711";

    @TempDir
    private Path home;

    private Terminal terminal() {
        return Terminal.plain().with("CSM_HOME", home.toString()).typing(csv("A-1" + HEALTHY));
    }

    private static Said scan(Terminal terminal) {
        return terminal.run("scan", "--signals", "-", "--json");
    }

    private void settings(String yaml) throws IOException {
        Files.writeString(home.resolve("csm.yaml"), yaml.replace("\\n", "\n"));
    }

    private static String rag(Terminal terminal) {
        return scan(terminal).only().get("rag").asText();
    }

    @Test
    void moves_the_bands_by_the_thresholds() throws IOException {
        settings("health:\n  green: 81.5\n  amber: 60\n");
        assertThat(rag(terminal())).isEqualTo("AMBER");

        settings("health:\n  green: 95\n  amber: 82\n");
        assertThat(rag(terminal())).isEqualTo("RED");

        settings("health:\n  green: 81\n");
        assertThat(rag(terminal())).as("the lower edge belongs to the band").isEqualTo("GREEN");
    }

    @Test
    void lets_the_environment_win_over_the_file() throws IOException {
        settings("health:\n  green: 95\n");

        assertThat(rag(terminal().with("CSM_HEALTH_GREEN", "70"))).isEqualTo("GREEN");
    }

    @Test
    void scores_by_the_scorecard_of_the_settings() {
        Said said = scan(terminal().with("CSM_HEALTH_SCORECARD", "enterprise-components"));

        assertThat(said.only().get("scorecard").asText()).isEqualTo("enterprise-components");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\n", "# nothing is set\\n", "health:\\n", "\uFEFFhealth:\\n  green: 70\\n"})
    void takes_a_file_that_sets_little_or_nothing(String yaml) throws IOException {
        settings(yaml);

        assertThat(scan(terminal()).code()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            health:\\n  gren: 70                      | line 2, column 9: there is no setting 'health.gren'; did you mean health.green
            helth:\\n  green: 70                      | line 2, column 10: there is no setting 'helth.green'; did you mean health.green
            health:\\n  green: many                   | line 2, column 10: setting health.green must be a number but was 'many'
            health:\\n  green: 30                     | line 2, column 10: bands overlap
            health:\\n  green: 101                    | line 2, column 10:
            health:\\n  amber: -1                     | line 2, column 10:
            health:\\n  churn_window_days: 1.5        | line 2, column 22: setting health.churn_window_days must be a whole number but was '1.5'
            health:\\n  churn_window_days: 99999      | line 2, column 22: the churn window must be from 0 to 3650 days
            health:\\n  green: 70\\n  green: 80       | line 3, column 10: setting health.green stands here for the second time
            health:\\n  green: [70]                   | setting health.green must be a single value
            health: 70                                | line 1, column 9: health is a group of settings, such as health.
            [health]                                  | settings hold no lists
            health:\\n green: 70\\n  amber: 40        | this is not YAML
            health: "                                 | this is not YAML: a quote is never closed
            signals:\\n  shelf_life_days: nps_score  | line 2, column 20: shelf lives must be written as signals and days
            signals:\\n  shelf_life_days: nps_skore 9 | line 2, column 20: there is no signal nps_skore; did you mean nps_score?
            database:\\n  port: 70000                 | line 2, column 9: database port must be 0 (any free one) to 65535
            database:\\n  url: mysql://h/x            | line 2, column 8:
            database:\\n  password: geheim-4711       | a secret belongs into CSM_DATABASE_PASSWORD or into a file named by database.password_file
            """)
    void says_where_a_mistake_stands_and_what_the_rule_is(String yaml, String sentence) throws IOException {
        settings(yaml);

        Said said = scan(terminal().with("CSM_DATABASE_PASSWORD", "a").with("CSM_DATABASE_OWNER_PASSWORD", "b"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("csm: " + home.resolve("csm.yaml") + ", line ")
                .contains(sentence);
        assertThat(said.err()).doesNotContain(SECRET);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void says_that_a_file_is_no_text_or_no_file() throws IOException {
        Path file = home.resolve("csm.yaml");

        Files.write(file, "health:\n  green: \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(scan(terminal()).err()).endsWith("csm.yaml is not UTF-8 text; save it with the encoding UTF-8\n");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(scan(terminal()).err()).endsWith("csm.yaml cannot be read: it is a folder\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CSM_HEALTH_GREN      | environment variable CSM_HEALTH_GREN sets nothing; did you mean CSM_HEALTH_GREEN
            CSM_DATABASE_PASWORD | environment variable CSM_DATABASE_PASWORD sets nothing; did you mean CSM_DATABASE_PASSWORD
            CSM_SIGNALS_SHELF_LIFE | environment variable CSM_SIGNALS_SHELF_LIFE sets nothing; did you mean CSM_SIGNALS_SHELF_LIFE_DAYS
            CSM_HEALTH_GREEN     | environment variable CSM_HEALTH_GREEN: setting health.green must be a number
            """)
    void says_which_variable_is_wrong_and_not_its_secret(String variable, String sentence) {
        Said said = scan(terminal().with(variable, SECRET));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("csm: " + sentence);
        if (variable.contains("DATABASE")) {
            assertThat(said.err()).doesNotContain(SECRET);
        }
    }

    @Test
    void never_shows_a_secret() throws IOException {
        Path file = Files.writeString(home.resolve("owner-password"), SECRET + "-owner\n");
        Map<String, String> environment = Map.of(
                "CSM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/csm?sslpassword=" + SECRET,
                "CSM_DATABASE_PASSWORD", SECRET,
                "CSM_DATABASE_OWNER_PASSWORD_FILE", file.toString(),
                "NOTION_TOKEN", SECRET,
                "OPENAI_API_KEY", SECRET);
        Terminal terminal = terminal();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            terminal = terminal.with(variable.getKey(), variable.getValue());
        }

        Said doctor = terminal.run("doctor");
        Said failed = terminal.run("explain", "A-1", "--stack");

        assertThat(CsmSettings.load(home, environment).toString()).doesNotContain(SECRET);
        assertThat(doctor.code()).isEqualTo(3);
        assertThat(doctor.out()).contains("wrong  database").doesNotContain(SECRET);
        assertThat(failed.code()).isEqualTo(3);
        assertThat(failed.err()).contains("127.0.0.1:1").doesNotContain(SECRET);
    }

    @Test
    void does_not_repeat_a_password_that_stands_in_a_url() {
        Said said = scan(terminal()
                .with("CSM_DATABASE_URL", "postgres://mia:" + SECRET + "@db.example.com/csm")
                .with("CSM_DATABASE_PASSWORD", "a")
                .with("CSM_DATABASE_OWNER_PASSWORD", "b"));

        assertThat(said.err())
                .isEqualTo(
                        "csm: environment variable CSM_DATABASE_URL: database url must start with jdbc:postgresql: but"
                                + " was 'postgres://***@db.example.com/csm'\n");
    }

    @Test
    void says_how_to_give_a_secret_that_is_missing() {
        Said said = scan(terminal().with("CSM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/csm"));

        assertThat(said.err())
                .contains(
                        "the secret database.password is missing: set CSM_DATABASE_PASSWORD, or name a file that holds"
                                + " it in database.password_file");
    }

    @Test
    void is_looked_over_by_the_doctor_without_starting_a_database() throws IOException {
        settings("health:\n  gren: 70\n");

        Said said = terminal().run("doctor");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out())
                .contains("wrong  settings  " + home)
                .contains("off    database  not looked at, as the settings are wrong");
        assertThat(home.resolve("postgres")).doesNotExist();
    }
}
