package io.csm.app.qbr;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.derivation.Feed;
import io.csm.domain.expansion.ExpansionFinders;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.fixture.RandomBriefs;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.qbr.QbrWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.junit.jupiter.api.Test;

class SparingTheCustomerOurWordsTest {

    private static final int ACCOUNTS = 40;

    private static final String[] OUR_WORDS = {
        "champion",
        "churn",
        "risk",
        "confidence",
        "outreach",
        "contracting",
        "expanding",
        "touchpoint",
        "webinar",
        "e-mail",
        "executive can be reached",
        "technical account manager",
        "TAM ",
        "NPS",
        "CSAT",
        "ARR ",
        "not tracked",
        "assumed",
        "your help desk",
        "lifecycle",
        "what we do not know"
    };

    private static Stream<Qbr> reviews() {
        return ShippedScorecards.ALL.stream()
                .flatMap(scorecard -> IntStream.range(0, ACCOUNTS).mapToObj(seed -> {
                    RandomBriefs random = RandomBriefs.seeded(seed);
                    AccountBrief brief = random.by(scorecard);
                    return review(brief, random.peers(), random.catalogue());
                }));
    }

    private static Qbr review(AccountBrief brief, PeerUsage peers, ProductCatalogue catalogue) {
        QbrFacts facts = QbrFacts.of(
                brief,
                Reviews.PERIOD,
                QbrTrigger.QUARTERLY,
                AdoptionReport.of(brief, peers),
                ExpansionFinders.find(brief, catalogue));
        return Qbr.of(facts, Written.byRules(QbrWriter.write(facts)), brief.asOf());
    }

    /** Nobody is left to talk to, and nearly all of it is not known. */
    private static Qbr lost() {
        BriefFixture brief = BriefFixture.aBrief()
                .by(ShippedScorecards.ENTERPRISE_COMPONENTS)
                .without(Feed.values())
                .with("champion_status=left executive_access=no nps_score=- email_open_rate=0 arr_growth_rate=-0.4");
        return review(brief.build(), PeerUsage.none(), RandomBriefs.seeded(1).catalogue());
    }

    private static void assertThatItIsForACustomer(Qbr qbr, String document) {
        assertThat(document)
                .contains("Account health summary", "Expansion and next steps")
                .doesNotContainIgnoringCase(OUR_WORDS)
                .doesNotContain("RED", "AMBER", "GREEN");
        assertThat(qbr.missing()).allSatisfy(sentence -> assertThat(document).doesNotContain(sentence));
    }

    @Test
    void in_any_text_by_any_scorecard() {
        reviews().forEach(qbr -> {
            assertThatItIsForACustomer(qbr, new String(QbrDocuments.markdown(qbr), StandardCharsets.UTF_8));
            assertThatItIsForACustomer(qbr, htmlText(qbr));
        });
    }

    /** Without tags and style, which hold names of colours and of our classes. */
    private static String htmlText(Qbr qbr) {
        return new String(QbrDocuments.html(qbr), StandardCharsets.UTF_8)
                .replaceAll("(?s)<style>.*?</style>|<[^>]*>", " ")
                .replace("&amp;", "&");
    }

    @Test
    void in_pages_for_the_printer() throws IOException {
        Qbr lost = lost();
        try (PDDocument document = Loader.loadPDF(QbrDocuments.pdf(lost))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");

            assertThatItIsForACustomer(lost, text);
            assertThat(text).contains("our main contact has moved on", "Other measures", "Adjustment of the whole");
        }
    }

    @Test
    void on_slides_and_in_the_data_of_their_charts() throws IOException {
        Qbr lost = lost();
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(QbrDocuments.pptx(lost)));
                SlideShowExtractor<XSLFShape, XSLFTextParagraph> words = new SlideShowExtractor<>(show)) {
            words.setMasterByDefault(true);
            String labels = show.getCharts().stream()
                    .flatMap(SparingTheCustomerOurWordsTest::labels)
                    .collect(Collectors.joining("\n"));

            assertThatItIsForACustomer(lost, words.getText() + labels);
            assertThat(labels).contains("Main contact: 0 of ", "Other measures");
        }
    }

    private static Stream<String> labels(XSLFChart chart) {
        XDDFDataSource<?> names = chart.getChartSeries().get(0).getSeries(0).getCategoryData();
        return IntStream.range(0, names.getPointCount()).mapToObj(i -> String.valueOf(names.getPointAt(i)));
    }

    @Test
    void and_still_says_that_something_is_not_known() {
        Qbr lost = lost();

        assertThat(lost.missing()).hasSizeGreaterThan(5);
        for (String text : List.of(new String(QbrDocuments.markdown(lost), StandardCharsets.UTF_8), htmlText(lost))) {
            assertThat(text)
                    .contains("Not known yet: active users, likelihood to recommend us and satisfaction")
                    .contains("as soon as further data on usage, support and contract is at hand");
        }
    }
}
