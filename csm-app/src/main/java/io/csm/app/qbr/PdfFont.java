package io.csm.app.qbr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The letters of a PDF: Liberation Sans out of the jar of PDFBox, with Latin, Greek, Cyrillic and Hebrew. The machine's
 * own fonts are never asked, so that a document looks the same wherever it is made.
 */
final class PdfFont {

    static final String FAMILY = "Liberation Sans";

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int SUBSTITUTE = '\u25A1';
    private static final Map<Integer, String> WRITTEN_OUT = Map.of(0x20B9, "INR ", 0x20BA, "TRY ", 0x2705, "\u221A");

    private final CmapLookup glyphs;

    private PdfFont(CmapLookup glyphs) {
        this.glyphs = glyphs;
    }

    static PdfFont load() {
        try (InputStream file = open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return new PdfFont(font.getUnicodeCmapLookup());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static InputStream open() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE);
    }

    /** The text in letters that the font has; a box stands for whatever else there was, once for a whole run of it. */
    String showable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int last = 0;
        for (int letter : text.codePoints().toArray()) {
            if (letter == '\n' || glyphs.getGlyphId(letter) != 0) {
                shown.appendCodePoint(letter);
                last = letter;
            } else if (WRITTEN_OUT.containsKey(letter)) {
                shown.append(WRITTEN_OUT.get(letter));
                last = letter;
            } else if (last != SUBSTITUTE) {
                shown.appendCodePoint(SUBSTITUTE);
                last = SUBSTITUTE;
            }
        }
        return shown.toString();
    }
}
