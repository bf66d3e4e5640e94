package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.HEALTHY;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.cli.Terminal.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailingInASentenceTest {

    @TempDir
    private Path folder;

    @Command(name = "fail")
    private record Failing(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    private static Said failing(Throwable failure, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Terminal.plain().console(Terminal.stream(out), Terminal.stream(err));
        CommandLine commands = CommandLineApp.commands(console).addSubcommand(new Failing(failure));
        String[] args = new String[more.length + 1];
        System.arraycopy(more, 0, args, 0, more.length);
        args[more.length] = "fail";

        int code = CommandLineApp.run(console, commands, args);

        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatever_is_thrown() {
        List<Throwable> faults = List.of(
                new IllegalStateException("odd"),
                new NullPointerException(),
                new IOException("odd"),
                new StackOverflowError(),
                new NoClassDefFoundError("odd"),
                new AssertionError("odd"));

        for (Throwable fault : faults) {
            Said said = failing(fault);
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.err())
                    .startsWith("csm: this is a fault in CSM, please report it (--stack shows where): " + fault)
                    .hasLineCount(1);
        }
    }

    @Test
    void and_shows_the_stack_to_those_who_ask() {
        for (Throwable fault : List.of(new IllegalStateException("odd"), new StackOverflowError())) {
            assertThat(failing(fault, "--stack").err())
                    .contains("\tat " + getClass().getName());
        }
    }

    @Test
    void when_memory_or_the_database_is_gone() {
        assertThat(failing(new OutOfMemoryError("Java heap space")).err()).contains("CSM_JAVA_OPTS=-Xmx2g");
        assertThat(failing(new IllegalStateException(new SQLException("terminating", "57P01")))
                        .err())
                .startsWith("csm: the database does not answer any more;")
                .contains("run the same command again");
        assertThat(failing(new IllegalStateException(new SQLTransientConnectionException("no")))
                        .err())
                .startsWith("csm: the database does not answer any more;");
        assertThat(failing(new IllegalStateException(new SQLException("full", "53100")))
                        .err())
                .startsWith("csm: the disk of the database is full;");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            scan --signals none.csv                    | 3 | There is no file none.csv.
            scan --signals target                      | 3 | target is a directory; name a file in it.
            scan --signals ''                          | 2 | the name of the signals file is blank
            scan --signals pom.xml --as-of tomorrow    | 2 | --as-of must be a day such as 2026-03-31 or an instant such as 2026-03-31T12:00:00Z but was 'tomorrow'
            scan --signals pom.xml --as-of 2026-03-03  | 2 | --as-of must not be in the future but was 2026-03-03
            scan --signals pom.xml --as-of 2026-02-30  | 2 | --as-of must be a day
            scan --signals pom.xml --as-of 0001-01-01  | 2 | --as-of must not be before 1990 but was 0001-01-01
            scan --signals pom.xml --refused target    | 3 | refused rows cannot be written to target: it is a folder
            scan --signals pom.xml --refused no/x      | 3 | refused rows cannot be written to no/x: there is no folder no
            scan --signals pom.xml --scorecard nosuch  | 2 | there is no scorecard 'nosuch'; known are csm-standard,
            scan --signals pom.xml --scorecard no.yaml | 2 | no.yaml: there is no such file
            scan --signals pom.xml --tenant A          | 2 | tenant must be 1 to 40 lower-case letters, digits and dashes but was 'A'
            scan --signals pom.xml --as ''             | 2 | the actor's user must not be blank
            scan --signals pom.xml --demo --home x     | 2 | --demo has a home of its own; leave out --home
            scan --known-on tomorrow                   | 2 | --known-on must be a day such as 2026-03-31 or an instant
            scan --known-on 2026-03-03                 | 2 | --known-on must not be in the future but was 2026-03-03
            scan --signals pom.xml --known-on 2026-03-01 | 2 | --known-on goes without --signals and --warehouse; they say
            scan --store                               | 2 | --store goes with --signals or --warehouse;
            scan --home /proc/none                     | 3 | /proc/none/postgres cannot be used
            scan --home pom.xml                        | 3 |
            explain ''                                 | 2 | account id must not be blank
            explain A --trend 8                        | 2 | the trend window must be 7, 30 or 90 days but was 8
            explain A --as-of never                    | 2 | --as-of must be a day
            what-if                                    | 2 | give an account and its signals as they would be, or --scorecard
            what-if A                                  | 2 | say what would change, such as usage_trend=stable
            demo --home x                              | 2 | the demo keeps to a folder of its own
            bench nosuch                               | 2 | there is no benchmark 'nosuch'; there are score, scan, derive, ingest, alerts, qbr and narrative
            bench derive --events 999                  | 2 | --events must be at least 1000
            bench scan --accounts 0                    | 2 | --accounts and --seconds must be at least 1 and --rounds at least 2
            """)
    void for_what_people_get_wrong(String command, int code, String sentence) {
        String[] words = command.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("''") ? "" : words[i];
        }

        Said said = Terminal.plain()
                .with("CSM_HOME", folder.resolve("home").toString())
                .run(words);

        assertThat(said.err())
                .startsWith("csm: " + (sentence == null ? "" : sentence))
                .hasLineCount(1);
        assertThat(said.err()).doesNotContain("a fault in CSM").doesNotContain("Exception");
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void when_the_result_cannot_be_written() {
        Said full = printingInto("No space left on device");
        Said seenEnough = printingInto("Broken pipe");

        assertThat(full.code()).isEqualTo(3);
        assertThat(full.err()).isEqualTo("csm: the result could not be written: no space left on device\n");
        assertThat(seenEnough.code()).isEqualTo(3);
        assertThat(seenEnough.err()).isEmpty();
    }

    private static Said printingInto(String failure) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new Output(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        });
        Terminal terminal = Terminal.plain().typing(csv("A-1" + HEALTHY));
        int code = CommandLineApp.run(terminal.console(out, Terminal.stream(err)), "scan", "--signals", "-", "--json");
        return new Said(code, "", err.toString(StandardCharsets.UTF_8));
    }
}
