package io.csm.application.directory;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ListedDirectory;
import io.csm.application.contract.RecordingBook;
import io.csm.application.contract.SettableClock;
import io.csm.application.delivery.Channels;
import io.csm.application.directory.port.DirectoryUnavailable;
import io.csm.application.memory.InMemoryPorts;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTheDirectoryTest {

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final ListedDirectory directory = new ListedDirectory();
    private final CustomerSuccess csm =
            CustomerSuccess.over(ports, clock).withWorkspace(Optional.of(directory), new RecordingBook());

    @BeforeEach
    void two_accounts_are_known() {
        ports.healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(healthy("A-1").by(STANDARD), healthy("A-2").by(STANDARD)));
        clock.set(TUESDAY);
    }

    private void stands(String account, String tamHealth, String sentiment, LocalDate contractEnd) {
        directory.add(
                account,
                Optional.ofNullable(tamHealth),
                Optional.ofNullable(sentiment),
                Optional.ofNullable(contractEnd));
    }

    private ReadDirectory.Read read() {
        return csm.agent().readDirectory(ACME).orElseThrow().read(MIA);
    }

    private String scoredWith(String account, Signal signal) {
        SignalSnapshot snapshot = csm.scanAccount()
                .scan(MIA, STANDARD, account(account), Map.of())
                .score()
                .snapshot();
        return snapshot.value(signal).stream()
                .mapToObj(signal::show)
                .findFirst()
                .orElse("-");
    }

    @Test
    void what_the_team_writes_becomes_signals() {
        stands("A-1", "Red", "Negative", LocalDate.parse("2026-04-02"));

        ReadDirectory.Read read = read();

        assertThat(read).isEqualTo(new ReadDirectory.Read(1, List.of(), 3, List.of()));
        assertThat(scoredWith("A-1", TAM_HEALTH_RAG)).isEqualTo("RED");
        assertThat(scoredWith("A-1", AVG_TICKET_SENTIMENT)).isEqualTo("negative");
        assertThat(scoredWith("A-1", DAYS_TO_RENEWAL)).isEqualTo("30");
        assertThat(scoredWith("A-2", AVG_TICKET_SENTIMENT)).isEqualTo("positive");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T23:59:59Z, 1", "2026-03-03T00:00:00Z, 0", "2026-03-04T12:00:00Z, -1"})
    void days_to_renewal_count_from_the_day_in_utc(Instant now, String days) {
        clock.set(now);
        stands("A-1", null, null, LocalDate.parse("2026-03-03"));

        csm.agent().readDirectory(ACME).orElseThrow().readOne(MIA, account("A-1"));

        assertThat(scoredWith("A-1", DAYS_TO_RENEWAL)).isEqualTo(days);
    }

    @Test
    void days_to_renewal_count_down_while_the_workspace_is_not_read() {
        stands("A-1", null, null, LocalDate.parse("2026-04-02"));
        read();
        clock.set(WEDNESDAY);

        assertThat(scoredWith("A-1", DAYS_TO_RENEWAL)).isEqualTo("29");
    }

    @Test
    void a_colour_that_is_none_is_refused_at_its_account_and_the_rest_is_taken() {
        stands("A-1", "PURPLE", "negative", null);
        stands("A-2", "AMBER", null, null);

        ReadDirectory.Read read = read();

        assertThat(read.values()).isEqualTo(2);
        assertThat(read.refused()).extracting(RefusedRow::account).containsExactly(Optional.of("A-1"));
        assertThat(read.refused().get(0).sentence()).contains("tam_health_rag", "PURPLE");
        assertThat(scoredWith("A-1", TAM_HEALTH_RAG)).isEqualTo("-");
        assertThat(scoredWith("A-1", AVG_TICKET_SENTIMENT)).isEqualTo("negative");
        assertThat(scoredWith("A-2", TAM_HEALTH_RAG)).isEqualTo("AMBER");
    }

    @Test
    void accounts_that_nobody_knows_here_are_named_and_not_made() {
        stands("A-1", "GREEN", null, null);
        stands("Z-9", "GREEN", null, null);

        ReadDirectory.Read read = read();

        assertThat(read).isEqualTo(new ReadDirectory.Read(2, List.of(account("Z-9")), 1, List.of()));
        assertThat(ports.accounts().find(ACME, account("Z-9"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"999, 0", "1000, 1000", "1500, 1000"})
    void whole_batches_that_were_read_before_the_workspace_went_down_are_kept(int accounts, int kept) {
        List<String> ids =
                IntStream.range(0, accounts).mapToObj("B-%04d"::formatted).toList();
        ports.accounts().saveAll(ACME, ids.stream().map(id -> named(id, id)).toList());
        ids.forEach(id -> stands(id, "RED", null, null));
        directory.goDown();

        assertThatThrownBy(this::read).isInstanceOf(DirectoryUnavailable.class);

        assertThat(ports.changes().take(ACME, 10_000, TUESDAY)).hasSize(kept);
    }

    @Test
    void reading_one_account_reads_no_other() {
        stands("A-1", "RED", null, null);
        stands("A-2", "RED", null, null);

        ReadDirectory.Read read = csm.agent().readDirectory(ACME).orElseThrow().readOne(MIA, account("A-1"));

        assertThat(read.values()).isEqualTo(1);
        assertThat(scoredWith("A-2", TAM_HEALTH_RAG)).isEqualTo("-");
    }

    @Test
    void an_account_that_does_not_stand_there_is_nothing() {
        assertThat(csm.agent().readDirectory(ACME).orElseThrow().readOne(MIA, account("A-1")))
                .isEqualTo(new ReadDirectory.Read(0, List.of(), 0, List.of()));
    }

    @Test
    void without_a_workspace_there_is_nothing_to_read() {
        assertThat(CustomerSuccess.over(ports, clock).agent().readDirectory(ACME))
                .isEmpty();
    }

    @Test
    void a_workspace_of_one_tenant_is_closed_to_all_others() {
        CustomerSuccess ours = csm.withAgentSettings(
                AgentSettings.defaults().withChannels(Channels.none().withWorkspaceOf(ACME)));

        assertThat(ours.agent().readDirectory(ACME)).isPresent();
        assertThat(ours.agent().readDirectory(GLOBEX)).isEmpty();
        assertThat(ours.agent().publishHealth(ACME)).isPresent();
        assertThat(ours.agent().publishHealth(GLOBEX)).isEmpty();
    }
}
