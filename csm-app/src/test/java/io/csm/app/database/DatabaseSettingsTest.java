package io.csm.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private static final String URL = "jdbc:postgresql://db:5432/csm";
    private static final Secret PASSWORD = new Secret("hush");

    @Test
    void an_embedded_database_has_an_absolute_home_any_free_port_and_programs_of_its_own() {
        DatabaseSettings.Embedded settings = new DatabaseSettings.Embedded(Path.of("/srv/x/../csm"));

        assertThat(settings.home()).isEqualTo(Path.of("/srv/csm"));
        assertThat(settings.port()).isEqualTo(DatabaseSettings.Embedded.ANY_FREE_PORT);
        assertThat(settings.programs()).isEqualTo(Path.of("/srv/csm/postgres/programs"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void a_port_is_a_port(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings.Embedded(Path.of("/srv/csm")).withPort(port))
                .withMessage("database port must be 0 (any free one) to 65535 but was " + port);
    }

    @Test
    void a_home_is_not_blank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings.Embedded(Path.of("")))
                .withMessage("database home must not be blank but was ''");
    }

    @Test
    void an_external_database_is_a_postgresql() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> external("jdbc:mysql://db/csm?password=hush", "worker"))
                .withMessage("database url must start with jdbc:postgresql: but was 'jdbc:mysql://db/csm'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?password=hush", "?ssl=true&Password=hush", "?user=worker"})
    void a_url_holds_no_credentials(String parameters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> external(URL + parameters, "worker"))
                .withMessage("database url must not hold user or password, which have settings of their own, but did:"
                        + " 'jdbc:postgresql://db:5432/csm'");
    }

    @Test
    void a_user_is_not_blank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> external(URL, " "))
                .withMessage("database user must not be blank but was ' '");
    }

    @Test
    void secrets_are_never_shown() {
        assertThat(PASSWORD).hasToString("***");
        assertThat(external(URL + "?sslpassword=hush", "worker"))
                .hasToString("External[url=jdbc:postgresql://db:5432/csm, user=worker, ownerUser=keeper]");
    }

    @Test
    void a_secret_is_one_line_of_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Secret(""))
                .withMessage("secret must not be empty but was empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Secret("hush\n"))
                .withMessage("secret must not hold line breaks or control characters but did");
    }

    private static DatabaseSettings.External external(String url, String user) {
        return new DatabaseSettings.External(url, user, PASSWORD, "keeper", PASSWORD);
    }
}
