package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.health.port.HealthReaction;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.signal.SignalSnapshot;
import java.util.List;

/** Scores one account and stores the score. */
public final class ScoreAccount {

    private final HealthScoreRepository scores;
    private final HealthReaction reaction;
    private final UnitOfWork unitOfWork;

    public ScoreAccount(HealthScoreRepository scores, HealthReaction reaction, UnitOfWork unitOfWork) {
        this.scores = scores;
        this.reaction = reaction;
        this.unitOfWork = unitOfWork;
    }

    /**
     * The health of the account, stored under the instant of the snapshot; scoring the same instant twice stores once.
     *
     * @throws io.csm.domain.signal.InvalidSignal when a required signal, or every signal, is not tracked
     */
    public AccountHealth score(Actor actor, HealthPolicy policy, SignalSnapshot snapshot) {
        AccountHealth health = policy.assess(snapshot);
        unitOfWork.commit(actor.tenant(), () -> {
            scores.append(actor.tenant(), policy, List.of(health));
            return reaction.stored(actor.tenant(), List.of(health));
        });
        return health;
    }
}
