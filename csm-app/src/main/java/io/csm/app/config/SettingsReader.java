package io.csm.app.config;

import io.csm.adapter.llm.LlmSettings;
import io.csm.adapter.notion.NotionSettings;
import io.csm.app.channel.ChatSettings;
import io.csm.app.channel.WebhookSettings;
import io.csm.app.channel.WebhookSettings.Subscriber;
import io.csm.app.database.DatabaseSettings;
import io.csm.app.database.Secret;
import io.csm.app.jobs.JobSettings;
import io.csm.app.mail.MailSettings;
import io.csm.app.mail.MailSettings.Mailbox;
import io.csm.app.warehouse.WarehouseSettings;
import io.csm.application.access.TenantId;
import io.csm.application.health.HealthSettings;
import io.csm.application.retention.RetentionSettings;
import io.csm.application.signal.ShelfLives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the found texts into typed settings. */
final class SettingsReader {

    private final Path home;
    private final Map<String, String> environment;
    private final FoundSettings found;

    SettingsReader(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
        this.found = FoundSettings.in(home.resolve("csm.yaml"), environment);
    }

    CsmSettings read() {
        return new CsmSettings(
                home,
                found.sources(),
                database(),
                health(),
                jobs(),
                notion(),
                workspaceOf(),
                llm(),
                warehouse(),
                retention(),
                webhooks(),
                chat(),
                mail(),
                new AgentSettingsReader(found).read());
    }

    private DatabaseSettings database() {
        Optional<String> url = found.text("database.url");
        if (url.isEmpty()) {
            int port = (int) found.number("database.port", 0, true);
            return found.checked("database.port", () -> new DatabaseSettings.Embedded(home).withPort(port));
        }
        return found.checked(
                "database.url",
                () -> new DatabaseSettings.External(
                        url.get(),
                        found.text("database.user").orElse("csm_app"),
                        secret("database.password"),
                        found.text("database.owner_user").orElse("csm_owner"),
                        secret("database.owner_password")));
    }

