package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.ACME;
import static io.csm.application.contract.Fixtures.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.csm.application.shared.CsmException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresOfTheDatabaseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            53100 | StorageUnavailable | the disk of the database is full; free some space and try again
            53300 | StorageUnavailable | the database is out of resources (said the server)
            57P01 | StorageUnavailable | the database cannot be reached or is shutting down; try again
            08006 | StorageUnavailable | the database cannot be reached or is shutting down; try again
            23514 | StorageRefused     | the database refused: said the server (SQL state 23514)
            """)
    void are_told_in_a_sentence(String state, String type, String sentence) {
        CsmException told =
                SqlFailures.translate(new IllegalStateException("secret", new SQLException("said the server", state)));

        assertThat(told).hasMessage(sentence);
        assertThat(told.getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void never_quote_what_was_to_be_stored() {
        JdbcAdapter adapter = TestDatabase.empty().adapter();

        Throwable failure =
                catchThrowable(() -> adapter.accounts().saveAll(ACME, List.of(named("A-secret", "top secret \0"))));

        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(failure).isInstanceOf(StorageRefused.class);
        assertThat(everything.toString()).doesNotContain("secret");
    }

    @Test
    void a_database_that_is_not_there_is_said_so() {
        try (HikariDataSource nowhere = new HikariDataSource()) {
            nowhere.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
            nowhere.setUsername("nobody");
            nowhere.setConnectionTimeout(300);
            nowhere.setInitializationFailTimeout(-1);

            assertThatThrownBy(() -> JdbcAdapter.over(nowhere).accounts().count(ACME))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessage("the database cannot be reached or is shutting down; try again");
        }
    }
}
