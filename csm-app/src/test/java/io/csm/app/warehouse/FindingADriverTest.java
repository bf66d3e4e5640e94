package io.csm.app.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingADriverTest {

    private static final String SERVICE = "META-INF/services/java.sql.Driver";

    @TempDir
    Path folder;

    @Test
    void the_driver_of_postgresql_is_there_without_a_folder() {
        Drivers drivers = new Drivers(folder.resolve("missing"));

        assertThat(drivers.find("jdbc:postgresql://host/database").getClass().getName())
                .isEqualTo("org.postgresql.Driver");
    }

    @Test
    void a_url_that_nobody_understands_names_the_folder_for_jars() {
        assertThatThrownBy(() -> new Drivers(folder).find("jdbc:trino://host"))
                .isInstanceOf(WarehouseUnavailable.class)
                .hasMessage("no JDBC driver understands jdbc:trino:; put the driver's jar into " + folder
                        + " and run the command again");
    }

    @Test
    void jars_in_the_folder_are_looked_into() throws IOException {
        jarWithDriver("io.csm.NoSuchDriver");

        assertThatThrownBy(() -> new Drivers(folder).find("jdbc:trino://host"))
                .isInstanceOf(WarehouseUnavailable.class)
                .hasMessageStartingWith("a JDBC driver in " + folder + " cannot be used")
                .hasMessageContaining("io.csm.NoSuchDriver");
    }

    private void jarWithDriver(String driver) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("some.jar")))) {
            jar.putNextEntry(new JarEntry(SERVICE));
            jar.write(driver.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
