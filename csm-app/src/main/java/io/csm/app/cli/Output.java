package io.csm.app.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A print stream that remembers why it failed; the one of the JDK only knows that it did. */
final class Output extends PrintStream {

    private static final String CLOSED = "the stream is closed";

    private final List<String> failures;

    Output(OutputStream out) {
        this(out, new CopyOnWriteArrayList<>());
    }

    private Output(OutputStream out, List<String> failures) {
        super(new Watched(out, failures), true, StandardCharsets.UTF_8);
        this.failures = failures;
    }

    /** What to tell the person; nothing when the reader went away, as {@code head} does when it has seen enough. */
    static Optional<String> complaint(PrintStream stream) {
        if (!stream.checkError()) {
            return Optional.empty();
        }
        String why = stream instanceof Output output
                ? output.failures.stream().findFirst().orElse(CLOSED)
                : CLOSED;
        boolean hasSeenEnough = why.toLowerCase(Locale.ROOT).contains("broken pipe");
        return hasSeenEnough ? Optional.empty() : Optional.of("the result could not be written: " + why);
    }

    private static final class Watched extends FilterOutputStream {

        private final List<String> failures;

        Watched(OutputStream out, List<String> failures) {
            super(out);
            this.failures = failures;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failed) {
                failures.add(Failures.reason(failed));
                throw failed;
            }
        }
    }
}
