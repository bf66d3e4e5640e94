package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.cli.Terminal.Said;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectingTheTerminalTest {

    private static final String RED = "\u001b[31m";
    private static final String TITLE = "\u001b]0;pwned\u0007";

    @Test
    void shows_control_characters_of_refused_rows_as_escapes() {
        String rows = csv("A" + RED + HEALTHY, "A-2,0.9," + TITLE + ",high,current,0.85");

        Said said = Terminal.plain().coloured().typing(rows).run("scan", "--signals", "-");

        assertThat(said.err())
                .contains("account_id must not hold control characters but was A\\u001b[31m")
                .contains("but was \\u001b]0;pwned\\u0007");
        assertHarmless(said.out() + said.err());
    }

    @Test
    void shows_control_characters_of_arguments_as_escapes() {
        List<String[]> commands = List.of(
                new String[] {"scan" + RED},
                new String[] {"scan", "--" + TITLE},
                new String[] {"scan", "--signals", "none" + TITLE},
                new String[] {"scan", "--signals", "pom.xml", "--tenant", TITLE},
                new String[] {"scan", "--signals", "pom.xml", "--scorecard", RED},
                new String[] {"scan", "--signals", "pom.xml", "--as-of", RED},
                new String[] {"what-if", "A", RED},
                new String[] {"bench", TITLE});

        for (String[] command : commands) {
            Said said = Terminal.plain().coloured().run(command);
            assertThat(said.err()).contains("\\u001b");
            assertHarmless(said.out() + said.err());
        }
    }

    @Test
    void shows_what_hides_or_turns_text_around_as_escapes() {
        Said said = Terminal.plain()
                .typing(csv("A\u202Egnp.exe" + HEALTHY, "Zoë 客户 👩‍💻" + SignalRows.ILL))
                .run("scan", "--signals", "-");

        assertThat(said.out()).contains("Zoë 客户 👩‍💻").doesNotContain("\u202E");
    }

    @Test
    void lets_nobody_pass_for_a_style_of_its_own() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = Terminal.plain().coloured().console(Terminal.stream(out), Terminal.stream(out));

        new Table("ll").row("\uFDD0[31mred", "\u001b[2Jgone").print(console);
        console.say(console.bold("\uFDD0[31m") + " and \u009b31m");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\\ufdd0[31mred  \\u001b[2Jgone")
                .contains("\u001b[1m\\ufdd0[31m\u001b[")
                .endsWith(" and \\u009b31m\n");
    }

    private static void assertHarmless(String said) {
        assertThat(said.replaceAll("\u001b\\[[0-9;]*m", "").chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(said).doesNotContain(RED + "\n").doesNotContain("\u001b]");
    }

    @Test
    void colours_bands_on_a_terminal_only() {
        Terminal terminal = Terminal.plain();

        assertThat(terminal.typing(csv("A" + HEALTHY))
                        .run("scan", "--signals", "-")
                        .out())
                .doesNotContain("\u001b");
        assertThat(terminal.coloured()
                        .typing(csv("A" + HEALTHY))
                        .run("scan", "--signals", "-")
                        .out())
                .contains("\u001b[32mGREEN");
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 80, 120})
    void keeps_tables_within_the_width_of_the_terminal(int columns) {
        Said said = Terminal.plain()
                .with("COLUMNS", Integer.toString(columns))
                .typing(csv("A-1" + SignalRows.ILL, "a-rather-long-name-for-an-account" + SignalRows.ILL))
                .run("scan", "--signals", "-", "--explain", "A-1");

        assertThat(said.out().lines())
                .allSatisfy(line -> assertThat(Visible.width(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void lines_columns_up_whatever_the_script() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = Terminal.plain().console(Terminal.stream(out), Terminal.stream(out));

        new Table("lr").row("客户", "1").row("Zoë", "2").row("e\u0301te", "3").print(console);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("客户  1\nZoë   2\ne\u0301te   3\n");
    }

    @Test
    void wraps_without_tearing_a_character_apart() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = Terminal.plain().with("COLUMNS", "40").console(Terminal.stream(out), Terminal.stream(out));

        new Table("ll").row("x", "😀".repeat(40)).print(console);

        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("?").hasLineCount(3);
    }
}
