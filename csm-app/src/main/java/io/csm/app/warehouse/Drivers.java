package io.csm.app.warehouse;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds the JDBC driver of a URL: one that CSM ships, or one in a jar of the folder for drivers. */
final class Drivers {

    private final Path folder;

    Drivers(Path folder) {
        this.folder = folder;
    }

    /**
     * The driver for that URL.
     *
     * @throws WarehouseUnavailable saying where a driver is looked for
     */
    Driver find(String url) {
        List<URL> jars = jars();
        // left open: the driver loads its classes from there for as long as it works
        ClassLoader loader = jars.isEmpty()
                ? Drivers.class.getClassLoader()
                : new URLClassLoader(jars.toArray(URL[]::new), Drivers.class.getClassLoader());
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            }
        } catch (ServiceConfigurationError | SQLException broken) {
            throw new WarehouseUnavailable(
                    "a JDBC driver in " + folder + " cannot be used: " + broken.getMessage(), broken);
        }
        throw new WarehouseUnavailable("no JDBC driver understands " + scheme(url) + "; put the driver's jar into "
                + folder + " and run the command again");
    }

    /** The part that says which driver: {@code jdbc:duckdb:}. */
    private static String scheme(String url) {
        int end = url.indexOf(':', "jdbc:".length());
        return end < 0 ? url : url.substring(0, end + 1);
    }

    private List<URL> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(url(jar));
            }
            return jars;
        } catch (IOException unreadable) {
            throw new WarehouseUnavailable("the folder of JDBC drivers " + folder + " cannot be read", unreadable);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
