package io.csm.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.health.document.ScorecardMistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingAMappingTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void exports_are_at_hand() throws IOException {
        Files.writeString(folder.resolve("orgs.csv"), "org_id,customer\nO-1,acme\n");
    }

    private Mapping read(String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("m.yaml"), mapping);
        return MappingReader.read(
                file, new ExportFolder(folder, Optional.empty()), Imports.CATALOGUE, Optional.empty());
    }

    private List<String> mistakes(String mapping) {
        List<String> found = new ArrayList<>();
        assertThatThrownBy(() -> read(mapping))
                .isInstanceOfSatisfying(
                        ScorecardMistakes.class,
                        mistakes -> mistakes.getMessage()
                                .lines()
                                .map(line -> line.replace(folder.toString(), "DIR"))
                                .forEach(found::add));
        return found;
    }

    @Test
    void tells_of_all_mistakes_at_once_and_where_they_stand() {
        assertThat(mistakes("""
                        sorce: crm
                        files:
                          - file: orgs.csv
                            target: acount
                            fields: {account_id: org_id}
                          - file: orgz.csv
                            target: account
                            fields: {account_id: org_id}
                          - file: orgs.csv
                            target: account
                            fields:
                              account_id: orgid
                              nme: customer
                              status: {constant: gone}
                              started_on: {column: customer, format: yyyy-QQQQQQQQ}
                              arr: {column: customer, format: "12.3"}
                          - file: orgs.csv
                            target: event
                            fields:
                              account_id: customer
                              id: org_id
                              source_type: {constant: analytics}
                              type: {constant: feature_use}
                              occurred_at: {column: customer, format: "yyyy-MM-dd HH:mm"}
                        """))
                .anySatisfy(line -> assertThat(line).contains("m.yaml: line 1, column 1: unknown key 'sorce'"))
                .anySatisfy(line -> assertThat(line).contains("line 4,").contains("did you mean account?"))
                .anySatisfy(line -> assertThat(line)
                        .contains("line 6, column 11: there is no file 'orgz.csv' in DIR; did you mean orgs.csv?"))
                .anySatisfy(line -> assertThat(line)
                        .contains("line 12, column 19: orgs.csv has no column 'orgid'; did you mean org_id?"))
                .anySatisfy(line -> assertThat(line).contains("line 13,").contains("unknown key 'nme'"))
                .anySatisfy(line -> assertThat(line).contains("line 14,").contains("must be one of active"))
                .anySatisfy(line -> assertThat(line).contains("line 15,").contains("must be a pattern such as"))
                .anySatisfy(line -> assertThat(line).contains("line 16,").contains("must be one of 1234.56"))
                .anySatisfy(line -> assertThat(line).contains("line 16,").contains("needs a field 'currency'"))
                .anySatisfy(line -> assertThat(line).contains("line 23,").contains("did you mean feature_used?"))
                .anySatisfy(line -> assertThat(line).contains("line 24,").contains("add a 'zone' such as UTC"));
    }

    @Test
    void looks_up_the_account_and_takes_only_wanted_rows() throws IOException {
        Imports imports = Imports.inMemory();
        imports.add(Target.ACCOUNT, "account_id", "acme");
        Files.writeString(folder.resolve("tickets.csv"), """
                number,org,created,kind
                T-1,O-1,2025-03-31,incident
                T-2,O-9,2025-03-31,incident
                T-3,O-1,2025-03-31,chat
                T-4,O-1,31.03.2025,incident
                """);

        FileReport report = imports.addFile(read("""
                        files:
                          - file: tickets.csv
                            target: ticket
                            when: {kind: incident}
                            fields:
                              account_id: {column: org, lookup: {file: orgs.csv, key: org_id, value: customer}}
                              id: number
                              opened_at: {column: created, format: yyyy-MM-dd}
                        """), new ExportFolder(folder, Optional.empty()));

        assertThat(report).isEqualTo(new FileReport("tickets.csv", Target.TICKET, 4, 1, 0, 1, 2));
        assertThat(imports.refused)
                .containsExactly(
                        "line 3: org must stand under org_id in orgs.csv but was O-9",
                        "line 5: account acme: created must be written as yyyy-MM-dd but was 31.03.2025");
    }
}
