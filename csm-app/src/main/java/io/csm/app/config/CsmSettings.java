package io.csm.app.config;

import io.csm.adapter.llm.LlmSettings;
import io.csm.adapter.notion.NotionSettings;
import io.csm.app.channel.ChatSettings;
import io.csm.app.channel.WebhookSettings;
import io.csm.app.database.DatabaseSettings;
import io.csm.app.jobs.JobSettings;
import io.csm.app.mail.MailSettings;
import io.csm.app.warehouse.WarehouseSettings;
import io.csm.application.AgentSettings;
import io.csm.application.access.TenantId;
import io.csm.application.health.HealthSettings;
import io.csm.application.retention.RetentionSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an installation is told. Environment variables win over {@code csm.yaml}, which wins over the
 * defaults; secrets come from the environment or a file that is named, never from {@code csm.yaml} itself.
 *
 * @param home the folder of the installation; default {@code ~/.csm}
 * @param sources where the settings were found, for people
 * @param database the embedded PostgreSQL in the home, or one by URL
 * @param health thresholds, churn window, default scorecard
 * @param jobs how often jobs run
 * @param notion the databases of a Notion workspace
 * @param workspaceOf the tenant whose workspace that is; default {@code default}
 * @param llm the language model
 * @param warehouse where signals are computed elsewhere; empty when there is none
 * @param retention how long history is kept
 * @param webhooks who wants to hear of events
 * @param chat the chat that alerts go to
 * @param mail the mailboxes that drafts wait in; empty when there are none
 * @param agent when alerts are raised, and what the vendor sells
 */
public record CsmSettings(
        Path home,
        String sources,
        DatabaseSettings database,
        HealthSettings health,
        JobSettings jobs,
        NotionSettings notion,
        TenantId workspaceOf,
        LlmSettings llm,
        Optional<WarehouseSettings> warehouse,
        RetentionSettings retention,
        WebhookSettings webhooks,
        ChatSettings chat,
        Optional<MailSettings> mail,
        AgentSettings agent) {

    /** The home of the installation: {@code CSM_HOME}, or {@code ~/.csm}. */
    public static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("CSM_HOME", "");
        return home.isBlank() ? Path.of(System.getProperty("user.home", "."), ".csm") : Path.of(home);
    }

    /** Defaults over the embedded database of that home, whatever the environment says: for the demo. */
    public static CsmSettings standard(Path home) {
        return new CsmSettings(
                home,
                "the defaults",
                new DatabaseSettings.Embedded(home),
                HealthSettings.defaults(),
                JobSettings.defaults(),
                NotionSettings.none(),
                TenantId.DEFAULT,
                LlmSettings.none(),
                Optional.empty(),
                RetentionSettings.defaults(),
                WebhookSettings.none(),
                ChatSettings.none(),
                Optional.empty(),
                AgentSettings.defaults());
    }

    /** The same with other settings of the agent. */
    public CsmSettings withAgent(AgentSettings other) {
        return new CsmSettings(
                home,
                sources,
                database,
                health,
                jobs,
                notion,
                workspaceOf,
                llm,
                warehouse,
                retention,
                webhooks,
                chat,
                mail,
                other);
    }

    /**
     * Reads and checks all settings.
     *
     * @throws IllegalArgumentException naming the setting, its value, where it stands and the rule; an unknown setting
     *     comes with similar names
     */
    public static CsmSettings load(Path home, Map<String, String> environment) {
        return new SettingsReader(home, environment).read();
    }
}
