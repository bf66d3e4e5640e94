package io.csm.adapter.notion;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.adapter.notion.stub.NotionStub;
import io.csm.application.directory.DirectoryAccount;
import io.csm.application.directory.port.AccountDirectory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAccountsTest {

    private final Connected connected = new Connected();
    private final AccountDirectory directory = connected.notion.directory().orElseThrow();

    @AfterEach
    void close() {
        connected.close();
    }

    private String account(String id, String more) {
        return connected.stub.page(
                NotionStub.ACCOUNTS,
                "{\"account_id\": {\"rich_text\": [{\"text\": {\"content\": \"" + id + "\"}}]}" + more + "}");
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        directory.forEachAccount(account -> all.add(account.account().value()));
        return all;
    }

    @Test
    void gives_the_page_and_the_account_and_what_people_keep_about_it() {
        String page = account("A-1", """
                , "Name": {"title": [{"text": {"content": "Ac"}}, {"text": {"content": "me"}}]},
                  "TAM Health": {"select": {"name": "Amber"}}, "Sentiment": {"select": {"name": "Negative"}},
                  "Contract End": {"date": {"start": "2026-12-31"}}
                """);

        assertThat(directory.find(Records.ACME))
                .contains(new DirectoryAccount(
                        page,
                        Records.ACME,
                        "Acme",
                        Optional.of("AMBER"),
                        Optional.of("negative"),
                        Optional.of(LocalDate.of(2026, 12, 31))));
    }

    @Test
    void gives_an_account_of_which_nothing_is_known_but_its_id() {
        String page = account("A-1", "");

        assertThat(directory.find(Records.ACME))
                .contains(new DirectoryAccount(
                        page, Records.ACME, "A-1", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void gives_nothing_when_there_is_no_such_account() {
        account("A-10", "");

        assertThat(directory.find(Records.ACME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # start                         | end        | the contract ends on
                      2026-12-31                    |            | 2026-12-31
                      2026-12-31T23:30:00.000-08:00 |            | 2026-12-31
                      2026-12-31T00:30:00+14:00     |            | 2026-12-31
                      2026-12-31T10:00:00Z          |            | 2026-12-31
                      2026-01-01                    | 2026-12-31 | 2026-12-31
                    """)
    void understands_dates_with_and_without_a_time_zone(String start, String end, LocalDate day) {
        String until = end == null ? "" : ", \"end\": \"" + end + "\"";
        account("A-1", ", \"Contract End\": {\"date\": {\"start\": \"" + start + "\"" + until + "}}");

        assertThat(directory.find(Records.ACME).orElseThrow().contractEnd()).contains(day);
    }

    @Test
    void lists_every_account_but_the_inactive() {
        account("A-1", ", \"Status\": {\"status\": {\"name\": \"Active\"}}");
        account("A-2", ", \"Status\": {\"status\": {\"name\": \"Inactive\"}}");
        account("A-3", "");

        assertThat(all()).containsExactly("A-1", "A-3");
        assertThat(connected.stub.received().get(1).body()).contains("does_not_equal", "Inactive");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "99, 1", "100, 1", "101, 2", "250, 3"})
    void lists_every_page_of_the_result(int accounts, int queries) {
        for (int i = 0; i < accounts; i++) {
            account("A-" + i, "");
        }

        assertThat(all()).hasSize(accounts).doesNotHaveDuplicates();
        assertThat(connected.stub.received()).hasSize(1 + queries);
    }

    @Test
    void leaves_out_pages_that_say_no_account() {
        connected.stub.page(NotionStub.ACCOUNTS, "{\"Name\": {\"title\": [{\"text\": {\"content\": \"Notes\"}}]}}");
        account("A-1", "");

        assertThat(all()).containsExactly("A-1");
    }

    @Test
    void takes_the_page_that_was_there_first_when_two_claim_an_account() {
        String first = account("A-1", "");
        account("A-1", "");

        assertThat(directory.find(Records.ACME).orElseThrow().page()).isEqualTo(first);
    }
}
