package io.csm.domain.qbr;

import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a review is made of.
 *
 * @param brief the account as of the last score of the period
 * @param period the quarter that it is about
 * @param trigger why it is prepared
 * @param adoption what the account uses
 * @param opportunities where it could buy more
 * @param roi the figures of return and impact, as far as they are known
 * @param missing what is not known and would belong into the review, in sentences
 */
public record QbrFacts(
        AccountBrief brief,
        Quarter period,
        QbrTrigger trigger,
        AdoptionReport adoption,
        List<Opportunity> opportunities,
        List<Metric> roi,
        List<String> missing) {

    public QbrFacts {
        Objects.requireNonNull(brief, "brief");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(adoption, "adoption");
        opportunities = List.copyOf(opportunities);
        roi = List.copyOf(roi);
        missing = List.copyOf(missing);
    }

    /** The facts, worked out of what is known. */
    public static QbrFacts of(
            AccountBrief brief,
            Quarter period,
            QbrTrigger trigger,
            AdoptionReport adoption,
            List<Opportunity> opportunities) {
        Reviewed reviewed = Reviewed.of(brief, period);
        List<Metric> roi = Stream.of(
                        new ValueFigures(reviewed).metrics(),
                        new UsageFigures(reviewed).metrics().stream(),
                        new ServiceFigures(reviewed).metrics())
                .flatMap(each -> each)
                .toList();
        return new QbrFacts(brief, period, trigger, adoption, opportunities, roi, Missing.of(reviewed, roi));
    }
}
