package io.csm.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.csm.app.Csm;
import io.csm.app.qbr.QbrDocuments;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "qbr",
        description = {
            "Prepare the quarterly business review of an account; asking again replaces it.",
            "With --out it is written as Markdown, HTML, PDF and PPTX."
        })
final class QbrCommand extends CsmCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "The account's id.")
    private String account = "";

    @Option(
            names = "--period",
            paramLabel = "QUARTER",
            description = "Such as 'Q1 2026' (default: the current quarter, in UTC).")
    private Optional<String> period = Optional.empty();

    @Option(
            names = "--trigger",
            paramLabel = "WORD",
            description = "quarterly or contract_proximity (default: quarterly).")
    private String trigger = QbrTrigger.QUARTERLY.code();

    @Option(names = "--out", paramLabel = "DIR", description = "Write the documents into that folder.")
    private Optional<Path> out = Optional.empty();

    QbrCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        Optional<Quarter> quarter = understood(() -> period.map(Quarter::parse));
        QbrTrigger why = understood(() -> QbrTrigger.ofCode(trigger));
        try (Csm csm = open()) {
            Written<Qbr> written = withAccount(
                    account,
                    csm,
                    id -> understood(
                            () -> csm.customerSuccess().agent().generateQbr().generate(actor(), id, quarter, why)));
            List<Path> files = out.isPresent() ? QbrDocuments.write(written.text(), out.get()) : List.of();
            if (wantsJson()) {
                printJson(written, files);
            } else {
                print(written, files);
            }
            return ExitCode.DONE;
        }
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T understood(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException nonsense) {
            throw Failure.usage(Optional.ofNullable(nonsense.getMessage()).orElse("that makes no sense"));
        }
    }

    private void print(Written<Qbr> written, List<Path> files) {
        Qbr qbr = written.text();
        Paragraphs paragraphs = new Paragraphs(console());
        console().say(console().bold(qbr.accountName() + ", " + qbr.period()));
        for (QbrSection section : qbr.text().sections()) {
            paragraphs.heading(section.heading());
            paragraphs.text(section.narrative());
            paragraphs.list(section.bullets());
        }
        if (!qbr.missing().isEmpty()) {
            paragraphs.heading("What is not known");
            paragraphs.list(qbr.missing());
        }
        console().say("");
        paragraphs.faint(Words.capitalised(qbr.writer().toString())
                + written.note().map(note -> "; " + note).orElse(""));
        files.forEach(file -> console().say(file.toString()));
    }

    private void printJson(Written<Qbr> written, List<Path> files) {
        Qbr qbr = written.text();
        try (HealthJson lines = new HealthJson(console().out())) {
            lines.line(json -> {
                json.writeStringField("account_id", qbr.account().value());
                json.writeStringField("period", qbr.period().toString());
                json.writeStringField("trigger", qbr.trigger().code());
                json.writeStringField("generated_at", qbr.generatedAt().toString());
                json.writeNumberField("score", qbr.score());
                json.writeStringField("rag", qbr.rag().name());
                json.writeArrayFieldStart("sections");
                for (QbrSection section : qbr.text().sections()) {
                    section(json, section);
                }
                json.writeEndArray();
                HandoffCommand.texts(json, "missing", qbr.missing());
                json.writeStringField("written_by", qbr.writer().code());
                HealthJson.optional(json, "note", written.note());
                HandoffCommand.texts(
                        json, "files", files.stream().map(Path::toString).toList());
            });
        }
    }

    private static void section(JsonGenerator json, QbrSection section) throws IOException {
        json.writeStartObject();
        json.writeStringField("heading", section.heading());
        json.writeStringField("narrative", section.narrative());
        HandoffCommand.texts(json, "bullets", section.bullets());
        json.writeEndObject();
    }
}
