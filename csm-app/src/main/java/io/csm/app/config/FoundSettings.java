package io.csm.app.config;

import io.csm.app.document.YamlReader;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.SimilarNames;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The settings as they were written, each with the place where it stands. */
final class FoundSettings {

    /** Every setting there is; its environment variable follows from its name. */
    static final List<String> KNOWN = List.of(
            "database.url",
            "database.user",
            "database.password_file",
            "database.owner_user",
            "database.owner_password_file",
            "database.port",
            "health.scorecard",
            "health.green",
            "health.amber",
            "health.churn_window_days",
            "signals.shelf_life_days",
            "jobs.score_changes_every",
            "jobs.time_zone",
            "jobs.tenant_time_zones",
            "alerts.one_by_one",
            "alerts.reminder_days",
            "expansion.modules",
            "expansion.integrations",
            "notion.database_id",
            "notion.health_database_id",
            "notion.qbr_database_id",
            "notion.expansion_database_id",
            "notion.token_file",
            "notion.base_url",
            "notion.tenant",
            "llm.provider",
            "llm.base_url",
            "llm.model",
            "llm.api_key_file",
            "llm.timeout",
            "llm.daily_token_limit",
            "llm.daily_cost_limit",
            "llm.input_price_per_million_tokens",
            "llm.output_price_per_million_tokens",
            "retention.health_score_years",
            "retention.event_years",
            "retention.touchpoint_years",
            "warehouse.url",
            "warehouse.user",
            "warehouse.password_file",
            "warehouse.timeout",
            "webhooks.allow_private",
            "chat.webhook_url_file",
            "chat.allow_private",
            "mail.url",
            "mail.user",
            "mail.password_file",
            "mail.mailboxes_file");

    /** Variables whose names other tools have settled. */
    private static final Map<String, String> SETTLED = Map.of(
            "notion.database_id", "NOTION_DATABASE_ID",
            "notion.health_database_id", "NOTION_CSM_HEALTH_DATABASE_ID",
            "notion.qbr_database_id", "NOTION_CSM_QBR_DATABASE_ID",
            "notion.expansion_database_id", "NOTION_CSM_EXPANSION_DATABASE_ID",
            "notion.token", "NOTION_TOKEN",
            "notion.token_file", "NOTION_TOKEN_FILE",
            "notion.base_url", "NOTION_BASE_URL",
            "notion.tenant", "NOTION_TENANT");

    private static final List<String> SECRETS = List.of(
            "database.password",
            "database.owner_password",
            "warehouse.password",
            "notion.token",
            "llm.api_key",
            "chat.webhook_url",
            "mail.password");
    private static final List<String> GUARDED_PREFIXES = List.of(
            "CSM_DATABASE_",
            "CSM_HEALTH_",
            "CSM_JOBS_",
            "CSM_WAREHOUSE_",
            "CSM_RETENTION_",
            "CSM_SIGNALS_",
            "CSM_ALERTS_",
            "CSM_EXPANSION_",
            "CSM_LLM_",
            "CSM_WEBHOOK",
            "CSM_CHAT_",
            "CSM_MAIL_");

    /** A file of mailboxes may name variables of its own for the passwords in it. */
    private static final String PASSWORDS_OF_MAILBOXES = "CSM_MAIL_PASSWORD_";

    private record Found(String text, String where) {}

    private final Map<String, Found> found = new LinkedHashMap<>();
    private final String sources;

    private FoundSettings(String sources) {
        this.sources = sources;
    }

    static FoundSettings in(Path file, Map<String, String> environment) {
        boolean hasFile = Files.exists(file);
        FoundSettings settings =
                new FoundSettings(hasFile ? file + " and the environment" : "the environment; there is no " + file);
        if (hasFile) {
            settings.addAll(file);
        }
        settings.addAll(new TreeMap<>(environment));
        return settings;
    }

