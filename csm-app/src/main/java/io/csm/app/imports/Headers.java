package io.csm.app.imports;

import io.csm.domain.health.document.Fields;
import io.csm.domain.health.document.Findings;
import io.csm.domain.signal.SimilarNames;
import java.util.List;
import java.util.Optional;

/** Finds the columns of the files that a mapping names, and tells of files that there are not. */
final class Headers {

    private final Findings findings;
    private final ExportFolder folder;

    Headers(Findings findings, ExportFolder folder) {
        this.findings = findings;
        this.folder = folder;
    }

    /** The columns of the file that stands under {@code file}; empty when it cannot be read. */
    Optional<Columns> of(Fields fields, String file, char delimiter) {
        if (folder.find(file).isEmpty()) {
            List<String> near = SimilarNames.near(file, folder.names());
            findings.add(
                    fields.at("file"),
                    "there is no file '" + file + "' in " + folder.folder()
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
            return Optional.empty();
        }
        ExportFolder.Header header = folder.header(file, delimiter);
        header.fault().ifPresent(fault -> findings.add(fields.at("file"), "the header of " + file + ": " + fault));
        return header.fault().isPresent() ? Optional.empty() : Optional.of(new Columns(file, header.columns()));
    }
}
