package io.csm.app.jobs;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.health.ScoreChanges;
import io.csm.domain.churn.HealthPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Scores the changed accounts of a tenant by the tenant's own scorecard, batch by batch, until none is left. */
public final class ScoreChangesJob {

    /** Its name, wherever it is named. */
    public static final String NAME = "score-changes";

    private static final int BATCHES_IN_A_TURN = 10;

    private final CustomerSuccess csm;

    public ScoreChangesJob(CustomerSuccess csm) {
        this.csm = csm;
    }

    /** Runs until nothing waits any more. */
    public ScoreChangesRun run(TenantId tenant) {
        return run(tenant, Integer.MAX_VALUE, () -> false);
    }

    /** One turn: until nothing waits, until others want theirs, or until it is told to stop, heard between batches. */
    ScoreChangesRun turn(TenantId tenant, BooleanSupplier stopping) {
        return run(tenant, BATCHES_IN_A_TURN, stopping);
    }

    private ScoreChangesRun run(TenantId tenant, int most, BooleanSupplier stopping) {
        Actor actor = Actor.administrator(tenant, Origin.SCHEDULER);
        HealthPolicy policy = csm.scorecards().policy(actor, Optional.empty());
        List<ScoreChanges.Done> batches = new ArrayList<>();
        boolean moreWait = true;
        while (moreWait && batches.size() < most && !stopping.getAsBoolean()) {
            ScoreChanges.Done done = csm.scoreChanges().score(actor, policy, ScoreChanges.BATCH);
            batches.add(done);
            moreWait = done.taken() == ScoreChanges.BATCH;
        }
        if (batches.stream().anyMatch(done -> done.alerts() > 0)) {
            csm.agent().announceAlerts().betweenScans(actor);
        }
        return ScoreChangesRun.of(batches, moreWait);
    }
}
