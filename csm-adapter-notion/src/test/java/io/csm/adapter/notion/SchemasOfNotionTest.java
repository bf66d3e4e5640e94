package io.csm.adapter.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.csm.adapter.notion.stub.NotionStub;
import org.junit.jupiter.api.Test;

class SchemasOfNotionTest {

    @Test
    void are_kept_by_every_body_that_is_sent() {
        assumeThat(NotionStub.schemas())
                .as("CSM_SAMPLE_DATA names no folder with the schemas of Notion: bodies are NOT judged by them")
                .isPresent();

        try (Connected connected = new Connected()) {
            connected.stub.account("A-1", "Acme");
            var account = connected
                    .notion
                    .directory()
                    .orElseThrow()
                    .find(Records.ACME)
                    .orElseThrow();
            connected.notion.records().updateHealth(account, Records.health(55));
            connected.notion.records().addHealthRecord(Records.health(55));
            connected.notion.records().latestHealthRecord(Records.ACME);
            connected.notion.records().saveQbr(Records.qbr("one"));
            connected.notion.records().saveQbr(Records.qbr("two"));
            connected.notion.records().saveOpportunity(Records.opportunity("Q1 2026"), "Acme");

            assertThat(connected.stub.received()).hasSizeGreaterThan(15);
        }
    }
}
