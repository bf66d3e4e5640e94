package io.csm.app.database;

import static io.csm.app.database.Homes.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StartingAfterACrashTest {

    private Path home;

    @BeforeEach
    void takeAHomeThatWasUsedBefore() throws Exception {
        home = Homes.usedBefore();
    }

    @Test
    void finds_committed_rows_when_only_the_owner_was_killed_and_its_server_runs_on() throws Exception {
        ProcessHandle orphan;
        try (OwnerProcess owner = OwnerProcess.of(home)) {
            orphan = server();
            owner.kill();
        }
        assertThat(orphan.isAlive()).isTrue();

        try (Database database = Database.open(Homes.at(home))) {
            assertThat(orphan.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
            assertThat(ask(database.application(), OwnerProcess.ROWS)).isEqualTo("1000");
        }
    }

    @Test
    void finds_committed_rows_when_owner_and_server_were_killed() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home)) {
            ProcessHandle server = server();
            server.destroyForcibly();
            owner.kill();
            server.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(pidFile()).exists();

        try (Database database = Database.open(Homes.at(home))) {
            assertThat(ask(database.application(), OwnerProcess.ROWS)).isEqualTo("1000");
        }
    }

    @Test
    void leaves_a_stranger_alone_that_has_the_process_number_of_the_old_server() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            writePidFile(stranger.toHandle());

            try (Database database = Database.open(Homes.at(home))) {
                assertThat(ask(database.application(), "select 1")).isEqualTo("1");
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void leaves_the_server_of_another_home_alone_that_has_the_process_number_of_the_old_one(@TempDir Path other)
            throws Exception {
        try (Database neighbour = Database.open(Homes.at(other))) {
            writePidFile(PostmasterFile.read(other.resolve("postgres/data"))
                    .flatMap(PostmasterFile::process)
                    .orElseThrow());

            try (Database database = Database.open(Homes.at(home))) {
                assertThat(ask(database.application(), "select 1")).isEqualTo("1");
                assertThat(ask(neighbour.application(), "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void begins_anew_when_the_very_first_start_was_killed_half_way(@TempDir Path first) throws Exception {
        Path half = Files.createDirectories(first.resolve("postgres/data.new/base"));
        Files.writeString(half.resolveSibling("PG_VERSION"), "18\n");

        try (Database database = Database.open(Homes.at(first))) {
            assertThat(ask(database.application(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void completes_roles_and_database_when_the_first_start_was_killed_before_them(@TempDir Path first)
            throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(Homes.at(home))) {
            Homes.tell(server.logins().superuser("postgres").unpooled(), "drop database csm", "drop role csm_app");
        }

        try (Database database = Database.open(Homes.at(home))) {
            assertThat(ask(database.application(), "select current_database()")).isEqualTo("csm");
        }
    }

    @Test
    void stops_the_server_when_the_process_is_asked_to_end() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home)) {
            ProcessHandle server = server();

            owner.terminate();

            assertThat(server.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
            assertThat(pidFile()).doesNotExist();
        }
    }

    @Test
    void lets_an_owner_with_an_order_of_its_own_finish_its_work_first() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home, "own-order")) {
            ProcessHandle server = server();

            owner.terminate();

            owner.awaitLine("rows at the end: 1000");
            assertThat(server.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    private Path data() {
        return home.resolve("postgres/data");
    }

    private Path pidFile() {
        return PostmasterFile.in(data());
    }

    private ProcessHandle server() throws Exception {
        return PostmasterFile.read(data()).flatMap(PostmasterFile::process).orElseThrow();
    }

    private void writePidFile(ProcessHandle process) throws Exception {
        long started =
                process.info().startInstant().map(Instant::getEpochSecond).orElseThrow();
        Files.writeString(
                pidFile(),
                "%d%n%s%n%d%n5432%n%n127.0.0.1%n  5432001         0%nready   %n"
                        .formatted(process.pid(), data(), started));
    }
}
