package io.csm.app.bench;

import io.csm.app.Csm;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Measures how fast events come in, and how late scores are while they do at half that rate. */
public final class IngestAndScoreBenchmark {

    private static final Actor ACTOR = Actor.administrator(new TenantId("bench"), Origin.COMMAND_LINE);

    private final Csm csm;
    private final DataSource superuser;
    private final Path scratch;

    /**
     * A benchmark on an embedded database with nothing in it.
     *
     * @param scratch a folder for the rows that are copied
     */
    public IngestAndScoreBenchmark(Csm csm, Path scratch) {
        this.csm = csm;
        this.superuser = csm.database()
                .superuser()
                .orElseThrow(() -> new IllegalArgumentException("the benchmark needs an embedded database"));
        this.scratch = scratch;
    }

    /** Runs that many rounds over that many accounts, then the load for so long. */
    public IngestResult run(int accounts, int rounds, long seconds) throws IOException {
        GeneratedPortfolio portfolio = new GeneratedPortfolio(accounts);
        portfolio.store(
                csm.customerSuccess(), ACTOR, csm.customerSuccess().clock().instant());
        try {
            List<IngestResult.Round> measured =
                    new IngestBenchmark(csm, ACTOR, superuser, scratch, portfolio).run(rounds);
            double half = median(measured) / 2;
            return new IngestResult(
                    accounts, measured, new LoadBenchmark(csm, ACTOR, superuser, portfolio).run(half, seconds));
        } catch (SQLException failure) {
            throw new IllegalStateException("the database could not be measured", failure);
        }
    }

    /** Of all rounds but the first, which is cold. */
    private static double median(List<IngestResult.Round> rounds) {
        List<Double> rates =
                rounds.stream().skip(1).map(IngestResult.Round::rate).sorted().toList();
        return rates.get((rates.size() - 1) / 2);
    }
}
