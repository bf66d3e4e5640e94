package io.csm.app.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What files of an import are called. */
public final class FileNames {

    private static final Pattern REFUSED = Pattern.compile("^refused-([0-9]+-)?");
    private static final String PACKED = ".gz";

    private FileNames() {}

    /** The name of the file that is imported: a file of refused rows counts as the one that they were refused of. */
    public static String imported(String path) {
        Path name = Path.of(path).getFileName();
        return REFUSED.matcher(unpacked(String.valueOf(name))).replaceFirst("");
    }

    static String unpacked(String name) {
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    /** The same without what follows the last point, to name a system by. */
    public static String withoutExtension(String name) {
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }

    /** Where the refused rows of that file go, in that folder; never the file itself. */
    public static Path refused(Path folder, String name, Optional<Path> imported) {
        Path file = folder.resolve("refused-" + name);
        for (int number = 2; isSame(file, imported); number++) {
            file = folder.resolve("refused-" + number + "-" + name);
        }
        return file;
    }

    private static boolean isSame(Path file, Optional<Path> imported) {
        return imported.filter(Files::exists)
                .map(from -> from.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize()))
                .orElse(false);
    }
}
