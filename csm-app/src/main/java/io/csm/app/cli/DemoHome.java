package io.csm.app.cli;

import io.csm.app.config.CsmSettings;
import io.csm.app.sample.SamplePortfolio;
import io.csm.application.AgentSettings;
import java.nio.file.Path;

/** Where the demo keeps its database: a folder of the user's below the temporary one, made anew by each demo. */
final class DemoHome {

    private DemoHome() {}

    static Path folder(Console console) {
        String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9._-]", "_");
        return temporary(console).resolve("csm-demo-" + user);
    }

    /** Standard settings, and what the vendor of the sample sells. */
    static CsmSettings settings(Console console) {
        return CsmSettings.standard(folder(console))
                .withAgent(AgentSettings.defaults().withCatalogue(SamplePortfolio.catalogue()));
    }

    private static Path temporary(Console console) {
        String temporary = console.environment().getOrDefault("TMPDIR", "");
        return Path.of(temporary.isBlank() ? System.getProperty("java.io.tmpdir", "/tmp") : temporary);
    }
}
