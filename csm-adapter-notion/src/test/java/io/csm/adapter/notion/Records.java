package io.csm.adapter.notion;

import io.csm.application.directory.HealthRecord;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records to write. */
final class Records {

    static final AccountId ACME = new AccountId("A-1");
    static final Instant SCANNED = Instant.parse("2026-11-25T07:00:12.345Z");

    private Records() {}

    static AccountId id(String value) {
        return new AccountId(value);
    }

    static HealthRecord health(double score) {
        return health(score, Rag.AMBER, SCANNED, List.of("no login for 60 days"));
    }

    static HealthRecord health(double score, Rag rag, Instant scannedAt, List<String> factors) {
        return new HealthRecord(
                ACME,
                "Acme",
                score,
                rag,
                "high",
                scannedAt,
                Optional.of("Nobody logs in."),
                factors,
                List.of("call them"),
                Optional.of("written by rules"));
    }

    static Qbr qbr(String narrative) {
        return qbr(narrative, QbrTrigger.QUARTERLY);
    }

    static Qbr qbr(String narrative, QbrTrigger trigger) {
        return new Qbr(
                ACME,
                "Acme",
                Optional.empty(),
                Optional.empty(),
                new Quarter(2026, 1),
                trigger,
                SCANNED,
                82.5,
                Rag.GREEN,
                new QbrText(
                        new QbrSection("Account health", narrative, List.of("first point", "second point")),
                        new QbrSection("ROI and business impact", "It pays.", List.of()),
                        new QbrSection("Feature adoption", "Most of it is used.", List.of("reports")),
                        new QbrSection("Next steps", "Talk about seats.", List.of("seats"))),
                Writer.model("gpt-4o-mini"),
                List.of(new Metric("active users", "118 of 140 seats", Optional.of("90 of 140"), "usage events")),
                List.of(),
                List.of(),
                List.of("revenue is not known"));
    }

    static Opportunity opportunity(String quarter) {
        return opportunity(quarter, Confidence.HIGH, "You are at 95 % of your seats.");
    }

    static Opportunity opportunity(String quarter, Confidence confidence, String talkTrack) {
        return new Opportunity(
                ACME,
                OpportunityType.SEATS,
                Quarter.parse(quarter),
                List.of("133 of 140 seats are used"),
                Optional.of(Money.of("12000", "EUR")),
                talkTrack,
                confidence,
                Writer.RULES);
    }
}
