package io.csm.app.imports;

import java.util.Comparator;
import java.util.List;

/**
 * What the files of another system mean.
 *
 * @param files in the order in which they are imported: accounts and users first, since everything else is about them
 */
public record Mapping(List<FileMapping> files) {

    public Mapping {
        files = files.stream()
                .sorted(Comparator.comparing(file -> !file.target().isFirst()))
                .toList();
    }
}
