package io.csm.app.qbr;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.PlaceableShape;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTBackgroundProperties;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/** Slides of 16 to 9 in one style. Lengths are points, 72 to an inch. */
final class Deck {

    static final int WIDTH = 960;
    static final int HEIGHT = 540;
    static final int MARGIN = 56;
    static final int INNER = WIDTH - 2 * MARGIN;
    static final int TOP = 118;
    static final int BOTTOM = 492;

    static final Color INK = new Color(0x1D2733);
    static final Color SOFT = new Color(0x5A6675);
    static final Color RULE = new Color(0xDDE3EA);
    static final Color BRAND = new Color(0x1F4E79);
    static final Color BAR = new Color(0x3B78B4);
    static final Color TRACK = new Color(0xE6EBF1);
    static final Color HEAD = new Color(0x1F3D5C);
    static final String FONT = "Calibri";

    private static final double HEADING = 28;
    private static final double FOOT = 10.5;

    private final XMLSlideShow show;
    private final String foot;

    Deck(XMLSlideShow show, String foot) {
        this.show = show;
        this.foot = foot;
        show.setPageSize(new Dimension(WIDTH, HEIGHT));
    }

    XMLSlideShow show() {
        return show;
    }

    /** A slide in that colour with nothing on it. */
    XSLFSlide blank(Color color) {
        XSLFSlide slide = show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
        CTBackgroundProperties background =
                slide.getXmlObject().getCSld().addNewBg().addNewBgPr();
        background.addNewSolidFill().addNewSrgbClr().setVal(rgb(color));
        background.addNewEffectLst();
        return slide;
    }

    /** The title of a slide, which outlines and screen readers look for. */
    static XSLFTextParagraph title(XSLFSlide slide, double top, double width, double height, VerticalAlignment place) {
        XSLFTextShape title = slide.getPlaceholder(0);
        ((CTShape) title.getXmlObject())
                .getSpPr()
                .addNewXfrm(); // without its own, the one of the master would be changed
        title.setAnchor(new Rectangle2D.Double(MARGIN, top, width, height));
        frameless(title, place);
        XSLFTextParagraph paragraph = title.addNewTextParagraph();
        paragraph.setTextAlign(TextAlign.LEFT);
        return paragraph;
    }

    /** A slide with that heading. */
    XSLFSlide slide(String heading) {
        XSLFSlide slide = blank(Color.WHITE);
        XSLFTextParagraph paragraph = title(slide, 34, INNER, 64, VerticalAlignment.MIDDLE);
        run(paragraph, TextFit.cut(Wording.line(heading), HEADING, INNER, 2), HEADING * shrink(heading), BRAND)
                .setBold(true);
        box(slide, MARGIN, 102, INNER, 1.5, RULE);
        return slide;
    }

    private static double shrink(String heading) {
        return TextFit.lines(Wording.line(heading), HEADING, INNER) > 1 ? 0.8 : 1;
    }

    /** Writes the account and the number below each slide but the first. */
    void number() {
        List<XSLFSlide> slides = show.getSlides();
        for (int i = 1; i < slides.size(); i++) {
            XSLFSlide slide = slides.get(i);
            text(slide, MARGIN, 504, INNER - 80, 20, TextFit.cut(foot, FOOT, INNER - 90, 1), FOOT, SOFT);
            XSLFTextBox number =
                    text(slide, WIDTH - MARGIN - 70, 504, 70, 20, i + 1 + " / " + slides.size(), FOOT, SOFT);
            number.getTextParagraphs().get(0).setTextAlign(TextAlign.RIGHT);
        }
    }

    /** A plain rectangle. */
    static XSLFAutoShape box(XSLFSlide slide, double left, double top, double width, double height, Color color) {
        XSLFAutoShape box = slide.createAutoShape();
        box.setShapeType(ShapeType.RECT);
        place(box, left, top, width, height);
        box.setFillColor(color);
        box.setLineColor(null);
        return box;
    }

    /** A line or more of text in one size. */
    static XSLFTextBox text(
            XSLFSlide slide,
            double left,
            double top,
            double width,
            double height,
            String text,
            double size,
            Color color) {
        XSLFTextBox box = slide.createTextBox();
        place(box, left, top, width, height);
        frameless(box, VerticalAlignment.TOP);
        run(box.addNewTextParagraph(), text, size, color);
        return box;
    }

    static XSLFTextRun run(XSLFTextParagraph paragraph, String text, double size, Color color) {
        XSLFTextRun run = paragraph.addNewTextRun();
        run.setText(text);
        run.setFontSize(size);
        run.setFontColor(color);
        run.setFontFamily(FONT);
        return run;
    }

    static void frameless(XSLFTextShape shape, VerticalAlignment alignment) {
        shape.clearText();
        shape.setInsets(new Insets2D(0, 0, 0, 0));
        shape.setTextAutofit(TextAutofit.NONE);
        shape.setWordWrap(true);
        shape.setVerticalAlignment(alignment);
    }

    static byte[] rgb(Color color) {
        return new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()};
    }

    private static void place(PlaceableShape<?, ?> shape, double left, double top, double width, double height) {
        shape.setAnchor(new Rectangle2D.Double(left, top, width, height));
    }
}
