package io.csm.app.imports;

import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.Findings;
import io.csm.domain.signal.SimilarNames;
import java.util.List;

/**
 * The columns that a file has, to hold the names in a mapping against.
 *
 * @param file its name
 * @param names its columns; empty when they are not known, as of JSON lines
 */
record Columns(String file, List<String> names) {

    /** Tells of a column that there is not. */
    String check(Scalar name, Findings findings) {
        if (!names.isEmpty() && !names.contains(name.text())) {
            findings.add(
                    name.location(),
                    file + " has no column '" + name.text() + "'" + SimilarNames.hint(name.text(), names));
        }
        return name.text();
    }
}