    /** A secret from its environment variable, or from the file that a setting names. */
    private Secret secret(String name) {
        String variable = FoundSettings.variable(name);
        String value = environment.getOrDefault(variable, "");
        if (!value.isEmpty()) {
            return new Secret(value);
        }
        String setting = name + "_file";
        String file = found.text(setting)
                .orElseThrow(() -> new IllegalArgumentException("the secret " + name + " is missing: set " + variable
                        + ", or name a file that holds it in " + setting));
        try {
            return new Secret(Files.readString(Path.of(file)).strip());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    found.where(setting) + ": the file " + file + " of " + setting + " cannot be read", unreadable);
        }
    }

    private HealthSettings health() {
        HealthSettings defaults = HealthSettings.defaults();
        double green = found.number("health.green", defaults.greenFrom(), false);
        double amber = found.number("health.amber", defaults.amberFrom(), false);
        int window = (int) found.number("health.churn_window_days", defaults.churnWindowDays(), true);
        String scorecard = found.text("health.scorecard").orElse(defaults.scorecard());
        HealthSettings banded = found.checked(
                found.has("health.green") ? "health.green" : "health.amber",
                () -> defaults.withThresholds(green, amber));
        return found.checked("health.churn_window_days", () -> banded.withChurnWindowDays(window))
                .withScorecard(scorecard)
                .withShelfLives(shelfLives());
    }

    private ShelfLives shelfLives() {
        String setting = "signals.shelf_life_days";
        return found.text(setting)
                .map(text -> found.checked(setting, () -> ShelfLives.parse(text)))
                .orElseGet(ShelfLives::none);
    }

    private JobSettings jobs() {
        JobSettings defaults = JobSettings.defaults();
        String every = "jobs.score_changes_every";
        JobSettings jobs = found.checked(
                every, () -> defaults.withScoreChangesEvery(found.duration(every, defaults.scoreChangesEvery())));
        return new ZonesReader(found).read(jobs);
    }

    private NotionSettings notion() {
        Optional<String> baseUrl = found.text("notion.base_url");
        found.checked("notion.base_url", () -> NotionSettings.none().withBaseUrl(baseUrl));
        return new NotionSettings(
                optionalSecret("notion.token").map(secret -> new NotionSettings.Token(secret.value())),
                databaseId("notion.database_id"),
                databaseId("notion.health_database_id"),
                databaseId("notion.qbr_database_id"),
                databaseId("notion.expansion_database_id"),
                baseUrl);
    }

    private TenantId workspaceOf() {
        String setting = "notion.tenant";
        return found.text(setting)
                .map(name -> found.checked(setting, () -> new TenantId(name)))
                .orElse(TenantId.DEFAULT);
    }

    private Optional<String> databaseId(String setting) {
        Optional<String> id = found.text(setting);
        found.checked(setting, () -> NotionSettings.none().withAccountsDatabaseId(id));
        return id;
    }

    private LlmSettings llm() {
        return new LlmSettingsReader(found, environment).read(() -> optionalSecret("llm.api_key"));
    }

    private Optional<WarehouseSettings> warehouse() {
        return found.text("warehouse.url").map(url -> {
            Duration timeout = found.checked(
                    "warehouse.timeout", () -> found.duration("warehouse.timeout", WarehouseSettings.DEFAULT_TIMEOUT));
            return found.checked(
                    "warehouse.url",
                    () -> new WarehouseSettings(
                            url, found.text("warehouse.user"), optionalSecret("warehouse.password"), timeout));
        });
    }

    private RetentionSettings retention() {
        RetentionSettings defaults = RetentionSettings.defaults();
        int scores = (int) found.number("retention.health_score_years", defaults.healthScoreYears(), true);
        int events = (int) found.number("retention.event_years", defaults.eventYears(), true);
        int touchpoints = (int) found.number("retention.touchpoint_years", defaults.touchpointYears(), true);
        return new RetentionSettings(scores, events, touchpoints);
    }

    private WebhookSettings webhooks() {
        boolean allowPrivate = found.isTrue("webhooks.allow_private");
        List<Subscriber> subscribers = found.webhooks().stream()
                .map(name -> subscriber(name, allowPrivate))
                .toList();
        return new WebhookSettings(subscribers, allowPrivate);
    }

    private Subscriber subscriber(String name, boolean allowPrivate) {
        String setting = "webhooks." + name + ".url";
        String url = required(setting);
        Secret secret = secret("webhooks." + name + ".secret");
        return found.checked(
                setting,
                () -> new WebhookSettings(List.of(new Subscriber(name, url, secret)), allowPrivate)
                        .subscribers()
                        .get(0));
    }

    private ChatSettings chat() {
        return new ChatSettings(optionalSecret("chat.webhook_url"), found.isTrue("chat.allow_private"));
    }

    private Optional<MailSettings> mail() {
        if (!found.has("mail.url")) {
            return Optional.empty();
        }
        MailSettings.Server server = found.checked("mail.url", () -> MailSettings.Server.parse(required("mail.url")));
        Secret password = secret("mail.password");
        Mailbox standard = found.checked("mail.user", () -> new Mailbox(required("mail.user"), password));
        Map<String, Mailbox> representatives = found.text("mail.mailboxes_file")
                .map(file -> found.checked(
                        "mail.mailboxes_file", () -> new MailboxesFile(Path.of(file), environment).read()))
                .orElseGet(Map::of);
        return Optional.of(new MailSettings(server, standard, representatives));
    }

    private String required(String setting) {
        return found.text(setting)
                .orElseThrow(() -> new IllegalArgumentException("the setting " + setting + " is missing: set it in "
                        + home.resolve("csm.yaml") + " or by " + FoundSettings.variable(setting)));
    }

    private Optional<Secret> optionalSecret(String name) {
        boolean isGiven = isSet(FoundSettings.variable(name)) || found.has(name + "_file");
        return isGiven ? Optional.of(secret(name)) : Optional.empty();
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
