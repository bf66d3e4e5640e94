package io.csm.app.qbr;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.qbr.Qbr;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReviewsAsPdfTest {

    @Test
    void hold_all_sections_figures_and_the_number_of_each_page() throws IOException {
        Qbr qbr = Reviews.falling();

        String text = text(qbr);

        qbr.text().sections().forEach(each -> {
            assertThat(text).contains(each.heading(), each.narrative());
            assertThat(text).contains(each.bullets());
        });
        assertThat(text)
                .contains("Globex GmbH & Co. KG", "Prepared for Globex GmbH & Co. KG by Dana Weber", "Needs support")
                .contains(Wording.CONTRIBUTIONS, "5.8 of 20", "118 of 140 seats", "Page 1 of 2", "Page 2 of 2")
                .contains("text written by the language model gpt-4o-mini");
    }

    @Test
    void are_a4_and_keep_every_word_on_the_page() throws IOException {
        try (PDDocument document = Loader.loadPDF(QbrDocuments.pdf(Reviews.wordy()))) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1));
                assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within(1));
            }
            Margins margins = new Margins();
            margins.getText(document);
            assertThat(margins.right).isBetween(400f, PDRectangle.A4.getWidth() - 50);
            assertThat(margins.bottom).isBetween(700f, PDRectangle.A4.getHeight() - 20);
        }
    }

    @Test
    void carry_their_letters_with_them() throws IOException {
        try (PDDocument document = Loader.loadPDF(QbrDocuments.pdf(Reviews.scripts()))) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void show_latin_greek_and_cyrillic_and_a_box_for_what_has_no_letters() throws IOException {
        assertThat(text(Reviews.scripts()))
                .contains(
                        "M\u00fcller & S\u00f8n \u2014 \u0391\u03b8\u03ae\u03bd\u03b1, \u041c\u043e\u0441\u043a\u0432\u0430")
                .contains("\u25a1")
                .contains("up 12 % to INR 500");
    }

    @Test
    void are_dated_by_the_review() throws IOException {
        try (PDDocument document = Loader.loadPDF(QbrDocuments.pdf(Reviews.unknown()))) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Reviews.MADE);
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Quarterly business review: Initech, Q1 2026");
        }
        assertThat(QbrDocuments.pdf(Reviews.unknown())).isEqualTo(QbrDocuments.pdf(Reviews.unknown()));
    }

    @Test
    void leave_out_what_there_is_none_of() throws IOException {
        assertThat(text(Reviews.unknown()))
                .contains("There is no earlier score to compare with.")
                .doesNotContain(Wording.CONTRIBUTIONS, Wording.METRICS);
    }

    @Test
    void keep_tags_that_are_said_as_text() throws IOException {
        assertThat(text(Reviews.saying("<b>bold</b> & <img src='file:///etc/passwd'/>")))
                .contains("<b>bold</b> & <img src='file:///etc/passwd'/>");
    }

    private static org.assertj.core.data.Offset<Float> within(float distance) {
        return org.assertj.core.data.Offset.offset(distance);
    }

    /** The text in one line, as words wrap somewhere. */
    private static String text(Qbr qbr) throws IOException {
        try (PDDocument document = Loader.loadPDF(QbrDocuments.pdf(qbr))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    /** How far to the right and down letters reach. */
    private static final class Margins extends PDFTextStripper {

        private float right;
        private float bottom;

        @Override
        protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> letters) {
            letters.forEach(letter -> {
                right = Math.max(right, letter.getX() + letter.getWidth());
                bottom = Math.max(bottom, letter.getY());
            });
        }
    }
}
