package io.csm.app.qbr;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;

/** A narrative and its bullets, on as many slides as they need. */
final class ProseSlides {

    private static final double NARRATIVE = 20;
    private static final double BULLET = 18;
    private static final double INDENT = 20;
    private static final double GAP = 9;
    private static final int LONGEST_NARRATIVE = 6;
    private static final int LONGEST_BULLET = 4;

    private final Deck deck;

    ProseSlides(Deck deck) {
        this.deck = deck;
    }

    void add(String heading, String narrative, List<String> bullets) {
        double top = Deck.TOP;
        XSLFSlide slide = deck.slide(heading);
        if (!narrative.isBlank()) {
            String prose = TextFit.cut(Wording.line(narrative), NARRATIVE, Deck.INNER, LONGEST_NARRATIVE);
            double height = TextFit.height(prose, NARRATIVE, Deck.INNER);
            Deck.text(slide, Deck.MARGIN, top, Deck.INNER, height, prose, NARRATIVE, Deck.INK);
            top += height + 2 * GAP;
        }
        List<String> rest = bullets.stream().map(ProseSlides::bullet).toList();
        while (!rest.isEmpty()) {
            List<String> fitting = fitting(rest, Deck.BOTTOM - top);
            bullets(slide, top, fitting);
            rest = rest.subList(fitting.size(), rest.size());
            top = Deck.TOP;
            slide = rest.isEmpty() ? slide : deck.slide(heading + " (continued)");
        }
    }

    /** Those that the room takes; one at least when a slide is empty, as none is higher than a slide. */
    private static List<String> fitting(List<String> bullets, double room) {
        List<String> fitting = new ArrayList<>();
        double left = room;
        for (String bullet : bullets) {
            left -= TextFit.height(bullet, BULLET, Deck.INNER - INDENT) + GAP;
            if (left < 0) {
                break;
            }
            fitting.add(bullet);
        }
        return fitting;
    }

    private static String bullet(String text) {
        return TextFit.cut(Wording.line(text), BULLET, Deck.INNER - INDENT, LONGEST_BULLET);
    }

    private static void bullets(XSLFSlide slide, double top, List<String> bullets) {
        if (bullets.isEmpty()) {
            return;
        }
        XSLFTextBox box = Deck.text(slide, Deck.MARGIN, top, Deck.INNER, Deck.BOTTOM - top, "", BULLET, Deck.INK);
        Deck.frameless(box, VerticalAlignment.TOP);
        for (String bullet : bullets) {
            XSLFTextParagraph paragraph = box.addNewTextParagraph();
            paragraph.setBullet(true);
            paragraph.setBulletCharacter("\u2022");
            paragraph.setBulletFontColor(Deck.BAR);
            paragraph.setLeftMargin(INDENT);
            paragraph.setIndent(-INDENT);
            paragraph.setSpaceAfter(-GAP);
            Deck.run(paragraph, bullet, BULLET, Deck.INK);
        }
    }
}
