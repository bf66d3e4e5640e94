package io.csm.app.qbr;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.qbr.Qbr;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;

class ReviewsAsSlidesTest {

    @Test
    void follow_the_sections_with_charts_and_figures_between() throws IOException {
        assertThat(titles(Reviews.falling()))
                .containsExactly(
                        "Globex GmbH & Co. KG",
                        "Account health summary",
                        Wording.HISTORY,
                        Wording.CONTRIBUTIONS,
                        "ROI and business impact",
                        Wording.METRICS,
                        "Feature adoption scorecard",
                        "Expansion and next steps");
    }

    @Test
    void leave_out_what_there_is_none_of() throws IOException {
        assertThat(titles(Reviews.unknown())).doesNotContain(Wording.HISTORY, Wording.CONTRIBUTIONS, Wording.METRICS);
        assertThat(titles(Reviews.withHistory(Reviews.thriving(), Reviews.days(1))))
                .doesNotContain(Wording.HISTORY);
    }

    @Test
    void hold_each_narrative_and_bullet() throws IOException {
        Qbr qbr = Reviews.thriving();
        try (XMLSlideShow show = open(qbr)) {
            String text =
                    show.getSlides().stream().map(ReviewsAsSlidesTest::text).collect(Collectors.joining("\n"));

            qbr.text().sections().forEach(each -> {
                assertThat(text).contains(each.narrative());
                assertThat(text).contains(each.bullets());
            });
            assertThat(text).contains("118 of 140 seats", "not known", "On track", "8 / 8");
        }
    }

    @Test
    void tell_a_single_score_in_a_sentence() throws IOException {
        try (XMLSlideShow show = open(Reviews.withHistory(Reviews.thriving(), Reviews.days(1)))) {
            assertThat(text(show.getSlides().get(1)))
                    .contains("There is one score so far: 55 of 100 on 5 January 2026.");
        }
    }

    @Test
    void carry_the_data_of_their_charts_to_be_edited() throws Exception {
        try (XMLSlideShow show = open(Reviews.thriving())) {
            List<XSLFChart> charts = show.getCharts();

            assertThat(charts).hasSize(2);
            XDDFChartData.Series scores = charts.get(0).getChartSeries().get(0).getSeries(0);
            assertThat(scores.getValuesData().getPointCount()).isEqualTo(11);
            assertThat(scores.getValuesData().getPointAt(10).doubleValue()).isEqualTo(82);
            assertThat(charts.get(1)
                            .getWorkbook()
                            .getSheetAt(0)
                            .getRow(1)
                            .getCell(0)
                            .getStringCellValue())
                    .isEqualTo("Feature adoption: 16.5 of 20");
            assertThat(charts.get(1)
                            .getWorkbook()
                            .getSheetAt(0)
                            .getRow(1)
                            .getCell(1)
                            .getNumericCellValue())
                    .isEqualTo(16.5);
        }
    }

    @Test
    void never_reach_beyond_their_edges() throws IOException {
        for (Qbr qbr : List.of(Reviews.wordy(), Reviews.scripts(), Reviews.thriving())) {
            try (XMLSlideShow show = open(qbr)) {
                assertThat(show.getPageSize().getWidth() * 9)
                        .isEqualTo(show.getPageSize().getHeight() * 16);
                for (XSLFSlide slide : show.getSlides()) {
                    assertThat(slide.getShapes()).allSatisfy(ReviewsAsSlidesTest::assertThatItIsOnTheSlide);
                }
            }
        }
    }

    @Test
    void continue_on_a_further_slide_until_each_bullet_is_told() throws IOException {
        try (XMLSlideShow show = open(Reviews.wordy())) {
            String text =
                    show.getSlides().stream().map(ReviewsAsSlidesTest::text).collect(Collectors.joining("\n"));

            for (int i = 1; i <= 14; i++) {
                assertThat(text.split("Point " + i + ": ", -1)).hasSize(5);
            }
            assertThat(titles(Reviews.wordy())).contains("Figures of the quarter (continued)");
        }
    }

    @Test
    void are_dated_by_the_review() throws IOException {
        try (XMLSlideShow show = open(Reviews.thriving())) {
            assertThat(show.getProperties().getCoreProperties().getCreated().toInstant())
                    .isEqualTo(Reviews.MADE);
        }
    }

    private static void assertThatItIsOnTheSlide(XSLFShape shape) {
        assertThat(shape.getAnchor().getMinX()).isNotNegative();
        assertThat(shape.getAnchor().getMinY()).isNotNegative();
        assertThat(shape.getAnchor().getMaxX()).isLessThanOrEqualTo(Deck.WIDTH);
        assertThat(shape.getAnchor().getMaxY()).isLessThanOrEqualTo(Deck.HEIGHT);
    }

    private static XMLSlideShow open(Qbr qbr) throws IOException {
        return new XMLSlideShow(new ByteArrayInputStream(QbrDocuments.pptx(qbr)));
    }

    private static List<String> titles(Qbr qbr) throws IOException {
        try (XMLSlideShow show = open(qbr)) {
            return show.getSlides().stream().map(XSLFSlide::getTitle).toList();
        }
    }

    private static String text(XSLFSlide slide) {
        return slide.getShapes().stream().map(ReviewsAsSlidesTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(XSLFShape shape) {
        if (shape instanceof XSLFTable table) {
            return table.getRows().stream()
                    .flatMap(row -> row.getCells().stream())
                    .map(XSLFTextShape::getText)
                    .collect(Collectors.joining("\n"));
        }
        return shape instanceof XSLFTextShape words ? words.getText() : "";
    }
}
