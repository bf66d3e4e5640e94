package io.csm.application.workspace;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.application.contract.SnapshotBuilder.struggling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ListedDirectory;
import io.csm.application.contract.RecordingBook;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.SnapshotBuilder;
import io.csm.application.directory.HealthRecord;
import io.csm.application.directory.port.DirectoryUnavailable;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.health.Rag;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishingHealthTest {

    private static final BooleanSupplier NEVER = () -> false;

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private final ListedDirectory directory = new ListedDirectory();
    private final RecordingBook book = new RecordingBook();

    private PublishHealth.Published publish(BooleanSupplier stopping) {
        return CustomerSuccess.over(ports, clock)
                .withWorkspace(Optional.of(directory), book)
                .agent()
                .publishHealth(ACME)
                .orElseThrow()
                .publish(MIA, stopping);
    }

    private void scored(SnapshotBuilder account) {
        ports.healthScores().append(ACME, STANDARD, List.of(account.by(STANDARD)));
    }

    private void manyScored(int count) {
        IntStream.range(0, count).forEach(i -> {
            scored(healthy("A-%03d".formatted(i)));
            directory.add("A-%03d".formatted(i));
        });
    }

    @Test
    void each_page_gets_the_latest_score_of_its_account() {
        scored(healthy("A-1"));
        scored(struggling("A-1").at(TUESDAY));
        scored(healthy("A-1").at(WEDNESDAY));
        directory.add("A-1");
        clock.set(TUESDAY);

        PublishHealth.Published published = publish(NEVER);

        assertThat(published).isEqualTo(new PublishHealth.Published(1, 0, List.of()));
        assertThat(book.pages()).containsExactly("page of A-1");
        assertThat(book.health())
                .containsExactly(new HealthRecord(
                        account("A-1"),
                        "Name of A-1",
                        8.0,
                        Rag.RED,
                        "critical",
                        TUESDAY,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
        assertThat(book.records()).as("pages are updated, no record is added").isEmpty();
    }

    @Test
    void no_page_has_to_be_looked_for() {
        manyScored(201);

        assertThat(publish(NEVER).published()).isEqualTo(201);
        assertThat(book.pages()).hasSize(201).doesNotHaveDuplicates();
        assertThat(directory.looks()).isZero();
    }

    @Test
    void accounts_without_a_score_are_counted_and_left_as_they_are() {
        scored(healthy("A-1"));
        directory.add("A-1").add("A-2");

        assertThat(publish(NEVER)).isEqualTo(new PublishHealth.Published(1, 1, List.of()));
        assertThat(book.pages()).containsExactly("page of A-1");
    }

    @Test
    void a_page_that_refuses_is_named_and_costs_the_others_nothing() {
        manyScored(3);
        book.refuse("page of A-001");

        assertThat(publish(NEVER)).isEqualTo(new PublishHealth.Published(2, 0, List.of("A-001: the page is archived")));
    }

    @Test
    void it_stops_between_batches_when_it_is_told_to() {
        manyScored(250);
        AtomicInteger asked = new AtomicInteger();

        assertThat(publish(() -> asked.getAndIncrement() >= 1).published()).isEqualTo(100);
    }

    @Test
    void what_was_written_before_the_workspace_went_down_stands() {
        manyScored(150);
        directory.goDown();

        assertThatThrownBy(() -> publish(NEVER)).isInstanceOf(DirectoryUnavailable.class);

        assertThat(book.pages()).hasSize(100);
    }

    @Test
    void scores_of_another_tenant_are_not_published() {
        ports.healthScores().append(GLOBEX, STANDARD, List.of(healthy("A-1").by(STANDARD)));
        directory.add("A-1");

        assertThat(publish(NEVER)).isEqualTo(new PublishHealth.Published(0, 1, List.of()));
    }
}
