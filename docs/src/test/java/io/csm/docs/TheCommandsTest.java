package io.csm.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.csm.app.config.CsmSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands, options and settings that the documents name are those that there are. */
class TheCommandsTest {

    private static final Pattern CALL = Pattern.compile("\\./csm ([a-z][a-z-]*)([^`|\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern LISTED = Pattern.compile("^  ([a-z][a-z-]*) +\\S", Pattern.MULTILINE);
    /** Values for settings that are neither a number nor any word. */
    private static final Map<String, String> SOUND = Map.ofEntries(
            Map.entry("database.url", "jdbc:postgresql://db.example.com/csm"),
            Map.entry("warehouse.url", "jdbc:postgresql://db.example.com/warehouse"),
            Map.entry("signals.shelf_life_days", "nps_score 180, tam_health_rag 60"),
            Map.entry("jobs.score_changes_every", "PT20S"),
            Map.entry("jobs.time_zone", "Europe/Berlin"),
            Map.entry("jobs.tenant_time_zones", "acme=America/New_York, other=Asia/Tokyo"),
            Map.entry("expansion.modules", "Analytics: 12000 EUR; Multi-site"),
            Map.entry("notion.base_url", "https://notion.example.com/v1"),
            Map.entry("notion.tenant", "acme"),
            Map.entry("llm.provider", "ollama"),
            Map.entry("llm.base_url", "https://llm.example.com/v1"),
            Map.entry("llm.timeout", "PT20S"),
            Map.entry("llm.daily_cost_limit", "20"),
            Map.entry("llm.input_price_per_million_tokens", "0.5"),
            Map.entry("llm.output_price_per_million_tokens", "1.5"),
            Map.entry("webhooks.allow_private", "true"),
            Map.entry("chat.allow_private", "true"),
            Map.entry("mail.url", "imaps://imap.example.com"));

    /** Settings that make sense only along with others. */
    private static final Map<String, Map<String, String>> ALONG = Map.of(
            "database.url", Map.of("CSM_DATABASE_PASSWORD", "one", "CSM_DATABASE_OWNER_PASSWORD", "two"),
            "llm.daily_cost_limit",
                    Map.of(
                            "CSM_LLM_INPUT_PRICE_PER_MILLION_TOKENS",
                            "0.5",
                            "CSM_LLM_OUTPUT_PRICE_PER_MILLION_TOKENS",
                            "1.5"),
            "llm.input_price_per_million_tokens", Map.of("CSM_LLM_OUTPUT_PRICE_PER_MILLION_TOKENS", "1.5"),
            "llm.output_price_per_million_tokens", Map.of("CSM_LLM_INPUT_PRICE_PER_MILLION_TOKENS", "0.5"),
            "mail.url", Map.of("CSM_MAIL_USER", "csm@example.com", "CSM_MAIL_PASSWORD", "one"));

    private static final int ALL_SETTINGS = 48;

    private static final Pattern SETTING =
            Pattern.compile("^\\| `([a-z]+\\.[a-z_]+)` \\| `([A-Z_]+)` \\| ([^|]*) \\|", Pattern.MULTILINE);

    /** Commands that have commands. */
    private static final List<String> GROUPS = List.of("scorecard", "import", "quarantine", "jobs", "alerts");

    /** Those of them that are commands as well. */
    private static final List<String> ALSO_COMMANDS = List.of("import", "alerts");

    private static final Map<List<String>, String> HELP = new HashMap<>();

    @Test
    void that_are_named_exist_with_their_options() {
        Set<String> known = listedIn(help("--help"));
        List<String> wrong = new ArrayList<>();

        for (Path document : Repository.documents()) {
            Matcher call = CALL.matcher(Repository.read(document));
            while (call.find()) {
                String words = call.group(1) + call.group(2).replaceAll("#.*", "");
                if (!known.contains(call.group(1)) || !knowsOptions(words)) {
                    wrong.add(document.getFileName() + ": " + words);
                }
            }
        }

        assertThat(known).contains("demo", "scan", "scorecard");
        assertThat(wrong).isEmpty();
    }

    private static boolean knowsOptions(String words) {
        String[] word = words.split(" ");
        boolean isCommandOfGroup = GROUPS.contains(word[0])
                && word.length > 1
                && listedIn(help(word[0], "--help")).contains(word[1]);
        if (isCommandOfGroup) {
            return helpKnows(words, word[0], word[1]);
        }
        boolean mustBe = GROUPS.contains(word[0]) && !ALSO_COMMANDS.contains(word[0]);
        return !mustBe && helpKnows(words, word[0]);
    }

    private static boolean helpKnows(String words, String... command) {
        String help = help(command);
        return OPTION.matcher(words).results().allMatch(option -> help.contains(option.group()));
    }

    @Test
    void are_all_in_the_table_of_the_readme() {
        String readme = Repository.read(Repository.ROOT.resolve("README.md"));

        assertThat(listedIn(help("--help")))
                .allSatisfy(name -> assertThat(readme).contains("| `./csm " + name));
        assertThat(GROUPS)
                .allSatisfy(group -> assertThat(listedIn(help(group, "--help")))
                        .allSatisfy(name -> assertThat(readme).contains("| `./csm " + group + " " + name)));
    }

    @Test
    void read_every_setting_of_the_readme(@TempDir Path home) throws IOException {
        Matcher row = SETTING.matcher(Repository.read(Repository.ROOT.resolve("README.md")));
        Path secret = Files.writeString(home.resolve("secret"), "https://chat.example.com/a-secret");
        Set<String> settings = new TreeSet<>();

        while (row.find()) {
            String setting = row.group(1);
            settings.add(setting);
            String value = setting.endsWith("_file") ? secret.toString() : soundValue(setting, row.group(3));
            Map<String, String> along = ALONG.getOrDefault(setting, Map.of());
            Map<String, String> environment = new HashMap<>(along);
            environment.put(row.group(2), value);
            String[] name = setting.split("\\.");
            Files.writeString(home.resolve("csm.yaml"), name[0] + ":\n  " + name[1] + ": '" + value + "'\n");
            assertThatCode(() -> CsmSettings.load(home, along)).as(setting).doesNotThrowAnyException();
            Files.delete(home.resolve("csm.yaml"));
            assertThatCode(() -> CsmSettings.load(home, environment))
                    .as(row.group(2))
                    .doesNotThrowAnyException();
        }

        assertThat(settings).hasSize(ALL_SETTINGS);
    }

    private static String soundValue(String setting, String shown) {
        String plain = shown.replace("`", "").strip();
        return SOUND.getOrDefault(setting, plain.matches("[0-9]+") ? plain : "csm-standard");
    }

    private static Set<String> listedIn(String help) {
        Set<String> names = new TreeSet<>();
        Matcher name = LISTED.matcher(help.substring(Math.max(0, help.indexOf("Commands:"))));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    /** What the command prints about itself, wherever it prints it; asked once each. */
    private static String help(String... command) {
        return HELP.computeIfAbsent(List.of(command), TheCommandsTest::ask);
    }

    private static String ask(List<String> command) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.csm.app.Main"));
        words.addAll(command);
        if (!command.contains("--help")) {
            words.add("--help");
        }
        try {
            Process asked = new ProcessBuilder(words).redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
