package io.csm.app.imports;

import io.csm.app.input.RowReader;
import io.csm.app.input.RowRules;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.StandardSignals;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports into memory, and what they refuse. */
final class Imports implements ImportListener {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final SignalCatalogue CATALOGUE = StandardSignals.CATALOGUE;

    final CustomerSuccess csm = CustomerSuccess.inMemory(Clock.fixed(NOON, ZoneOffset.UTC));
    final Actor actor = Actor.administrator(new TenantId("acme"), Origin.COMMAND_LINE);
    final List<String> refused = new ArrayList<>();
    private final Optional<Path> refusedFile;

    Imports(Optional<Path> refusedFile) {
        this.refusedFile = refusedFile;
    }

    static Imports inMemory() {
        return new Imports(Optional.empty());
    }

    Importer importer() {
        return new Importer(new Recipient(csm, actor, NOON, CATALOGUE), file -> refusedFile, this);
    }

    FileReport add(Target target, String... lines) {
        try (Importer importer = importer()) {
            return add(importer, target, lines);
        }
    }

    FileReport add(Importer importer, Target target, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try (RowReader rows = RowReader.over(new ByteArrayInputStream(bytes), "a test", RowRules.ANY)) {
            return importer.add(OwnColumns.mapping("test.csv", target, "test", rows, CATALOGUE), rows);
        }
    }

    FileReport addFile(Mapping mapping, ExportFolder folder) {
        FileMapping file = mapping.files().get(0);
        try (Importer importer = importer();
                RowReader rows = folder.open(file.file(), file.delimiter())) {
            return importer.add(file, rows);
        }
    }

    @Override
    public void onRefused(String file, RefusedRow why) {
        refused.add(why.sentence());
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
