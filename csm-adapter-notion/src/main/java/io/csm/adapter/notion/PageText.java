package io.csm.adapter.notion;

import static io.csm.adapter.notion.PageBlock.Kind.CALLOUT;
import static io.csm.adapter.notion.PageBlock.Kind.HEADING;
import static io.csm.adapter.notion.PageBlock.Kind.PARAGRAPH;

import io.csm.adapter.notion.PageBlock.Colour;
import io.csm.application.directory.HealthRecord;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What pages say. The same record gives the same text. */
final class PageText {

    private PageText() {}

    static String title(HealthRecord health) {
        return "Health: " + health.accountName() + " — " + day(health);
    }

    static String title(Qbr qbr) {
        return "QBR: " + qbr.accountName() + " — " + qbr.period();
    }

    static String title(Opportunity opportunity, String accountName) {
        return "Expansion: " + opportunity.type().code() + " — " + accountName;
    }

    /** The day of the scan, in UTC. */
    static LocalDate day(HealthRecord health) {
        return LocalDate.ofInstant(health.scannedAt(), ZoneOffset.UTC);
    }

    /** A score as people read it: two decimals at most. */
    static BigDecimal shown(double score) {
        BigDecimal rounded =
                BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    static List<PageBlock> of(HealthRecord health) {
        List<PageBlock> blocks = new ArrayList<>(PageBlock.of(
                CALLOUT,
                "Health " + health.rag() + ", score " + shown(health.score()).toPlainString() + " of 100, churn risk "
                        + health.churnRisk(),
                colour(health.rag())));
        health.narrative().ifPresent(narrative -> blocks.addAll(PageBlock.of(PARAGRAPH, narrative)));
        addList(blocks, "Risk factors", health.riskFactors());
        addList(blocks, "Recommendations", health.recommendations());
        health.writer().ifPresent(writer -> blocks.addAll(PageBlock.of(PARAGRAPH, writer)));
        return List.copyOf(blocks);
    }

    static List<PageBlock> of(Qbr qbr) {
        List<PageBlock> blocks = new ArrayList<>(PageBlock.of(
                CALLOUT,
                "Health " + qbr.rag() + ", score " + shown(qbr.score()).toPlainString() + " of 100",
                colour(qbr.rag())));
        for (QbrSection section : qbr.text().sections()) {
            blocks.addAll(PageBlock.of(HEADING, section.heading()));
            blocks.addAll(PageBlock.of(PARAGRAPH, section.narrative()));
            blocks.addAll(PageBlock.bullets(section.bullets()));
        }
        addList(blocks, "Figures", qbr.roi().stream().map(PageText::figure).toList());
        addList(blocks, "Not known", qbr.missing());
        blocks.addAll(PageBlock.of(PARAGRAPH, qbr.writer().toString()));
        return List.copyOf(blocks);
    }

    static List<PageBlock> of(Opportunity opportunity) {
        List<PageBlock> blocks = new ArrayList<>(PageBlock.of(PARAGRAPH, opportunity.talkTrack()));
        addList(blocks, "Evidence", opportunity.evidence());
        opportunity
                .arrImpact()
                .ifPresent(impact -> blocks.addAll(PageBlock.of(PARAGRAPH, "Estimated impact per year: " + impact)));
        blocks.addAll(PageBlock.of(PARAGRAPH, "Talk track " + opportunity.writer()));
        return List.copyOf(blocks);
    }

    private static void addList(List<PageBlock> blocks, String heading, List<String> texts) {
        List<PageBlock> bullets = PageBlock.bullets(texts);
        if (!bullets.isEmpty()) {
            blocks.addAll(PageBlock.of(HEADING, heading));
            blocks.addAll(bullets);
        }
    }

    private static String figure(Metric metric) {
        return metric.name() + ": " + metric.value()
                + metric.before().map(before -> ", before " + before).orElse("")
                + (metric.source().isBlank() ? "" : " (" + metric.source() + ")");
    }

    private static Colour colour(Rag rag) {
        return switch (rag) {
            case GREEN -> Colour.GREEN;
            case AMBER -> Colour.YELLOW;
            case RED -> Colour.RED;
        };
    }
}
