package io.csm.application.handoff;

import io.csm.application.handoff.HandoffAnswer.NotDone;
import io.csm.application.handoff.HandoffAnswer.Status;
import io.csm.domain.account.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes what is done for a request as it goes. */
final class Report {

    private final HandoffRequest request;
    private final List<String> done = new ArrayList<>();
    private final List<NotDone> notDone = new ArrayList<>();
    private final Map<String, Object> result = new LinkedHashMap<>();
    private boolean anythingAskedForDone;
    private Optional<RuntimeException> failure = Optional.empty();

    Report(HandoffRequest request) {
        this.request = request;
    }

    void done(String sentence) {
        anythingAskedForDone = true;
        done.add(sentence);
    }

    /** Was done on the way, and is no success by itself. */
    void doneOnTheWay(String sentence) {
        done.add(sentence);
    }

    void notDone(Optional<AccountId> account, String what, String why) {
        notDone.add(new NotDone(account, what, why));
    }

    void notDone(String what, RuntimeException why) {
        notDone(request.account(), what, Optional.ofNullable(why.getMessage()).orElse(why.toString()));
    }

    /** It ends here, because of that. */
    void brokenOff(RuntimeException why) {
        notDone(request.task().code(), why);
        failure = Optional.of(why);
    }

    void result(String field, Object value) {
        result.put(field, value);
    }

    /** A field that holds nothing where there is nothing. */
    void result(String field, Optional<?> value) {
        result.put(field, value.orElse(null));
    }

    HandoffAnswer answer() {
        Status status = notDone.isEmpty() ? Status.DONE : anythingAskedForDone ? Status.PARTIAL : Status.FAILED;
        result.put("priority", request.priority().code());
        return new HandoffAnswer(request.task(), request.account(), status, done, notDone, result, failure);
    }
}
