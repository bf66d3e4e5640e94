package io.csm.adapter.notion;

import io.csm.adapter.notion.stub.NotionStub;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads all accounts and marks each with its health: what a scan of the portfolio asks of Notion. */
final class NotionSync {

    private static final int PAGE_SIZE = 100;

    private NotionSync() {}

    /**
     * What it took.
     *
     * @param accounts how many were marked
     * @param sentAt when each request was sent
     */
    record Result(int accounts, List<Instant> sentAt) {

        /** A description of the database, its pages of accounts, and one update each. */
        int fewest() {
            return 1 + (accounts + PAGE_SIZE - 1) / PAGE_SIZE + accounts;
        }

        double ratio() {
            return (double) sentAt.size() / fewest();
        }
    }

    static void fill(NotionStub stub, int accounts) {
        for (int i = 0; i < accounts; i++) {
            stub.account("A-" + i, "Account " + i);
        }
    }

    static Result run(NotionAdapter notion, NotionStub stub) {
        AtomicInteger accounts = new AtomicInteger();
        notion.directory().orElseThrow().forEachAccount(account -> {
            notion.records().updateHealth(account, Records.health(55));
            accounts.incrementAndGet();
        });
        return new Result(
                accounts.get(),
                stub.received().stream().map(NotionStub.Received::at).toList());
    }
}
