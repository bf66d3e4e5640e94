package io.csm.app.qbr;

import io.csm.domain.qbr.Qbr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Documents of a review. The same review gives the same Markdown and HTML, byte by byte; PDF and PPTX carry the
 * review's own time, never that of the machine.
 */
public final class QbrDocuments {

    private QbrDocuments() {}

    /**
     * Writes the review in each format into a folder, which is created when it is missing. Files of the same account,
     * period and trigger are replaced; none is replaced before all four could be made.
     *
     * @return the files, in the order of {@link QbrFormat}
     * @throws IOException if the folder cannot be written
     */
    public static List<Path> write(Qbr qbr, Path folder) throws IOException {
        Map<QbrFormat, byte[]> documents = all(qbr);
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<QbrFormat, byte[]> document : documents.entrySet()) {
            Path file = folder.resolve(fileName(qbr, document.getKey()));
            replace(file, document.getValue());
            files.add(file);
        }
        return files;
    }

    /** The review in each format, made side by side: the first PDF and the first slides of a process load much. */
    public static Map<QbrFormat, byte[]> all(Qbr qbr) {
        return new EnumMap<>(Stream.of(QbrFormat.values())
                .parallel()
                .collect(Collectors.toMap(Function.identity(), format -> of(qbr, format))));
    }

    /** The review in that format. */
    public static byte[] of(Qbr qbr, QbrFormat format) {
        return switch (format) {
            case MARKDOWN -> markdown(qbr);
            case HTML -> html(qbr);
            case PDF -> pdf(qbr);
            case PPTX -> pptx(qbr);
        };
    }

    /** The review as Markdown, in UTF-8. */
    public static byte[] markdown(Qbr qbr) {
        return MarkdownReview.write(qbr).getBytes(StandardCharsets.UTF_8);
    }

    /** The review as one page of HTML, in UTF-8, without scripts and without anything to load. */
    public static byte[] html(Qbr qbr) {
        return HtmlReview.write(qbr).getBytes(StandardCharsets.UTF_8);
    }

    /** The review as PDF. */
    public static byte[] pdf(Qbr qbr) {
        return PdfReview.write(qbr);
    }

    /** The review as slides. */
    public static byte[] pptx(Qbr qbr) {
        return SlideReview.write(qbr);
    }

    /** The name of the file of a review, the same each time and another one for each account. */
    public static String fileName(Qbr qbr, QbrFormat format) {
        return FileNames.of(qbr) + "." + format.extension();
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling("." + UUID.randomUUID() + ".unfinished");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
