package io.csm.app.cli;

import io.csm.application.signal.RefusedRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells of refused rows: as JSON lines in a file or on standard error, or as a few sentences for a person. */
final class Refusals implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_SENTENCES = 10;

    /** How rules begin that say something of the value and not what it must be. */
    private static final String OF_THE_VALUE = "stands ";

    private final Console console;
    private final Optional<Path> file;
    private final Optional<OutputStream> own;
    private final Optional<HealthJson> lines;
    private long count;

    /** To that file if there is one, which is emptied first; else to standard error. */
    Refusals(Console console, boolean json, Optional<Path> file) {
        this.console = console;
        this.file = file;
        this.own = file.map(Refusals::create);
        this.lines = own.or(() -> json ? Optional.of(console.err()) : Optional.empty())
                .map(HealthJson::new);
    }

    /** Refuses to write refused rows over the rows themselves. */
    static void mustNotReplace(String signals, Optional<Path> file) {
        try {
            if (file.isPresent()
                    && Files.exists(file.get())
                    && Files.exists(Path.of(signals))
                    && Files.isSameFile(file.get(), Path.of(signals))) {
                throw Failure.usage("--refused names the signals file itself; give it a file of its own");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OutputStream create(Path file) {
        if (Files.isDirectory(file)) {
            throw unwritable(file, "it is a folder");
        }
        try {
            return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (IOException denied) {
            throw unwritable(file, denied);
        }
    }

    private static Failure unwritable(Path file, IOException denied) {
        return unwritable(file, Failures.reason(denied));
    }

    private static Failure unwritable(Path file, String reason) {
        return Failure.failed("refused rows cannot be written to " + file + ": " + reason);
    }

    void add(RefusedRow row) {
        count++;
        if (lines.isPresent()) {
            writing(() -> lines.get().refused(row));
        } else if (count <= MOST_SENTENCES) {
            console.note("refused " + sentence(row));
        }
    }

    /** For people: {@code line 12: account A-1: nps_score must be ... but was 11}. */
    static String sentence(RefusedRow row) {
        return (row.line() > 0 ? "line " + row.line() + ": " : "")
                + row.account().map(id -> "account " + id + ": ").orElse("")
                + sentence(row.field(), row.value(), row.rule());
    }

    /** The same of a value alone. */
    static String sentence(String field, String value, String rule) {
        if (rule.startsWith(OF_THE_VALUE)) {
            return field + " " + value + " " + rule;
        }
        return what(field, rule) + (value.isEmpty() ? "" : " but was " + value);
    }

    /** Rules are predicates of the field, or sentences of their own. */
    private static String what(String field, String rule) {
        boolean isPredicate = rule.startsWith("must ") || rule.startsWith("is ");
        if (isPredicate) {
            return field + " " + rule;
        }
        boolean namesField = field.equals("line") || rule.contains(field);
        return namesField ? rule : field + ": " + rule;
    }

    /** Whether the refusals are lines on standard error, where a program reads them. */
    boolean areReadFromStandardError() {
        return lines.isPresent() && file.isEmpty();
    }

    /** Where to look for them, when that is not before one's eyes. */
    String where() {
        return file.map(path -> "; they are in " + path).orElse("");
    }

    /** Hands over all that was written so far, and says how to see what was not shown. */
    void finish() {
        lines.ifPresent(json -> writing(json::flush));
        if (lines.isEmpty() && count > MOST_SENTENCES) {
            console.note("... and " + Words.count(count - MOST_SENTENCES)
                    + " more; --refused FILE keeps them all, one JSON object a line");
            count = 0;
        }
    }

    private void writing(Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException failed) {
            throw file.map(path -> unwritable(path, Failures.cause(failed))).orElseThrow(() -> failed);
        }
    }

    @Override
    public void close() {
        try {
            lines.ifPresent(json -> writing(json::close));
        } finally {
            own.ifPresent(this::close);
        }
    }

    private void close(OutputStream stream) {
        writing(() -> {
            try {
                stream.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
