package io.csm.domain.qbr;

import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.AdoptionWriter;
import io.csm.domain.expansion.ExpansionFinders;
import io.csm.domain.expansion.ExpansionWriter;
import io.csm.domain.fixture.RandomBriefs;
import io.csm.domain.narrative.*;
import io.csm.domain.time.Quarter;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PrintTest {
    @Test
    void print() {
        LongStream.of(3, 14, 15, 92, 65, 35).forEach(seed -> {
            var random = RandomBriefs.seeded(seed);
            var brief = random.brief();
            var adoption = AdoptionReport.of(brief, random.peers());
            var opps = ExpansionFinders.find(brief, random.catalogue());
            var facts = QbrFacts.of(
                    brief,
                    Quarter.parse("Q1 2026"),
                    seed % 2 == 0 ? QbrTrigger.QUARTERLY : QbrTrigger.CONTRACT_PROXIMITY,
                    adoption,
                    opps);
            for (var d : java.util.List.of(
                    AdoptionWriter.draft(brief, adoption, Writer.RULES),
                    ExpansionWriter.draft(brief, opps),
                    QbrWriter.draft(Qbr.of(facts, Written.byRules(QbrWriter.write(facts)), brief.asOf()))))
                System.out.println("=== " + d.subject() + " [" + d.key() + "]\n" + d.body());
        });
    }
}
