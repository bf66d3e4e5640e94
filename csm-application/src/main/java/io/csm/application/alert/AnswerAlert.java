package io.csm.application.alert;

import io.csm.application.access.Actor;
import io.csm.application.alert.port.AlertRepository;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Somebody says what becomes of an alert. */
public final class AnswerAlert {

    private final AlertRepository alerts;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public AnswerAlert(AlertRepository alerts, UnitOfWork unitOfWork, Clock clock) {
        this.alerts = alerts;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** What somebody says of an alert. */
    @FunctionalInterface
    public interface Answer {

        Alert apply(Alert alert, Instant at, String by);

        /** I am at it. */
        static Answer acknowledge() {
            return Alert::acknowledged;
        }

        /** I want to hear of it again then. */
        static Answer snooze(Instant until) {
            return (alert, at, by) -> alert.snoozed(until, at, by);
        }

        /** It is over. */
        static Answer resolve() {
            return Alert::resolved;
        }
    }

    /**
     * Stores the answer; the alert as it is then, in the words of its last raise.
     *
     * @throws AlertNotFound when there is no such alert
     * @throws IllegalArgumentException when the alert cannot be answered so, such as a resolved one that is snoozed
     */
    public Notice answer(Actor actor, String id, Answer answer) {
        return unitOfWork.commit(actor.tenant(), () -> {
            Alert alert = find(actor, id).alert();
            alerts.findLatest(actor.tenant(), List.of(alert.account())); // nobody raises it meanwhile
            Notice current = find(actor, id);
            Alert answered = answer.apply(current.alert(), clock.instant(), actor.user());
            alerts.save(actor.tenant(), List.of(answered));
            return current.of(answered);
        });
    }

    private Notice find(Actor actor, String id) {
        return alerts.find(actor.tenant(), id).orElseThrow(() -> new AlertNotFound(id));
    }
}
