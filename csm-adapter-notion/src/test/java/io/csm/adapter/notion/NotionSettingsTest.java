package io.csm.adapter.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotionSettingsTest {

    private static final NotionSettings ALL = Connected.settings("https://notion.example.com/v1");

    @Test
    void say_what_is_switched_off_and_why() {
        assertThat(ALL.partsOff()).isEmpty();
        assertThat(ALL.withAccountsDatabaseId(Optional.empty()).partsOff())
                .containsExactly(
                        "accounts are neither read nor marked with their health: NOTION_DATABASE_ID is not set");
        assertThat(NotionSettings.none().partsOff())
                .containsExactly(
                        "Notion is switched off: set NOTION_TOKEN, or name a file that holds it in notion.token_file");
    }

    @Test
    void switch_off_what_has_no_database() {
        try (NotionAdapter notion = NotionAdapter.connect(
                new NotionSettings(
                        ALL.token(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ALL.baseUrl()),
                Clock.systemUTC())) {
            assertThat(notion.directory()).isEmpty();
            assertThat(notion.records().addHealthRecord(Records.health(55))).isEmpty();
            assertThat(notion.records().latestHealthRecord(Records.ACME)).isEmpty();
            assertThat(notion.records().saveQbr(Records.qbr("x"))).isEmpty();
            assertThat(notion.records().saveOpportunity(Records.opportunity("Q1 2026"), "Acme"))
                    .isEmpty();
            assertThat(notion.check()).isEqualTo("there is a token but no database is named");
        }
    }

    @Test
    void need_a_token_and_a_database_to_be_configured() {
        assertThat(ALL.isConfigured()).isTrue();
        assertThat(NotionSettings.none().isConfigured()).isFalse();
        assertThat(NotionSettings.none()
                        .withAccountsDatabaseId(ALL.accountsDatabaseId())
                        .isConfigured())
                .isFalse();
    }

    @Test
    void never_show_the_token() {
        assertThat(new NotionSettings.Token(" geheim\n").value()).isEqualTo("geheim");
        assertThat(ALL.toString()).contains("***").doesNotContain("ntn_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "caf\u00e9"})
    void refuse_a_token_that_fits_into_no_header(String token) {
        assertThatThrownBy(() -> new NotionSettings.Token(token))
                .hasMessage("the token of Notion must be one word of visible ASCII characters but was not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.notion.so/x", "../users", "a b", ""})
    void refuse_what_is_no_id(String id) {
        assertThatThrownBy(() -> NotionSettings.none().withAccountsDatabaseId(Optional.of(id)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was '" + id + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://notion.example.com/v1",
                "ftp://notion.example.com",
                "notion.example.com",
                "https://user@notion.example.com/v1",
                "https://notion.example.com/v1?x=1"
            })
    void refuse_to_send_the_token_in_the_open(String url) {
        assertThatThrownBy(() -> NotionSettings.none().withBaseUrl(Optional.of(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but was '" + url + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://notion.example.com/v1", "http://localhost:8080/v1/", "http://127.0.0.1:1/v1"})
    void take_an_address_that_keeps_the_token(String url) {
        assertThat(NotionSettings.none().withBaseUrl(Optional.of(url)).url()).isEqualTo(url.replaceAll("/$", ""));
    }
}
