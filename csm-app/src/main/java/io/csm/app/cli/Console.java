package io.csm.app.cli;

import io.csm.domain.health.Rag;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
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

    /** Where styles begin and end within a line; turned into escape sequences when nothing else in it can be one. */
    private static final char STYLE = '\uFDD0';

    private static final char ESCAPE = '\u001b';
    private static final int WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 300;

    /** The console of this process. */
    @SuppressWarnings("SystemConsoleNull") // the launcher asks newer JDKs for the console that may be null
    static Console ofProcess() {
        return new Console(
                System.in,
                new Output(new FileOutputStream(FileDescriptor.out)),
                new Output(new FileOutputStream(FileDescriptor.err)),
                Ansi.AUTO.enabled(),
                System.console() != null,
                Clock.systemUTC(),
                System.getenv());
    }

    /** A line of result. */
    void say(String line) {
        out.println(safe(line));
    }

    /** A line beside the result. */
    void note(String line) {
        err.println(safe(line));
    }

    private static String safe(String line) {
        return Visible.lines(line, String.valueOf(STYLE)).replace(STYLE, ESCAPE);
    }

    /** How many columns to use: those of the terminal where {@code COLUMNS} tells them, else 80. */
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}")
                ? Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(columns)))
                : WIDTH;
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
        String visible = Visible.text(text);
        if (!colours || visible.isEmpty()) {
            return visible;
        }
        Ansi.IStyle[] on = Ansi.Style.parse(style);
        return (Ansi.Style.on(on) + visible + Ansi.Style.off(on)).replace(ESCAPE, STYLE);
    }
}