    /** The environment variable of a setting: {@code CSM_HEALTH_GREEN} for {@code health.green}. */
    static String variable(String setting) {
        return SETTLED.getOrDefault(
                setting, "CSM_" + setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
    }

    private void addAll(Path file) {
        DocumentNode root;
        try {
            String text = Files.readString(file);
            if (text.lines()
                    .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
                return; // nothing is set
            }
            root = YamlReader.read(text);
        } catch (MalformedInputException notText) {
            throw new IllegalArgumentException(file + " is not UTF-8 text; save it with the encoding UTF-8", notText);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    file + " cannot be read"
                            + (Files.isDirectory(file) ? ": it is a folder" : "; may it be read by you?"),
                    unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(file + ", " + malformed.getMessage(), malformed);
        }
        add(file, "", root);
    }

    private void add(Path file, String prefix, DocumentNode node) {
        Optional<Mapping> mapping = node.asMapping();
        String where = file + ", " + node.location();
        if (mapping.isPresent()) {
            for (Entry entry : mapping.get().entries()) {
                String name = prefix + entry.key().text();
                if (isKnown(name) && entry.value().asScalar().isEmpty()) {
                    throw new IllegalArgumentException(where + ": setting " + name + " must be a single value");
                }
                add(file, entry.value().asMapping().isPresent() ? name + "." : name, entry.value());
            }
            return;
        }
        Scalar scalar =
                node.asScalar().orElseThrow(() -> new IllegalArgumentException(where + ": settings hold no lists"));
        if (scalar.isNothing() && isSection(prefix)) {
            return; // a section of which everything is commented out
        }
        if (isSection(prefix)) {
            throw new IllegalArgumentException(where + ": " + section(prefix));
        }
        if (!isKnown(prefix)) {
            throw new IllegalArgumentException(
                    where + ": there is no setting '" + prefix + "'" + secretOrSimilar(prefix));
        }
        if (!scalar.isNothing() && found.put(prefix, new Found(scalar.text(), where)) != null) {
            throw new IllegalArgumentException(where + ": setting " + prefix + " stands here for the second time");
        }
    }

    /** The whole file, or one of the groups that its settings are in. */
    private static boolean isSection(String name) {
        return name.isEmpty()
                || WebhookNames.isGroup(name)
                || KNOWN.stream().anyMatch(setting -> setting.startsWith(name + "."));
    }

    private static String section(String name) {
        return (name.isEmpty() ? "settings are written one a line" : name + " is a group of settings")
                + ", such as "
                + KNOWN.stream()
                        .filter(setting -> setting.startsWith(name))
                        .findFirst()
                        .orElse(name + ".url");
    }

    private static boolean isKnown(String name) {
        return KNOWN.contains(name) || WebhookNames.isSetting(name);
    }

    private static String secretOrSimilar(String name) {
        return SECRETS.contains(name)
                ? "; a secret belongs into " + variable(name) + " or into a file named by " + name + "_file"
                : WebhookNames.hint(name).orElseGet(() -> SimilarNames.hint(name, KNOWN));
    }

    private void addAll(Map<String, String> environment) {
        KNOWN.forEach(setting -> add(environment, variable(setting), setting));
        environment
                .keySet()
                .forEach(variable -> WebhookNames.settingOf(variable)
                        .filter(WebhookNames::isSetting)
                        .ifPresent(setting -> add(environment, variable, setting)));
        List<String> variables = Stream.concat(KNOWN.stream(), SECRETS.stream())
                .map(FoundSettings::variable)
                .toList();
        for (String variable : environment.keySet()) {
            boolean guarded = GUARDED_PREFIXES.stream().anyMatch(variable::startsWith)
                    && !variable.startsWith(PASSWORDS_OF_MAILBOXES)
                    && WebhookNames.settingOf(variable).isEmpty();
            if (guarded && !variables.contains(variable)) {
                throw new IllegalArgumentException(
                        "environment variable " + variable + " sets nothing" + SimilarNames.hint(variable, variables));
            }
        }
    }

    private void add(Map<String, String> environment, String variable, String setting) {
        Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> found.put(setting, new Found(value, "environment variable " + variable)));
    }

    /** The names of the subscribers to whom webhooks go. */
    List<String> webhooks() {
        return WebhookNames.of(found.keySet());
    }

    String sources() {
        return sources;
    }

    boolean has(String setting) {
        return found.containsKey(setting);
    }

    Optional<String> text(String setting) {
        return Optional.ofNullable(found.get(setting)).map(Found::text);
    }

    /** The place of a setting, for messages. */
    String where(String setting) {
        return Optional.ofNullable(found.get(setting)).map(Found::where).orElse("settings");
    }

    boolean isTrue(String setting) {
        String text = text(setting).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(
                    where(setting) + ": setting " + setting + " must be true or false but was '" + text + "'");
        }
        return text.equals("true");
    }

    double number(String setting, double otherwise, boolean whole) {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            return otherwise;
        }
        double value = Figures.parse(text.get());
        if (Double.isNaN(value) || (whole && (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE))) {
            throw new IllegalArgumentException(where(setting) + ": setting " + setting + " must be a "
                    + (whole ? "whole number" : "number") + " but was '" + text.get() + "'");
        }
        return value;
    }

    /** As ISO 8601 writes it: {@code PT5S} for 5 seconds. */
    Duration duration(String setting, Duration otherwise) {
        Optional<String> text = text(setting);
        try {
            return text.map(Duration::parse).orElse(otherwise);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    "setting " + setting + " must be a duration such as PT5S (5 seconds) or PT1M but was '"
                            + text.orElseThrow() + "'",
                    malformed);
        }
    }

    /** What the settings make, or the refusal with the place of the setting in front. */
    <T> T checked(String setting, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw has(setting)
                    ? new IllegalArgumentException(where(setting) + ": " + refused.getMessage(), refused)
                    : refused;
        }
    }
}
