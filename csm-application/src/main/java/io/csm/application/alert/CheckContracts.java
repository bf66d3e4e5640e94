package io.csm.application.alert;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.churn.AccountHealth;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The daily look at contracts: whose renewal comes within the churn window, whatever the score says. */
public final class CheckContracts {

    private static final int BATCH = 10_000;

    private final HealthScoreRepository scores;
    private final RaiseAlerts raiseAlerts;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public CheckContracts(HealthScoreRepository scores, RaiseAlerts raiseAlerts, UnitOfWork unitOfWork, Clock clock) {
        this.scores = scores;
        this.raiseAlerts = raiseAlerts;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What a look at the contracts came to.
     *
     * @param accounts how many have a score
     * @param raised alerts that were raised
     */
    public record Checked(long accounts, int raised) {}

    /** Looks at the latest score of every account, as one unit of work. */
    public Checked check(Actor actor) {
        Instant now = clock.instant();
        return unitOfWork.commit(actor.tenant(), () -> {
            Pass pass = new Pass(actor.tenant(), now);
            scores.forEachAccount(actor.tenant(), now, now, row -> pass.add(row.latest()));
            pass.decide();
            return new Checked(pass.accounts, pass.raised);
        });
    }

    private final class Pass {
        private final TenantId tenant;
        private final Instant now;
        private final List<AccountHealth> batch = new ArrayList<>();
        private long accounts;
        private int raised;

        Pass(TenantId tenant, Instant now) {
            this.tenant = tenant;
            this.now = now;
        }

        void add(AccountHealth health) {
            batch.add(health);
            accounts++;
            if (batch.size() == BATCH) {
                decide();
            }
        }

        void decide() {
            raised += raiseAlerts.contracts(tenant, batch, now);
            batch.clear();
        }
    }
}
