package io.csm.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RefusingAHomeTest {

    @TempDir
    Path home;

    @Test
    void says_that_the_home_is_a_file() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThat(refusal(file))
                .isEqualTo(
                        "Home %s is a file where a folder is needed: choose another home (CSM_HOME), or move the"
                                + " file away.",
                        file);
    }

    @Test
    void says_that_a_file_is_in_the_way_of_a_folder() throws IOException {
        Files.createFile(home.resolve("postgres"));

        assertThat(refusal(home))
                .isEqualTo(
                        "%s/postgres is a file where a folder is needed: move it away, or choose another home (CSM_HOME).",
                        home);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void says_that_the_home_cannot_be_written() {
        assertThat(refusal(Path.of("/proc/csm")))
                .startsWith("/proc/csm/postgres cannot be used (")
                .endsWith("correct that, or choose another home (CSM_HOME).");
    }

    @Test
    void says_that_the_data_directory_is_damaged_rather_than_start_empty() throws IOException {
        Files.createDirectories(home.resolve("postgres/data/base"));

        assertThat(refusal(home))
                .isEqualTo(
                        "Data directory %s/postgres/data is damaged, as its file PG_VERSION is missing: put the folder"
                                + " back from a backup, or move it away to start with an empty database.",
                        home);
    }

    @Test
    void says_what_postgres_said_when_other_files_are_missing() throws IOException {
        pretendToHoldData("18");

        assertThat(refusal(home))
                .startsWith("The embedded PostgreSQL in %s/postgres does not start (".formatted(home))
                .contains("look at " + home.resolve("postgres/postgres.log"));
    }

    @Test
    void says_which_version_made_the_data() throws IOException {
        pretendToHoldData("17");

        assertThat(refusal(home))
                .startsWith("Data directory %s/postgres/data was made by PostgreSQL 17, but this build brings 18."
                        .formatted(home))
                .contains("export the data");
    }

    @Test
    void says_that_the_passwords_are_missing_rather_than_lock_everybody_out() throws IOException {
        pretendToHoldData("18");
        Files.delete(home.resolve("postgres/passwords"));

        assertThat(refusal(home)).startsWith("Password file %s/postgres/passwords is missing although".formatted(home));
    }

    @Test
    void says_that_the_passwords_are_damaged() throws IOException {
        pretendToHoldData("18");
        Files.writeString(home.resolve("postgres/passwords"), "superuser=x\n");

        assertThat(refusal(home)).contains("is damaged, as it has no entry 'owner'");
    }

    @Test
    void says_that_the_port_asked_for_is_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThat(refusal(Homes.at(Homes.usedBefore()).withPort(port)))
                    .isEqualTo(
                            "Port %d, which the settings ask for, is in use by another program: stop that program, or"
                                    + " set another port or none.",
                            port);
        }
    }

    @Test
    void can_be_opened_once_the_reason_of_a_refusal_is_gone() throws IOException {
        Path used = Homes.usedBefore();
        Path passwords = used.resolve("postgres/passwords");
        Path elsewhere = Files.move(passwords, home.resolve("passwords"));
        assertThat(refusal(used)).contains("put the file back");

        Files.move(elsewhere, passwords);

        try (Database database = Database.open(Homes.at(used))) {
            assertThat(database.port()).isPositive();
        }
    }

    @Test
    void says_that_this_process_owns_the_home_already() throws Exception {
        Path used = Homes.usedBefore();
        try (Database owner = Database.open(Homes.at(used))) {
            assertThat(refusal(used))
                    .startsWith("Home %s is already in use by this process: stop that first".formatted(used));
            assertThat(Homes.ask(owner.application(), "select 1")).isEqualTo("1");
            assertThat(refusal(used)).contains("already in use by this process");
        }
    }

    @Test
    void does_not_run_programs_that_others_could_exchange() throws IOException {
        Path shared = Files.createDirectory(home.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(refusal(new DatabaseSettings.Embedded(home).withPrograms(shared)))
                .startsWith("Folder %s for the PostgreSQL programs can be written by other users".formatted(shared));
    }

    private void pretendToHoldData(String version) throws IOException {
        Path data = Files.createDirectories(home.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), version + "\n");
        Files.createFile(data.resolve("postgresql.conf"));
        Files.writeString(home.resolve("postgres/passwords"), "superuser=a\nowner=b\napplication=c\n");
    }

    private static String refusal(Path home) {
        return refusal(Homes.at(home));
    }

    private static String refusal(DatabaseSettings settings) {
        return catchThrowableOfType(
                        DatabaseUnavailable.class, () -> Database.open(settings).close())
                .getMessage();
    }
}
