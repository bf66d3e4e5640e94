package io.csm.app.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningAFileTest {

    @TempDir
    private Path folder;

    @Test
    void reads_the_rows_in_it() throws IOException {
        Path file = Files.writeString(folder.resolve("signals.csv"), "account_id\nacme\n");
        Recorder recorder = new Recorder();

        try (RowReader reader = RowReader.open(file)) {
            while (reader.next(recorder)) {}
        }

        assertThat(recorder.accounts()).containsExactly("acme");
    }

    @Test
    void says_that_there_is_no_such_file() {
        Path file = folder.resolve("none.csv");

        assertThatThrownBy(() -> RowReader.open(file))
                .isInstanceOf(InputUnreadable.class)
                .hasMessage("There is no file " + file + ".");
    }

    @Test
    void says_that_it_is_a_directory() {
        assertThatThrownBy(() -> RowReader.open(folder))
                .isInstanceOf(InputUnreadable.class)
                .hasMessage(folder + " is a directory; name a file in it.");
    }

    @Test
    void says_that_it_may_not_be_read() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.csv"), "account_id\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThatThrownBy(() -> RowReader.open(file))
                .isInstanceOf(InputUnreadable.class)
                .hasMessage("The file " + file + " may not be read: permission denied.");
    }

    @Test
    void says_that_the_stream_broke_and_keeps_the_cause() {
        RowReader reader = RowReader.over(breakingAfter("account_id\na\nb"), "standard input");
        Recorder recorder = new Recorder();
        reader.next(recorder);

        assertThatThrownBy(() -> reader.next(recorder))
                .isInstanceOf(InputUnreadable.class)
                .hasMessage("Reading standard input failed: the pipe broke.")
                .hasCauseInstanceOf(IOException.class);
        assertThat(recorder.accounts()).containsExactly("a");
    }

    private static InputStream breakingAfter(String text) {
        return new FilterInputStream(new ByteArrayInputStream(text.getBytes())) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count < 0) {
                    throw new IOException("the pipe broke");
                }
                return count;
            }
        };
    }
}
