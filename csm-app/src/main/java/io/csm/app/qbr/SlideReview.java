package io.csm.app.qbr;

import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/** A review as slides: a title, a slide for each section, the figures and the charts. */
final class SlideReview {

    private final Deck deck;
    private final Qbr qbr;

    private SlideReview(Deck deck, Qbr qbr) {
        this.deck = deck;
        this.qbr = qbr;
    }

    static byte[] write(Qbr qbr) {
        try (XMLSlideShow show = new XMLSlideShow()) {
            Deck deck = new Deck(show, Wording.line(qbr.accountName()) + "  |  " + qbr.period());
            new SlideReview(deck, qbr).slides();
            deck.number();
            describe(show.getProperties().getCoreProperties(), qbr);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            show.write(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void slides() throws IOException {
        new TitleSlide(deck).add(qbr);
        health(qbr.text().health());
        if (qbr.history().size() > 1) {
            ChartSlides.history(deck, qbr.history());
        }
        if (!qbr.contributions().isEmpty()) {
            ChartSlides.contributions(deck, qbr.contributions());
        }
        prose(qbr.text().roi());
        TableSlides.metrics(deck, qbr.roi());
        prose(qbr.text().adoption());
        prose(qbr.text().nextSteps());
    }

    /** Without a line to show, what there is of a history is told in a sentence. */
    private void health(QbrSection section) {
        List<String> bullets = new ArrayList<>(section.bullets());
        if (qbr.history().size() < 2) {
            bullets.add(Wording.history(qbr.history()));
        }
        new ProseSlides(deck).add(section.heading(), section.narrative(), bullets);
    }

    private void prose(QbrSection section) {
        new ProseSlides(deck).add(section.heading(), section.narrative(), section.bullets());
    }

    @SuppressWarnings("JavaUtilDate") // POI asks for it
    private static void describe(CoreProperties properties, Qbr qbr) {
        Optional<Date> made = Optional.of(Date.from(qbr.generatedAt()));
        properties.setTitle(Wording.title(qbr) + ": " + Wording.line(qbr.accountName()) + ", " + qbr.period());
        properties.setCreator(qbr.owner().map(Wording::line).orElse(""));
        properties.setCreated(made);
        properties.setModified(made);
    }
}
