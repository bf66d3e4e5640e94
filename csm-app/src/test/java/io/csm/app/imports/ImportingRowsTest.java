package io.csm.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.account.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportingRowsTest {

    private static final String EVENTS = "id,source_type,type,account_id,occurred_at,payload.feature,count,device";
    private static final String USED = ",analytics,feature_used,acme,2026-03-01T09:00:00Z,reports,3,phone";

    private final Imports imports = Imports.inMemory();

    private Account account(String id) {
        return imports.csm
                .ports()
                .accounts()
                .find(imports.actor.tenant(), new AccountId(id))
                .orElseThrow();
    }

    private long events() {
        return imports.csm.ports().events().count(imports.actor.tenant());
    }

    private static FileReport report(Target target, long read, long stored, long unchanged, long refused) {
        return new FileReport("test.csv", target, read, stored, unchanged, 0, refused);
    }

    @Test
    void stores_accounts_and_nothing_new_the_second_time() {
        String[] rows = {
            "account_id,name,arr,currency,segment_tags,status,churned_on",
            "acme,Acme,1200.50,EUR,emea;retail,active,",
            "globex,Globex,,,,churned,2026-02-01"
        };

        assertThat(imports.add(Target.ACCOUNT, rows)).isEqualTo(report(Target.ACCOUNT, 2, 2, 0, 0));
        assertThat(imports.add(Target.ACCOUNT, rows)).isEqualTo(report(Target.ACCOUNT, 2, 0, 2, 0));
        assertThat(account("acme").arr()).contains(Money.of("1200.50", "EUR"));
        assertThat(account("acme").segmentTags()).containsExactly("emea", "retail");
        assertThat(account("globex").status()).isEqualTo(AccountStatus.CHURNED);
    }

    @Test
    void leaves_what_a_file_has_no_column_for_and_forgets_what_is_empty() {
        imports.add(Target.ACCOUNT, "account_id,name,plan,owner", "acme,Acme,pro,mia");

        imports.add(Target.ACCOUNT, "account_id,plan", "acme,");
        imports.add(Target.ACCOUNT, "{\"account_id\":\"acme\",\"stage\":\"adoption\"}");

        assertThat(account("acme"))
                .isEqualTo(Account.named(new AccountId("acme"), "Acme")
                        .withOwner("mia")
                        .withStage("adoption")
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # a row of account_id,name,arr,currency,seats_bought,started_on,status | the refusal
          ,Acme,,,,,                | line 2: account_id must not be empty
          acme,Acme,"$1,200.00",USD,,, | line 2: account acme: arr must be an amount written as 1234.56 but was $1,200.00
          acme,Acme,1200,,,,        | line 2: account acme: currency must not be empty
          acme,Acme,1200,Euro,,,    | line 2: account acme: currency must be a currency such as EUR or USD but was Euro
          acme,Acme,,,-1,,          | line 2: account acme: seats_bought must be a whole number of at least 0 but was -1
          acme,Acme,,,1.5,,         | line 2: account acme: seats_bought must be a whole number of at least 0 but was 1.5
          acme,Acme,,,,31.03.2026,  | line 2: account acme: started_on must be a date such as 2026-03-31 but was 31.03.2026
          acme,Acme,,,,,gone        | line 2: account acme: status must be one of active, inactive, churned but was gone
          acme,Acme                 | line 2: line the header names 7 fields and this line holds 2
        """)
    void refuses_a_row_that_breaks_a_rule_and_stores_the_rest(String row, String refusal) {
        FileReport report = imports.add(
                Target.ACCOUNT, "account_id,name,arr,currency,seats_bought,started_on,status", row, "ok,,,,,,");

        assertThat(imports.refused).hasSize(1);
        assertThat(imports.refused.get(0)).contains(refusal.replace("line 2: ", ""));
        assertThat(report).isEqualTo(report(Target.ACCOUNT, 2, 1, 0, 1));
        assertThat(account("ok").name()).isEqualTo("ok");
    }

    @Test
    void refuses_the_second_of_two_rows_that_say_different_things_of_one_id() {
        FileReport report = imports.add(Target.ACCOUNT, "account_id,name", "acme,Acme", "acme,Acme", "acme,Acme Ltd");

        assertThat(report).isEqualTo(report(Target.ACCOUNT, 3, 1, 1, 1));
        assertThat(imports.refused)
                .containsExactly("line 4: account acme: account_id stands already, with other content, on line 2"
                        + " but was acme");
        assertThat(account("acme").name()).isEqualTo("Acme");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # an event after its id                                             | the rule
          ,analytics,feature_use,acme,2026-03-01T09:00:00Z,reports,3,phone  | did you mean feature_used?
          ,survey,feature_used,acme,2026-03-01T09:00:00Z,reports,3,phone    | it is an event of source_type analytics
          ,analytic,feature_used,acme,2026-03-01T09:00:00Z,reports,3,phone  | did you mean analytics?
          ,analytics,feature_used,acme,2026-03-01T09:00:00,reports,3,phone  | must be an instant with its offset
          ,analytics,feature_used,acme,2026-03-03T12:00:01Z,reports,3,phone | must not be more than a day after
          ,analytics,feature_used,acme,2026-03-01T09:00:00Z,,3,phone        | payload.feature must be there
          ,analytics,feature_used,acme,2026-03-01T09:00:00Z,reports,-1,phone | count must be a whole number from 0
          ,analytics,feature_used,globex,2026-03-01T09:00:00Z,reports,3,phone | must be a known account
        """)
    void refuses_an_event_that_makes_no_sense(String row, String rule) {
        imports.add(Target.ACCOUNT, "account_id", "acme");

        FileReport report = imports.add(Target.EVENT, EVENTS, "u-1" + row, "u-2" + USED);

        assertThat(imports.refused).hasSize(1);
        assertThat(imports.refused.get(0)).startsWith("line 2: account ").contains(rule);
        assertThat(report).isEqualTo(report(Target.EVENT, 2, 1, 0, 1));
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void stores_an_event_once_and_another_one_under_its_id_never() {
        imports.add(Target.ACCOUNT, "account_id", "acme");

        FileReport report = imports.add(
                Target.EVENT, EVENTS, "u-1" + USED, "u-1" + USED, "u-1" + USED.replace("reports", "alerts"));

        assertThat(report).isEqualTo(report(Target.EVENT, 3, 1, 1, 1));
        assertThat(imports.refused.get(0))
                .startsWith("line 4: account acme: id ")
                .contains("stands already");
        assertThat(imports.csm.ports().quarantine().countOpen(imports.actor.tenant()))
                .isEqualTo(1);
    }

    @Test
    void refuses_json_that_is_broken_or_too_large() {
        imports.add(Target.ACCOUNT, "account_id", "acme");
        String start = "{\"id\":\"u-1\",\"source_type\":\"analytics\",\"type\":\"login\",\"account_id\":\"acme\","
                + "\"occurred_at\":\"2026-03-01T09:00:00Z\",\"payload\":{\"note\":\"";

        FileReport report = imports.add(
                Target.EVENT,
                start + "x".repeat(64 * 1024 - 11) + "\"}}",
                start.replace("u-1", "u-2") + "x".repeat(64 * 1024 - 10) + "\"}}",
                start.replace("u-1", "u-3") + "\"");

        assertThat(report).isEqualTo(report(Target.EVENT, 3, 1, 0, 2));
        assertThat(imports.refused.get(0)).contains("the JSON is broken");
        assertThat(imports.refused.get(1)).contains("payload must have at most 65536 bytes but was 65537 bytes");
    }

    @Test
    void gives_signals_to_known_accounts() {
        imports.add(Target.ACCOUNT, "account_id", "acme");
        String[] rows = {"account_id,nps_score,usage_trend", "acme,9,growing", "globex,3,", "acme-2,11,"};

        assertThat(imports.add(Target.SIGNAL, rows)).isEqualTo(report(Target.SIGNAL, 3, 1, 0, 2));
        assertThat(imports.add(Target.SIGNAL, rows)).isEqualTo(report(Target.SIGNAL, 3, 0, 1, 2));
        assertThat(imports.refused.get(0)).contains("account acme-2: nps_score must be");
        assertThat(imports.refused.get(1)).contains("account globex: account_id must be a known account");
    }

    @Test
    void takes_a_list_of_json_where_a_list_is_due_and_nowhere_else() {
        imports.add(
                Target.ACCOUNT,
                "{\"account_id\":\"acme\",\"segment_tags\":[\"emea\",\"a;b\"]}",
                "{\"account_id\":\"globex\",\"name\":[\"x\"]}",
                "{\"account_id\":\"initech\",\"segment_tags\":{\"a\":1}}");

        assertThat(account("acme").segmentTags()).containsExactly("emea", "a;b");
        assertThat(imports.refused)
                .containsExactly(
                        "line 2: account globex: name must be a single value but was [\"x\"]",
                        "line 3: account initech: segment_tags must be a list of texts but was {\"a\":1}");
    }

    @Test
    void tries_out_without_storing() {
        try (Importer importer = imports.importer()) {
            FileReport report =
                    importer.tryOut(() -> imports.add(importer, Target.ACCOUNT, "account_id,name", "acme,Acme"));

            assertThat(report).isEqualTo(report(Target.ACCOUNT, 1, 1, 0, 0));
        }
        assertThat(imports.csm.ports().accounts().count(imports.actor.tenant())).isZero();
    }

    @Test
    void keeps_refused_rows_so_that_they_can_be_corrected_and_imported(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("refused.csv");
        Imports keeping = new Imports(Optional.of(file));

        keeping.add(Target.ACCOUNT, "account_id,name,status", "acme,\"A, B\",gone", "globex,Globex", "ok,,active");
        List<String> refused = Files.readAllLines(file);
        String corrected = String.join("\n", refused)
                .replace(",gone", ",active")
                .replace(",globex,Globex", ",globex,Globex,active");
        FileReport again = keeping.add(Target.ACCOUNT, corrected);

        assertThat(refused)
                .contains("refused_line,refused_field,refused_value,refused_rule,account_id,name,status")
                .contains("2,status,gone,\"must be one of active, inactive, churned\",acme,\"A, B\",gone")
                .contains("3,line,,the header names 3 fields and this line holds 2,globex,Globex");
        assertThat(again).isEqualTo(report(Target.ACCOUNT, 2, 2, 0, 0));
    }

    @Test
    void keeps_refused_json_as_json(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("refused.jsonl");
        Imports keeping = new Imports(Optional.of(file));

        keeping.add(
                Target.ACCOUNT, "{\"account_id\":\"acme\",\"statu\":\"x\"}", "{\"account_id\":", "{\"account_id\":7}");

        assertThat(Files.readAllLines(file).get(0))
                .startsWith("{\"refused_line\":1,\"refused_field\":\"statu\"")
                .contains("did you mean status or stage?")
                .endsWith("\"account_id\":\"acme\",\"statu\":\"x\"}");
        assertThat(Files.readAllLines(file).get(1)).endsWith(",\"account_id\":");
    }
}
