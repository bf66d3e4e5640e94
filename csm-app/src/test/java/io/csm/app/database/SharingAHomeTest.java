package io.csm.app.database;

import static io.csm.app.database.Homes.ask;
import static io.csm.app.database.Homes.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharingAHomeTest {

    private Path home;

    @BeforeEach
    void takeAHomeThatWasUsedBefore() throws Exception {
        home = Homes.usedBefore();
    }

    @Test
    void uses_the_database_that_another_process_has_started() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home);
                Database database = Database.open(Homes.at(home))) {
            assertThat(ask(database.application(), OwnerProcess.ROWS)).isEqualTo("1000");
            assertThat(ask(database.application(), "select current_user")).isEqualTo("csm_app");
            tell(database.owner(), "insert into kept values (1001)");
            assertThat(ask(database.superuser().orElseThrow(), OwnerProcess.ROWS))
                    .isEqualTo("1001");
            assertThat(database.describe()).endsWith(", started by process " + owner.pid());
            assertThat(database.loss()).isEmpty();
            database.close();
            owner.terminate();
        }
    }

    @Test
    void leaves_that_database_to_its_owner() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home)) {
            Database.open(Homes.at(home)).close();

            try (Database again = Database.open(Homes.at(home))) {
                assertThat(again.describe()).endsWith(", started by process " + owner.pid());
            }
            owner.terminate();
        }
    }

    @Test
    void says_that_the_database_ended_with_its_owner() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home);
                Database database = Database.open(Homes.at(home))) {
            owner.terminate();

            assertThat(database.loss())
                    .contains(
                            ("the database of home %s ended with process %d, which had started it; run the same command again"
                                            + " and it starts the database by itself, nothing that was stored is lost")
                                    .formatted(home, owner.pid()));
        }
    }

    @Test
    void starts_the_database_itself_once_the_owner_has_ended() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home);
                Database shared = Database.open(Homes.at(home))) {
            owner.terminate();

            try (Database own = Database.open(Homes.at(home))) {
                assertThat(own.describe()).doesNotContain("started by process");
                assertThat(ask(own.application(), OwnerProcess.ROWS)).isEqualTo("1000");
                assertThat(shared.loss()).isPresent();
            }
        }
    }

    @Test
    void does_not_share_a_home_that_is_wanted_alone() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home)) {
            String refusal = catchThrowableOfType(DatabaseUnavailable.class, () -> Database.openAlone(Homes.at(home)))
                    .getMessage();

            assertThat(refusal)
                    .isEqualTo(
                            "Home %s is already in use by process %d: stop that first, or choose another home (CSM_HOME).",
                            home, owner.pid());
            owner.terminate();
        }
    }

    @Test
    void says_which_process_has_no_database_to_share() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home, "lock-only")) {
            EmbeddedHome hurried = new EmbeddedHome(Homes.at(home), Duration.ZERO);

            String refusal = catchThrowableOfType(
                            DatabaseUnavailable.class, () -> hurried.open(own -> own, shared -> shared))
                    .getMessage();

            assertThat(refusal)
                    .isEqualTo(
                            "Home %s is in use by process %d, and its database does not answer: wait until that process has"
                                    + " started, stop it, or choose another home (CSM_HOME).",
                            home, owner.pid());
        }
    }

    @Test
    void takes_over_when_the_owner_ends_before_its_database_is_up() throws Exception {
        try (OwnerProcess owner = OwnerProcess.of(home, "lock-only")) {
            CompletableFuture<Database> opened = CompletableFuture.supplyAsync(() -> Database.open(Homes.at(home)));

            owner.kill();

            try (Database own = opened.get(30, TimeUnit.SECONDS)) {
                assertThat(own.describe()).doesNotContain("started by process");
            }
        }
    }
}
