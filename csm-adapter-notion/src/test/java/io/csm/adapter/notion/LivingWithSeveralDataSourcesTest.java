package io.csm.adapter.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.adapter.notion.stub.NotionStub;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.directory.port.DirectoryRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivingWithSeveralDataSourcesTest {

    private final Connected connected = new Connected();

    @AfterEach
    void close() {
        connected.close();
    }

    private static List<String> all(AccountDirectory directory) {
        List<String> all = new ArrayList<>();
        directory.forEachAccount(account -> all.add(account.account().value()));
        return all;
    }

    @Test
    void reads_accounts_by_the_newer_version_of_the_api() {
        connected.stub.database(NotionStub.ACCOUNTS, "Partners", NotionStub.accountProperties());
        connected.stub.account("A-1", "Acme");
        AccountDirectory directory = connected.notion.directory().orElseThrow();

        assertThat(directory.find(Records.ACME)).isPresent();
        assertThat(all(directory)).containsExactly("A-1");
        assertThat(connected.stub.received())
                .filteredOn(request -> request.path().endsWith("/query"))
                .allSatisfy(request -> assertThat(request.version()).isEqualTo("2025-09-03"))
                .allSatisfy(request -> assertThat(request.path()).startsWith("data_sources/"));
    }

    @Test
    void leaves_out_data_sources_of_another_shape() {
        connected.stub.database(NotionStub.ACCOUNTS, "Notes", Map.of("Note", "title"));
        connected.stub.account("A-1", "Acme");

        assertThat(all(connected.notion.directory().orElseThrow())).containsExactly("A-1");
    }

    @Test
    void notices_that_a_database_was_given_another_data_source_meanwhile() {
        connected.stub.account("A-1", "Acme");
        AccountDirectory directory = connected.notion.directory().orElseThrow();
        assertThat(all(directory)).containsExactly("A-1");

        connected.stub.database(NotionStub.ACCOUNTS, "Partners", NotionStub.accountProperties());

        assertThat(directory.find(Records.ACME)).isPresent();
        assertThat(all(directory)).containsExactly("A-1");
    }

    @Test
    void writes_pages_into_the_first_that_fits() {
        connected.stub.database(NotionStub.QBRS, "Notes", Map.of("Note", "title"));

        String first = connected.notion.records().saveQbr(Records.qbr("one")).orElseThrow();
        Optional<String> again = connected.notion.records().saveQbr(Records.qbr("two"));

        assertThat(again).contains(first);
        assertThat(connected.stub.pages(NotionStub.QBRS)).hasSize(1);
    }

    @Test
    void says_so_when_none_of_them_fits() {
        connected.stub.database("other", "Notes", Map.of("Note", "title"));
        connected.stub.database("other", "More notes", Map.of("Note", "title"));
        NotionSettings settings = Connected.settings(connected.stub.url()).withAccountsDatabaseId(Optional.of("other"));

        try (NotionAdapter notion = connected.connect(settings)) {
            assertThatThrownBy(() -> notion.directory().orElseThrow().find(Records.ACME))
                    .isInstanceOf(DirectoryRefused.class)
                    .hasMessage("none of the 2 data sources of the Notion database other has all of the properties"
                            + " account_id");
        }
    }
}
