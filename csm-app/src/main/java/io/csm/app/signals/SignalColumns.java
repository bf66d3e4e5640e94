package io.csm.app.signals;

import io.csm.application.signal.RefusedRow;
import io.csm.domain.health.Scorecard;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the columns of a table of signals: each must be a signal, and what the scorecard requires must be there. */
public final class SignalColumns {

    /** The column that names the account. */
    public static final String ACCOUNT_ID = "account_id";

    private SignalColumns() {}

    /** What is wrong with the columns; empty when a row could satisfy them, or when there are none to judge. */
    public static List<RefusedRow> judge(List<String> columns, Scorecard scorecard) {
        List<RefusedRow> refused = new ArrayList<>();
        if (columns.isEmpty()) {
            return refused; // the reader says what is wrong with the header
        }
        for (String column : columns) {
            if (!column.equals(ACCOUNT_ID)) {
                try {
                    scorecard.catalogue().get(column);
                } catch (InvalidSignal unknown) {
                    refused.add(new RefusedRow(1, Optional.empty(), column, "", unknown.rule()));
                }
            }
        }
        for (Signal required : scorecard.requiredSignals()) {
            if (!columns.contains(required.name())) {
                String rule = "must have a column, for scorecard " + scorecard.name() + " requires it";
                refused.add(new RefusedRow(1, Optional.empty(), required.name(), "", rule));
            }
        }
        return refused;
    }
}
