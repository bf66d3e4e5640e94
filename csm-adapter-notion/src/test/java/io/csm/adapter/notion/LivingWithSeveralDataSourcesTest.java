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
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivingWithSeveralDataSourcesTest {

    private static final Map<String, String> REVIEWS_CALLED_OTHERWISE = Map.of(
            "Name", "title",
            "account_id", "rich_text",
            "period", "rich_text",
            "health_rag", "select",
            "generated_at", "date",
            "trigger", "select");

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

        assertThat(all(directory)).containsExactly("A-1");
        assertThat(directory.find(Records.ACME)).isPresent();
    }

    @Test
    void lists_accounts_again_after_a_refusal_once_their_status_has_become_of_another_type() {
        connected.stub.account("A-1", "Acme");
        AccountDirectory directory = connected.notion.directory().orElseThrow();
        assertThat(all(directory)).containsExactly("A-1");

        connected.stub.change(NotionStub.ACCOUNTS, with("Status", "select"));

        assertThatThrownBy(() -> all(directory)).isInstanceOf(DirectoryRefused.class);
        assertThat(all(directory)).containsExactly("A-1");
    }

    @Test
    void finds_accounts_again_once_their_id_is_a_text_as_it_must_be() {
        connected.stub.change(NotionStub.ACCOUNTS, with("account_id", "number"));
        AccountDirectory directory = connected.notion.directory().orElseThrow();
        assertThatThrownBy(() -> directory.find(Records.ACME)).isInstanceOf(DirectoryRefused.class);

        connected.stub.change(NotionStub.ACCOUNTS, NotionStub.accountProperties());
        connected.stub.account("A-1", "Acme");

        assertThat(directory.find(Records.ACME)).isPresent();
    }

    private static Map<String, String> with(String property, String type) {
        Map<String, String> properties = new TreeMap<>(NotionStub.accountProperties());
        properties.put(property, type);
        return properties;
    }

    @Test
    void lists_the_accounts_of_every_data_source() {
        connected.stub.database(NotionStub.ACCOUNTS, "Partners", NotionStub.accountProperties());
        for (int i = 0; i < 101; i++) {
            connected.stub.account("A-" + i, "Account " + i);
            connected.stub.page(NotionStub.ACCOUNTS, 2, id("P-" + i));
        }

        assertThat(all(connected.notion.directory().orElseThrow()))
                .hasSize(202)
                .doesNotHaveDuplicates()
                .startsWith("A-0")
                .endsWith("P-100");
    }

    private static String id(String account) {
        return "{\"account_id\": {\"rich_text\": [{\"text\": {\"content\": \"" + account + "\"}}]}}";
    }

    @Test
    void writes_a_page_as_the_data_source_wants_it_in_which_it_stands() {
        connected.stub.database(NotionStub.ACCOUNTS, "Partners", with("CSM Health RAG", "rich_text"));
        connected.stub.page(NotionStub.ACCOUNTS, 2, id("A-1"));
        var found =
                connected.notion.directory().orElseThrow().find(Records.ACME).orElseThrow();

        connected.notion.records().updateHealth(found, Records.health(55));

        assertThat(connected
                        .stub
                        .pages(NotionStub.ACCOUNTS)
                        .get(0)
                        .path("properties")
                        .path("CSM Health RAG")
                        .toString())
                .contains("AMBER");
    }

    @Test
    void writes_a_listed_page_as_the_data_source_wants_it_in_which_it_stands() {
        connected.stub.database(NotionStub.ACCOUNTS, "Partners", with("CSM Health RAG", "rich_text"));
        connected.stub.page(NotionStub.ACCOUNTS, 2, id("A-1"));

        connected
                .notion
                .directory()
                .orElseThrow()
                .forEachAccount(found -> connected.notion.records().updateHealth(found, Records.health(55)));

        assertThat(connected
                        .stub
                        .pages(NotionStub.ACCOUNTS)
                        .get(0)
                        .path("properties")
                        .path("CSM Health RAG")
                        .toString())
                .contains("AMBER");
    }

    @Test
    void writes_a_review_again_where_it_stands() {
        connected.stub.database(NotionStub.QBRS, "Moved", REVIEWS_CALLED_OTHERWISE);
        String page = connected.stub.page(NotionStub.QBRS, 2, """
                {"account_id": {"rich_text": [{"text": {"content": "A-1"}}]},
                 "period": {"rich_text": [{"text": {"content": "Q1 2026"}}]},
                 "trigger": {"select": {"name": "quarterly"}}}
                """);

        assertThat(connected.notion.records().saveQbr(Records.qbr("two"))).contains(page);
    }

    @Test
    void gives_the_latest_record_of_all() {
        Map<String, String> properties = Map.of(
                "Title", "title",
                "account_id", "rich_text",
                "score", "number",
                "health_rag", "select",
                "churn_risk", "select",
                "scanned_at", "date");
        connected.stub.database(NotionStub.HEALTH, "Later", properties);
        connected.stub.page(NotionStub.HEALTH, 1, record(55, "2026-11-25T07:00:00Z"));
        connected.stub.page(NotionStub.HEALTH, 2, record(66, "2026-11-26T07:00:00Z"));

        assertThat(connected
                        .notion
                        .records()
                        .latestHealthRecord(Records.ACME)
                        .orElseThrow()
                        .score())
                .isEqualTo(66);
    }

    private static String record(int score, String at) {
        return """
                {"account_id": {"rich_text": [{"text": {"content": "A-1"}}]}, "score": {"number": %d},
                 "health_rag": {"select": {"name": "AMBER"}}, "scanned_at": {"date": {"start": "%s"}}}
                """.formatted(score, at);
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
