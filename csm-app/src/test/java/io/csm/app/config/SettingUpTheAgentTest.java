package io.csm.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.access.TenantId;
import io.csm.domain.account.Money;
import io.csm.domain.expansion.ProductCatalogue.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingUpTheAgentTest {

    @TempDir
    private Path home;

    private CsmSettings settings(String yaml) throws IOException {
        Files.writeString(home.resolve("csm.yaml"), yaml.replace("\\n", "\n"));
        return CsmSettings.load(home, Map.of());
    }

    @Test
    void times_of_day_are_those_of_a_zone_and_tenants_may_live_elsewhere() throws IOException {
        CsmSettings settings = settings("jobs:\n  time_zone: Europe/Berlin\n"
                + "  tenant_time_zones: acme=America/New_York, globex = Asia/Kathmandu\n");

        assertThat(settings.jobs().zoneOf(new TenantId("acme"))).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(settings.jobs().zoneOf(new TenantId("globex"))).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        assertThat(settings.jobs().zoneOf(new TenantId("other"))).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings("").jobs().zone().getId()).isEqualTo("Z");
    }

    @Test
    void it_is_set_how_much_is_heard_of_alerts() throws IOException {
        CsmSettings settings = settings("alerts:\n  one_by_one: 3\n  reminder_days: 14\n");

        assertThat(settings.agent().alerts().oneByOne()).isEqualTo(3);
        assertThat(settings.agent().alerts().rules().reminder()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void it_is_set_what_is_sold() throws IOException {
        CsmSettings settings = settings(
                "expansion:\n"
                        + "  modules: \"Analytics: 12000 EUR; Multi-site; Audit: 99.50 USD\"\n  integrations: Salesforce; SAP\n");

        assertThat(settings.agent().catalogue().modules())
                .containsExactly(
                        new Module("Analytics", Optional.of(Money.of("12000", "EUR"))),
                        new Module("Multi-site", Optional.empty()),
                        new Module("Audit", Optional.of(Money.of("99.50", "USD"))));
        assertThat(settings.agent().catalogue().integrations()).containsExactly("Salesforce", "SAP");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            jobs:\\n  time_zone: Europe/Berln               | line 2, column 14: a time zone must be one of the tz database, such as Europe/Berlin, but was 'Europe/Berln'
            jobs:\\n  timezone: Europe/Berlin               | line 2, column 13: there is no setting 'jobs.timezone'; did you mean jobs.time_zone?
            jobs:\\n  tenant_time_zones: acme               | time zones of tenants must be written like 'acme=Europe/Berlin, other=America/New_York' but one was 'acme'
            jobs:\\n  tenant_time_zones: acme=Mars          | a time zone must be one of the tz database, such as Europe/Berlin, but was 'Mars'
            alerts:\\n  one_by_on: 3                        | did you mean alerts.one_by_one?
            alerts:\\n  one_by_one: many                    | alerts.one_by_one must be a whole number
            alerts:\\n  one_by_one: -1                      | line 2, column 15
            alerts:\\n  reminder_days: 0                    | the reminder period must be from 1 hour to 365 days but was PT0S
            alerts:\\n  reminder_days: 366                  | the reminder period must be from 1 hour to 365 days
            expansion:\\n  modules: 'Analytics: cheap'      | modules must be written like 'Analytics: 12000 EUR; Multi-site', with a price a year where there is one, but one was 'Analytics: cheap'
            expansion:\\n  modules: 'Analytics: 12000 XXQ'  | line 2, column 12
            expansion:\\n  integration: SAP                 | did you mean expansion.integrations?
            """, quoteCharacter = '"')
    void a_mistake_is_told_with_its_place_and_the_rule(String yaml, String sentence) {
        assertThatThrownBy(() -> settings(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
