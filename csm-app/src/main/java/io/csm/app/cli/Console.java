package io.csm.app.cli;

import io.csm.domain.health.Rag;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * The world around a command: its streams, the clock, and the environment. Tests pass their own.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for progress and refusals
 * @param colours whether results may be coloured
 * @param interactive whether a person watches standard error
 * @param clock what time it is
 * @param environment the environment variables
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean colours,
        boolean interactive,
        Clock clock,
        Map<String, String> environment) {

    /** The console of this process. */
    @SuppressWarnings("SystemConsoleNull") // the launcher asks newer JDKs for the console that may be null
    static Console ofProcess() {
        return new Console(
                System.in,
                utf8(System.out),
                utf8(System.err),
                Ansi.AUTO.enabled(),
                System.console() != null,
                Clock.systemUTC(),
                System.getenv());
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** A line of result. */
    void say(String line) {
        out.println(line);
    }

    /** A line beside the result. */
    void note(String line) {
        err.println(line);
    }

    String bold(String text) {
        return styled("bold", text);
    }

    String faint(String text) {
        return styled("faint", text);
    }

    /** The text in the colour of the band. */
    String coloured(Rag rag, String text) {
        return styled(
                switch (rag) {
                    case GREEN -> "fg(green)";
                    case AMBER -> "fg(yellow)";
                    case RED -> "fg(red)";
                },
                text);
    }

    private String styled(String style, String text) {
        if (!colours || text.isEmpty()) {
            return text;
        }
        Ansi.IStyle[] on = Ansi.Style.parse(style);
        return Ansi.Style.on(on) + text + Ansi.Style.off(on);
    }
}
