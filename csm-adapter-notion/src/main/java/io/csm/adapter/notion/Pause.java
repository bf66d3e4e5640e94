package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryUnavailable;
import java.time.Duration;
import java.util.Optional;

/** Waiting that can be interrupted. */
final class Pause {

    private Pause() {}

    static void sleep(NotionAdapter.Sleeper sleeper, Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DirectoryUnavailable("waiting for Notion was interrupted", Optional.empty(), stopped);
        }
    }
}
