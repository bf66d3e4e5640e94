package io.csm.app.imports;

import io.csm.app.document.YamlFile;
import io.csm.domain.health.document.DocumentNode;
import io.csm.domain.health.document.Fields;
import io.csm.domain.health.document.Findings;
import io.csm.domain.health.document.ScorecardMistakes;
import io.csm.domain.signal.SignalCatalogue;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a mapping, and holds it against the files that it is about before anything is stored. */
public final class MappingReader {

    private static final List<String> KEYS = List.of("source", "zone", "delimiter", "files");

    private final Findings findings = new Findings();
    private final ExportFolder folder;
    private final SignalCatalogue catalogue;

    private MappingReader(ExportFolder folder, SignalCatalogue catalogue) {
        this.folder = folder;
        this.catalogue = catalogue;
    }

    /**
     * The mapping in that file, of those files in the folder that are wanted.
     *
     * @param source the system that ids are of; empty: what the mapping says, else its file's name
     * @throws ScorecardMistakes naming the file and telling everything that is wrong with it
     */
    public static Mapping read(Path file, ExportFolder folder, SignalCatalogue catalogue, Optional<String> source) {
        try {
            String name = FileNames.withoutExtension(String.valueOf(file.getFileName()));
            return new MappingReader(folder, catalogue).mapping(YamlFile.read(file, "mapping"), source, name);
        } catch (ScorecardMistakes mistakes) {
            throw mistakes.in(file.toString());
        }
    }

    private Mapping mapping(DocumentNode document, Optional<String> source, String name) {
        List<FileMapping> files = new ArrayList<>();
        Fields.of(document, "the mapping", KEYS, findings).ifPresent(fields -> {
            Settings own = new Settings(fields, findings);
            Optional<ZoneId> zone = own.zone();
            char delimiter = own.delimiter().orElse(',');
            Optional<String> said = own.optionalText("source");
            FileMappingReader reader =
                    new FileMappingReader(findings, folder, catalogue, source, said.orElse(name), zone, delimiter);
            fields.list("files").ifPresent(items -> {
                if (items.isEmpty()) {
                    findings.add(fields.at("files"), "'files' of the mapping must name at least one file");
                }
                items.forEach(item -> reader.read(item).ifPresent(files::add));
            });
        });
        if (!findings.isEmpty()) {
            throw findings.asException();
        }
        return new Mapping(files);
    }
}
