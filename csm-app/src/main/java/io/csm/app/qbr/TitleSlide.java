package io.csm.app.qbr;

import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Qbr;
import java.awt.Color;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** The first slide: about whom, when, by whom, and the score. */
final class TitleSlide {

    private static final double NAME = 44;
    private static final double LONG_NAME = 28;
    private static final int WIDTH = 600;
    private static final Color PALE = new Color(0xC9D8E8);

    private final Deck deck;

    TitleSlide(Deck deck) {
        this.deck = deck;
    }

    void add(Qbr qbr) {
        XSLFSlide slide = deck.blank(Deck.HEAD);
        Deck.text(slide, Deck.MARGIN, 96, WIDTH, 26, Wording.title(qbr), 18, PALE);
        name(slide, Wording.line(qbr.accountName()));
        Deck.text(slide, Deck.MARGIN, 330, WIDTH, 28, Wording.period(qbr), 20, Color.WHITE);
        String prepared = TextFit.cut(Wording.prepared(qbr), 16, WIDTH, 2);
        Deck.text(slide, Deck.MARGIN, 362, WIDTH, 44, prepared, 16, PALE);
        score(slide, qbr);
        Deck.text(
                slide, Deck.MARGIN, 492, Deck.INNER, 18, TextFit.cut(Wording.footer(qbr), 11, Deck.INNER, 1), 11, PALE);
    }

    private static void name(XSLFSlide slide, String name) {
        double size = TextFit.lines(name, NAME, WIDTH) <= 3 ? NAME : LONG_NAME;
        XSLFTextParagraph paragraph = Deck.title(slide, 126, WIDTH, 190, VerticalAlignment.TOP);
        Deck.run(paragraph, TextFit.cut(name, size, WIDTH, size == NAME ? 3 : 5), size, Color.WHITE)
                .setBold(true);
    }

    private static void score(XSLFSlide slide, Qbr qbr) {
        XSLFAutoShape card = Deck.box(slide, 704, 130, 200, 180, tint(qbr.rag()));
        Deck.frameless(card, VerticalAlignment.MIDDLE);
        line(card, Wording.SCORE, 16, Deck.SOFT, false);
        line(card, Wording.score(qbr.score()), 60, Deck.INK, true);
        line(card, "of 100", 14, Deck.SOFT, false);
        line(card, Wording.band(qbr.rag()), 20, ink(qbr.rag()), true);
    }

    private static void line(XSLFTextShape card, String text, double size, Color color, boolean bold) {
        XSLFTextParagraph paragraph = card.addNewTextParagraph();
        paragraph.setTextAlign(TextAlign.CENTER);
        Deck.run(paragraph, text, size, color).setBold(bold);
    }

    private static Color tint(Rag rag) {
        return switch (rag) {
            case GREEN -> new Color(0xE7F3ED);
            case AMBER -> new Color(0xFAF1E0);
            case RED -> new Color(0xFAEAE7);
        };
    }

    /** The colour of a band where it is written or drawn. */
    static Color ink(Rag rag) {
        return switch (rag) {
            case GREEN -> new Color(0x2D7D5A);
            case AMBER -> new Color(0xA86A12);
            case RED -> new Color(0xB4483A);
        };
    }
}
