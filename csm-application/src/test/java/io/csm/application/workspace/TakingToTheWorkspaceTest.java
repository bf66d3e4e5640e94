package io.csm.application.workspace;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.OpportunityBuilder.anOpportunityAt;
import static io.csm.application.contract.QbrBuilder.aReviewOf;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ListedDirectory;
import io.csm.application.contract.RecordingBook;
import io.csm.application.contract.SettableClock;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import io.csm.application.directory.HealthRecord;
import io.csm.application.directory.WorkspaceContent;
import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.DirectoryUnavailable;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.time.Quarter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakingToTheWorkspaceTest {

    private static final HealthRecord HEALTH = new HealthRecord(
            account("A-1"),
            "One",
            54.400000000000006,
            Rag.AMBER,
            "medium",
            MONDAY,
            Optional.of("Why."),
            List.of("a risk"),
            List.of("a step", "another"),
            Optional.of("written by rules"));

    private final InMemoryPorts ports = new InMemoryPorts();
    private final ListedDirectory directory = new ListedDirectory();
    private final RecordingBook book = new RecordingBook();
    private Optional<WorkspaceChannel> channel = over(Optional.of(directory));

    private Optional<WorkspaceChannel> over(Optional<ListedDirectory> accounts) {
        return CustomerSuccess.over(ports, new SettableClock())
                .withWorkspace(accounts.map(each -> each), book)
                .agent()
                .workspaceChannel();
    }

    @BeforeEach
    void an_account_is_known() {
        ports.accounts().saveAll(ACME, List.of(named("A-1", "One")));
    }

    private void take(Map<String, Object> content) {
        channel.orElseThrow()
                .take(ACME, Delivery.waiting("workspace", "key", Optional.empty(), "title", content, MONDAY));
    }

    @Test
    void health_goes_onto_the_page_of_its_account_and_becomes_a_record_unchanged() {
        directory.add("A-1").add("A-2");

        take(WorkspaceContent.of(HEALTH));

        assertThat(book.pages()).containsExactly("page of A-1");
        assertThat(book.health()).containsExactly(HEALTH);
        assertThat(book.records()).containsExactly(HEALTH);
    }

    @Test
    void health_that_had_to_wait_leaves_a_newer_score_on_the_page_and_becomes_a_record() {
        directory.add("A-1");
        ports.healthScores()
                .append(ACME, STANDARD, List.of(healthy("A-1").at(TUESDAY).by(STANDARD)));

        take(WorkspaceContent.of(HEALTH));

        assertThat(book.pages()).isEmpty();
        assertThat(book.records()).containsExactly(HEALTH);
    }

    @Test
    void health_of_the_latest_score_goes_onto_the_page() {
        directory.add("A-1");
        ports.healthScores().append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));

        take(WorkspaceContent.of(HEALTH));

        assertThat(book.pages()).containsExactly("page of A-1");
    }

    @Test
    void health_without_a_narrative_arrives_without_one() {
        HealthRecord bare = new HealthRecord(
                account("A-1"),
                "One",
                0.1,
                Rag.RED,
                "critical",
                MONDAY,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());

        take(WorkspaceContent.of(bare));

        assertThat(book.records()).containsExactly(bare);
    }

    @Test
    void health_of_an_account_without_a_page_becomes_a_record_all_the_same() {
        take(WorkspaceContent.of(HEALTH));

        assertThat(book.pages()).isEmpty();
        assertThat(book.records()).containsExactly(HEALTH);
    }

    @Test
    void without_a_directory_health_becomes_a_record() {
        channel = over(Optional.empty());

        take(WorkspaceContent.of(HEALTH));

        assertThat(book.records()).containsExactly(HEALTH);
    }

    @Test
    void a_review_is_written_as_it_is_stored_by_then() {
        Qbr first = aReviewOf("A-1").build();
        Qbr second = aReviewOf("A-1").saying("It fell.").build();
        ports.qbrs().save(ACME, first);
        Map<String, Object> content = WorkspaceContent.of(first);
        ports.qbrs().save(ACME, second);
        ports.qbrs().save(ACME, aReviewOf("A-1").in(new Quarter(2025, 4)).build());

        take(content);

        assertThat(book.qbrs()).containsExactly(second);
    }

    @Test
    void an_opportunity_is_written_with_the_name_of_its_account() {
        ports.opportunities()
                .append(
                        ACME,
                        List.of(
                                anOpportunityAt("A-1").build(),
                                anOpportunityAt("A-1").in(new Quarter(2025, 4)).build(),
                                anOpportunityAt("A-1")
                                        .of(OpportunityType.MODULE)
                                        .build()));

        take(WorkspaceContent.of(anOpportunityAt("A-1").build()));

        assertThat(book.opportunities()).containsExactly(anOpportunityAt("A-1").build());
        assertThat(book.pages()).containsExactly("One");
    }

    @Test
    void a_workspace_that_does_not_answer_is_asked_again_when_it_wants() {
        book.failWith(new DirectoryUnavailable("too many requests", Optional.of(Duration.ofSeconds(90))));

        assertThatThrownBy(() -> take(WorkspaceContent.of(HEALTH)))
                .hasMessage("too many requests")
                .asInstanceOf(InstanceOfAssertFactories.type(ChannelUnavailable.class))
                .extracting(ChannelUnavailable::retryAfter)
                .isEqualTo(Optional.of(Duration.ofSeconds(90)));
    }

    @Test
    void a_workspace_that_says_no_is_not_asked_again() {
        book.failWith(new DirectoryRefused("unknown property"));

        assertThatThrownBy(() -> take(WorkspaceContent.of(HEALTH)))
                .isInstanceOf(ChannelRefused.class)
                .hasMessage("unknown property");
    }

    @Test
    void what_is_none_of_the_three_is_refused() {
        assertThatThrownBy(() -> take(Map.of("kind", "invoice")))
                .isInstanceOf(ChannelRefused.class)
                .hasMessage("the workspace does not know what to do with {kind=invoice}");
    }
}
