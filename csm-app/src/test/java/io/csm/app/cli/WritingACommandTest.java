package io.csm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.csm.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingACommandTest {

    private static final List<String> COMMANDS = List.of(
            "demo",
            "scan",
            "explain",
            "what-if",
            "path-to-green",
            "history",
            "scorecard",
            "bench",
            "doctor",
            "completion");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            exlain acme             | there is no command 'csm exlain'; did you mean explain
            scorecard vaildate x    | there is no command 'csm scorecard vaildate'; did you mean validate
            scan --signal x         | csm scan has no option '--signal'; did you mean --signals?
            scan x                  | csm scan cannot make anything of 'x'
            scan --signals          | --signals wants a FILE
            scan --signals a --signals b | option '--signals' (FILE) should be specified only once
            explain                 | ACCOUNT is missing
            explain a b             | csm explain cannot make anything of 'b'
            explain a --trend soon  | invalid value for option '--trend': must be a whole number but was 'soon'
            bench scan --rounds 1.5 | invalid value for option '--rounds': must be a whole number but was '1.5'
            """)
    void says_what_is_wrong_and_where_it_is_explained(String command, String sentence) {
        Said said = Terminal.plain().run(command.split(" "));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("csm: " + sentence).hasLineCount(2);
        assertThat(said.err()).containsPattern("\n'csm( [a-z-]+)? --help' tells how it is written\\.\n$");
    }

    @Test
    void lists_the_commands_when_none_is_given() {
        Said said = Terminal.plain().run();

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("Usage: csm").contains(COMMANDS).contains("Begin with: csm demo");
        assertThat(Terminal.plain().run("scorecard").err())
                .isEqualTo("csm: say what to do: csm scorecard list, show, export, validate or publish\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "scan",
                "explain",
                "what-if",
                "path-to-green",
                "history",
                "scorecard",
                "bench",
                "doctor",
                "completion"
            })
    void helps_with_every_command_within_80_columns(String command) {
        Said said = Terminal.plain().run(command, "--help");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .startsWith("Usage: csm " + command)
                .contains("--home=DIR")
                .contains("--tenant=NAME");
        assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(Terminal.plain().run("help", command).out()).isEqualTo(said.out());
    }

    @Test
    void tells_its_version() {
        assertThat(Terminal.plain().run("--version").out()).startsWith("csm ");
    }

    @Test
    void completes_in_bash(@TempDir Path folder) throws IOException, InterruptedException {
        Said said = Terminal.plain().run("completion");
        Path script = Files.writeString(folder.resolve("completion.bash"), said.out());

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("path-to-green").contains("--scorecard");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash to try the script");
        Process bash = new ProcessBuilder("/bin/bash", "-n", script.toString())
                .inheritIO()
                .start();
        assertThat(bash.waitFor()).isZero();
    }
}
