package io.csm.app.cli;

import java.nio.file.Path;

/** Where the demo keeps its database: a folder of the user's below the temporary one, made anew by each demo. */
final class DemoHome {

    private DemoHome() {}

    static Path folder(Console console) {
        String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9._-]", "_");
        return temporary(console).resolve("csm-demo-" + user);
    }

    private static Path temporary(Console console) {
        String temporary = console.environment().getOrDefault("TMPDIR", "");
        return Path.of(temporary.isBlank() ? System.getProperty("java.io.tmpdir", "/tmp") : temporary);
    }
}
