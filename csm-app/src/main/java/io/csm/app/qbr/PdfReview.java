package io.csm.app.qbr;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.csm.domain.qbr.Qbr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A review as pages of A4. */
final class PdfReview {

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfReview() {}

    static byte[] write(Qbr qbr) {
        String page = PdfFont.load().showable(page(qbr));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(PdfFont::open, PdfFont.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(new PdfChart(qbr.history()));
        builder.useExternalResourceAccessControl(
                (uri, type) -> false,
                com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(page, null);
        if (RightToLeft.isIn(page)) {
            builder.useUnicodeBidiSplitter(RightToLeft::new);
            builder.useUnicodeBidiReorderer(new RightToLeft());
        }
        try {
            return rendered(builder, qbr);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] rendered(PdfRendererBuilder builder, Qbr qbr) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            date(document, qbr);
            document.save(file);
        }
        return file.toByteArray();
    }

    private static void date(PDDocument document, Qbr qbr) {
        PDDocumentInformation information = document.getDocumentInformation();
        GregorianCalendar made = GregorianCalendar.from(qbr.generatedAt().atZone(ZoneOffset.UTC));
        information.setCreationDate(made);
        information.setModificationDate(made);
        document.setDocumentId(qbr.generatedAt().toEpochMilli());
    }

    private static String page(Qbr qbr) {
        String title = Wording.title(qbr) + ": " + qbr.accountName() + ", " + qbr.period();
        Markup markup = new Markup();
        markup.tag("<html lang=\"en\">\n<head>\n<title>")
                .data(title)
                .tag("</title>\n<meta name=\"subject\" content=\"")
                .data(title)
                .tag("\"/>\n<style>\n" + ReviewBody.sheet("paper.css") + "</style>\n</head>\n<body>\n")
                .tag("<div class=\"running-head\">")
                .data(qbr.accountName())
                .tag("</div>\n<div class=\"running-foot\">")
                .data(Wording.footer(qbr))
                .tag("</div>\n");
        new ReviewBody(markup, PdfChart::frame).write(qbr);
        return markup.tag("</body>\n</html>\n").toString();
    }
}
