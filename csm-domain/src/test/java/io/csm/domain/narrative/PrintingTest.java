package io.csm.domain.narrative;

import org.junit.jupiter.api.Test;

class PrintingTest {
    @Test
    void prints() {
        Situations.all().forEach((name, brief) -> {
            System.out.println("\n=== " + name);
            ChurnNarrative text = ChurnWriter.write(brief);
            System.out.println(text.narrative());
            text.riskFactors().forEach(each -> System.out.println(" - " + each));
            text.recommendations().forEach(each -> System.out.println(" > " + each));
            System.out.println(" + " + HealthSummaryWriter.write(brief).expansionSignals());
        });
    }
}
