package io.csm.app.database;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the programs of PostgreSQL said when they failed, turned into a sentence for a person. */
record StartFailure(PostgresHome home, PostgresPrograms programs, String output) {

    private static final Pattern REASON = Pattern.compile("(?m)^.*?(?:FATAL|PANIC|ERROR|error):\\s+(.+)$");

    boolean portInUse() {
        return says("could not create any tcp/ip sockets");
    }

    /** A killed server leaves children behind for a moment; until they have noticed, no new one may start. */
    boolean childrenOfTheLastServerStillRun() {
        return says("pre-existing shared memory block");
    }

    DatabaseUnavailable toException() {
        return new DatabaseUnavailable(sentence(), new IOException(output.isBlank() ? "no output" : output.strip()));
    }

    private String sentence() {
        if (FileFailure.tellsOfAFullDisk(output)) {
            return FileFailure.fullDisk(home.folder());
        }
        if (says("cannot be run as root") || says("unshare: ")) {
            return PostgresPrograms.REFUSES_ROOT;
        }
        if (says("database files are incompatible with server")) {
            return ("Data directory %s was made by PostgreSQL %s, but this build brings %s: start it with the release of"
                            + " CSM that made it and export the data, or choose another home (CSM_HOME).")
                    .formatted(home.data(), madeBy(), programs.version());
        }
        if (says("permission denied")) {
            return ("PostgreSQL has no permission below %s (%s): give that folder to this user and let it enter the"
                            + " folders above, or choose another home (CSM_HOME).")
                    .formatted(home.folder(), reason());
        }
        return ("The embedded PostgreSQL in %s does not start (%s): look at %s, and put the folder back from a backup if"
                        + " it is damaged.")
                .formatted(home.folder(), reason(), home.log());
    }

    private String madeBy() {
        try {
            return home.majorVersion().orElse("another version");
        } catch (IOException unreadable) {
            return "another version";
        }
    }

    private String reason() {
        Matcher matcher = REASON.matcher(output);
        String found = "no reason given";
        while (matcher.find()) {
            found = matcher.group(1).strip();
        }
        return found;
    }

    private boolean says(String phrase) {
        List<String> lines = output.toLowerCase(Locale.ROOT).lines().toList();
        return lines.stream().anyMatch(line -> line.contains(phrase));
    }
}
