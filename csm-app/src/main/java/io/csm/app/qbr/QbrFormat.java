package io.csm.app.qbr;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of documents that a review is written as. */
public enum QbrFormat {
    /** Text for a wiki or a mail. */
    MARKDOWN("md", "text/markdown; charset=utf-8"),
    /** One page for a browser, complete in itself. */
    HTML("html", "text/html; charset=utf-8"),
    /** Pages of A4 to print or attach. */
    PDF("pdf", "application/pdf"),
    /** Slides, with charts that can be edited. */
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final String extension;
    private final String contentType;

    QbrFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** What people type: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** The media type, as HTTP and mail name it. */
    public String contentType() {
        return contentType;
    }

    /** The format of that {@link #code()} or {@link #extension()}. */
    public static QbrFormat ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code) || each.extension.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the format of a review must be markdown, html, pdf or pptx but was '" + code + "'"));
    }
}
