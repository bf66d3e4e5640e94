package io.csm.domain.alert;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition that holds for an account at an instant and that somebody should hear of, whether or not they did already.
 * It is all that decides on an alert; the words come later, and only where somebody is told.
 *
 * @param account where
 * @param type what it is about
 * @param severity how urgent it is
 * @param causes why, as stable codes such as {@code contract_proximity}; at least one. Of an alert: all those for which
 *     it was raised without a reminder period between
 * @param at when it was seen
 */
public record Concern(AccountId account, AlertType type, Severity severity, Set<String> causes, Instant at) {

    public Concern {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(at, "at");
        causes = Set.copyOf(causes);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException("a concern must have a cause");
        }
    }

    /** The causes in one text, in order: {@code behavioral,contract_proximity}. */
    public String cause() {
        return String.join(",", new TreeSet<>(causes));
    }

    /**
     * The same for these causes too. An alert that is raised for a new cause keeps the earlier ones, as they would
     * otherwise raise it once more when they return within the reminder period.
     */
    Concern withCauses(Set<String> others) {
        Set<String> all = new HashSet<>(causes);
        all.addAll(others);
        return new Concern(account, type, severity, all, at);
    }
}
