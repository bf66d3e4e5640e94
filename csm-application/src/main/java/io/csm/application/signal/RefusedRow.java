package io.csm.application.signal;

import io.csm.domain.signal.InvalidSignal;
import java.util.Optional;

/**
 * A row that could not be scored, and why; it costs no other row anything.
 *
 * @param line the line of the file, from 1; 0 where there are no lines
 * @param account the account as it was written; empty when it is not known
 * @param field the signal or column
 * @param value the value as it was written; empty when it is missing
 * @param rule what the value must be
 */
public record RefusedRow(long line, Optional<String> account, String field, String value, String rule) {

    /** The refusal of a signal on that line. */
    public static RefusedRow of(long line, InvalidSignal invalid) {
        return new RefusedRow(
                line, invalid.account().map(Object::toString), invalid.signal(), invalid.value(), invalid.rule());
    }

    /** For people: {@code line 12: account A-1: nps_score must be ... but was 11}. */
    public String sentence() {
        return (line > 0 ? "line " + line + ": " : "")
                + account.map(id -> "account " + id + ": ").orElse("")
                + field + " " + rule
                + (value.isEmpty() ? "" : " but was " + value);
    }
}
