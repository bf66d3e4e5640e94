package io.csm.app.qbr;

import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Qbr.HistoryPoint;
import io.csm.domain.qbr.Qbr.Part;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javax.xml.namespace.QName;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFRunProperties;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBoolean;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Charts that can be edited where slides are: the data is in the file. */
final class ChartSlides {

    private static final int MOST_BARS = 12;
    private static final int MOST_DAYS = 9;
    private static final double LABEL = 300;

    private ChartSlides() {}

    static void history(Deck deck, List<HistoryPoint> points) {
        XSLFSlide slide = deck.slide(Wording.HISTORY);
        Deck.text(slide, Deck.MARGIN, Deck.TOP - 4, Deck.INNER, 24, Wording.history(points), 16, Deck.SOFT);
        XSLFChart chart = chart(deck, slide, Deck.TOP + 26, Deck.BOTTOM - Deck.TOP - 26);
        XDDFCategoryAxis days = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis scores = chart.createValueAxis(AxisPosition.LEFT);
        scores.setMinimum(0);
        scores.setMaximum(100);
        scores.setMajorUnit(25);
        scores.setCrosses(AxisCrosses.AUTO_ZERO);
        scores.getOrAddMajorGridProperties().setLineProperties(stroke(Deck.RULE, 0.75));
        quiet(days, 12);
        quiet(scores, 12);

        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, days, scores);
        data.setVaryColors(false);
        XDDFLineChartData.Series line = (XDDFLineChartData.Series) data.addSeries(
                names(points, each -> Wording.shortDay(each.at())), numbers(points, 1, HistoryPoint::score));
        line.setTitle(Wording.SCORE, chart.setSheetTitle(Wording.SCORE, 1));
        line.setSmooth(false);
        line.setMarkerStyle(MarkerStyle.NONE);
        for (Rag rag : Rag.values()) {
            if (points.stream().anyMatch(each -> each.rag() == rag)) {
                dots(chart, data, points, rag);
            }
        }
        chart.plot(data);
        for (int i = 1; i < data.getSeriesCount(); i++) {
            data.getSeries(i).setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
        }
        line.setLineProperties(stroke(Deck.BAR, 2.5));
        if (points.size() <= HistoryLine.FEW) {
            scores(line.getCTLineSer());
        }
        CTCatAx axis = chart.getCTChart().getPlotArea().getCatAxArray(0);
        everyNth(axis, (points.size() + MOST_DAYS - 1) / MOST_DAYS);
        legend(chart, LegendPosition.BOTTOM);
    }

    /** The points of one band as a row of data of its own, so that the legend tells its colour. */
    private static void dots(XSLFChart chart, XDDFLineChartData data, List<HistoryPoint> points, Rag rag) {
        int column = data.getSeriesCount() + 1;
        XDDFLineChartData.Series dots = (XDDFLineChartData.Series) data.addSeries(
                names(points, each -> Wording.shortDay(each.at())),
                numbers(points, column, each -> each.rag() == rag ? each.score() : Double.NaN));
        dots.setTitle(Wording.band(rag), chart.setSheetTitle(Wording.band(rag), column));
        dots.setSmooth(false);
        CTMarker marker = dots.getCTLineSer().addNewMarker();
        marker.addNewSymbol().setVal(STMarkerStyle.CIRCLE);
        value(marker.addNewSize(), points.size() <= HistoryLine.FEW ? 9 : 5);
        CTShapeProperties look = marker.addNewSpPr();
        look.addNewSolidFill().addNewSrgbClr().setVal(Deck.rgb(TitleSlide.ink(rag)));
        look.addNewLn().addNewNoFill();
    }

    private static void scores(CTLineSer line) {
        CTDLbls labels = line.addNewDLbls();
        labels.addNewNumFmt().setFormatCode("0");
        labels.getNumFmt().setSourceLinked(false);
        letters(labels.addNewTxPr(), 13, Deck.INK);
        labels.addNewDLblPos().setVal(STDLblPos.T);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static void legend(XSLFChart chart, LegendPosition position) {
        chart.getOrAddLegend().setPosition(position);
        letters(chart.getCTChart().getLegend().addNewTxPr(), 13, Deck.SOFT);
    }

    private static void letters(CTTextBody body, int size, Color color) {
        body.addNewBodyPr();
        CTTextCharacterProperties letters = body.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(100 * size);
        letters.addNewSolidFill().addNewSrgbClr().setVal(Deck.rgb(color));
    }

    static void contributions(Deck deck, List<Part> parts) {
        String heading = Wording.CONTRIBUTIONS;
        for (int from = 0; from < parts.size(); from += MOST_BARS) {
            bars(deck, heading, parts.subList(from, Math.min(parts.size(), from + MOST_BARS)));
            heading = Wording.CONTRIBUTIONS + " (continued)";
        }
    }

    private static void bars(Deck deck, String heading, List<Part> parts) {
        double height = Math.min(Deck.BOTTOM - Deck.TOP, 60 + 44.0 * parts.size());
        XSLFChart chart = chart(deck, deck.slide(heading), Deck.TOP, height);
        XDDFCategoryAxis measures = chart.createCategoryAxis(AxisPosition.LEFT);
        XDDFValueAxis points = chart.createValueAxis(AxisPosition.BOTTOM);
        measures.setOrientation(AxisOrientation.MAX_MIN);
        points.setMinimum(0);
        points.setCrosses(AxisCrosses.MAX);
        quiet(measures, 14);
        quiet(points, 12);

        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, measures, points);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.STACKED);
        data.setVaryColors(false);
        XDDFCategoryDataSource names = names(parts, ChartSlides::label);
        XDDFChartData.Series given = data.addSeries(names, numbers(parts, 1, each -> Math.max(0, each.points())));
        given.setTitle("Points", chart.setSheetTitle("Points", 1));
        XDDFChartData.Series open =
                data.addSeries(names, numbers(parts, 2, each -> Math.max(0, each.max() - Math.max(0, each.points()))));
        open.setTitle("Still to gain", chart.setSheetTitle("Still to gain", 2));
        chart.plot(data);
        CTBarChart drawn = chart.getCTChart().getPlotArea().getBarChartArray(0);
        value(drawn.isSetGapWidth() ? drawn.getGapWidth() : drawn.addNewGapWidth(), 70);
        value(drawn.isSetOverlap() ? drawn.getOverlap() : drawn.addNewOverlap(), 100);
        given.setFillProperties(fill(Deck.BAR));
        open.setFillProperties(fill(Deck.TRACK));
        legend(chart, LegendPosition.TOP);
    }

    /** Sets a number whose type is not in poi-ooxml-lite, which holds the most usual types alone. */
    private static void value(XmlObject element, int value) {
        try (XmlCursor cursor = element.newCursor()) {
            cursor.removeAttribute(new QName("val"));
            cursor.toNextToken();
            cursor.insertAttributeWithValue("val", String.valueOf(value));
        }
    }

    /** Names only every nth day at the axis; the element is not in poi-ooxml-lite either. */
    private static void everyNth(CTCatAx axis, int nth) {
        CTBoolean last = axis.isSetNoMultiLvlLbl() ? axis.getNoMultiLvlLbl() : axis.addNewNoMultiLvlLbl();
        try (XmlCursor cursor = last.newCursor()) {
            cursor.beginElement(new QName(cursor.getName().getNamespaceURI(), "tickLblSkip"));
            cursor.insertAttributeWithValue("val", String.valueOf(nth));
        }
    }

    private static String label(Part part) {
        return TextFit.cut(Wording.capitalised(part.label()), 14, LABEL, 1) + ": " + Wording.points(part);
    }

    private static XSLFChart chart(Deck deck, XSLFSlide slide, double top, double height) {
        XSLFChart chart = deck.show().createChart(slide);
        slide.addChart(chart, emus(Deck.MARGIN, top, Deck.INNER, height));
        chart.setAutoTitleDeleted(true);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        return chart;
    }

    private static Rectangle2D emus(double left, double top, double width, double height) {
        return new Rectangle2D.Double(Units.toEMU(left), Units.toEMU(top), Units.toEMU(width), Units.toEMU(height));
    }

    private static void quiet(XDDFChartAxis axis, double size) {
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.getOrAddShapeProperties().setLineProperties(stroke(Deck.RULE, 0.75));
        XDDFRunProperties text = axis.getOrAddTextProperties();
        text.setFontSize(size);
        text.setFillProperties(fill(Deck.SOFT));
    }

    private static <T> XDDFCategoryDataSource names(List<T> rows, Function<T, String> name) {
        return XDDFDataSourcesFactory.fromArray(rows.stream().map(name).toArray(String[]::new), range(rows, 0), 0);
    }

    /** With one decimal; what is no number is an empty cell. */
    private static <T> XDDFNumericalDataSource<Double> numbers(List<T> rows, int column, ToDoubleFunction<T> number) {
        Double[] numbers = new Double[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            double shown = number.applyAsDouble(rows.get(i));
            if (!Double.isNaN(shown)) {
                numbers[i] = Math.round(10 * shown) / 10.0;
            }
        }
        return XDDFDataSourcesFactory.fromArray(numbers, range(rows, column), column);
    }

    /** Where the data lies in the sheet inside of the file. */
    private static String range(List<?> rows, int column) {
        char letter = (char) ('A' + column);
        return "Sheet0!$" + letter + "$2:$" + letter + "$" + (rows.size() + 1);
    }

    private static XDDFSolidFillProperties fill(Color color) {
        return new XDDFSolidFillProperties(XDDFColor.from(Deck.rgb(color)));
    }

    private static XDDFLineProperties stroke(Color color, double width) {
        XDDFLineProperties stroke = new XDDFLineProperties(fill(color));
        stroke.setWidth(width);
        return stroke;
    }
}
