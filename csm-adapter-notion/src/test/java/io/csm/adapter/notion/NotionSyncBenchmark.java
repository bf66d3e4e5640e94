package io.csm.adapter.notion;

import io.csm.adapter.notion.stub.Fault;
import io.csm.adapter.notion.stub.NotionStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many requests a sync of 10,000 accounts takes, and how fast they follow each other, on virtual time. */
public final class NotionSyncBenchmark {

    private static final int ACCOUNTS = 10_000;
    private static final int A_FAULT_EVERY = 100;

    private NotionSyncBenchmark() {}

    public static void main(String[] arguments) {
        sync("undisturbed", 0);
        sync("with a 429 in every " + A_FAULT_EVERY + " requests", ACCOUNTS / A_FAULT_EVERY);
    }

    private static void sync(String what, int faults) {
        VirtualTime time = new VirtualTime();
        try (NotionStub stub = NotionStub.start(time.clock, Optional.empty()).withDatabasesOfCsm();
                NotionAdapter notion = NotionAdapter.connect(Connected.settings(stub.url()), time.clock, time::sleep)) {
            NotionSync.fill(stub, ACCOUNTS);
            for (int i = 0; i < faults; i++) {
                stub.nextGoWell(A_FAULT_EVERY - 1).next(Fault.tooManyRequests(3));
            }
            Instant start = time.clock.instant();
            NotionSync.Result result = NotionSync.run(notion, stub);
            Duration took = Duration.between(start, time.clock.instant());
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d accounts, %d requests, at least %d, ratio %.4f, at most %d in any second, %d minutes%n",
                    what,
                    result.accounts(),
                    result.sentAt().size(),
                    result.fewest(),
                    result.ratio(),
                    mostInASecond(result.sentAt()),
                    took.toMinutes());
        }
    }

    private static int mostInASecond(List<Instant> sentAt) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < sentAt.size(); to++) {
            while (Duration.between(sentAt.get(from), sentAt.get(to)).compareTo(Duration.ofSeconds(1)) > 0) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
