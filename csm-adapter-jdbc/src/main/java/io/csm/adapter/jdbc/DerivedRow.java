package io.csm.adapter.jdbc;

import static io.csm.domain.signal.StandardSignals.*;

import io.csm.domain.account.AccountId;
import io.csm.domain.derivation.DerivedValue;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalType;
import io.csm.domain.signal.StandardSignals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One account with what is derived of it.
 *
 * @param account whose
 * @param isCustomer whether it is one on the day that is asked for
 * @param values of the signals that are tracked
 */
record DerivedRow(AccountId account, boolean isCustomer, List<DerivedValue> values) {

    /** The columns that say when something was observed; what is not named here is a state as of the viewpoint. */
    private static final Map<Signal, String> OBSERVED_AT = Map.ofEntries(
            Map.entry(FEATURE_ADOPTION_RATE, "active_at"),
            Map.entry(USAGE_TREND, "active_at"),
            Map.entry(LOGIN_FREQUENCY_DAYS, "active_at"),
            Map.entry(SEATS_UTILIZATION_RATE, "active_at"),
            Map.entry(ACTIVE_USER_RATE, "active_at"),
            Map.entry(FEATURE_BREADTH, "active_at"),
            Map.entry(USAGE_DEPTH, "active_at"),
            Map.entry(USAGE_FREQUENCY, "active_at"),
            Map.entry(USAGE_DEPTH_RATE, "active_at"),
            Map.entry(DAYS_SINCE_LAST_INTERACTION, "touched_at"),
            Map.entry(STAKEHOLDER_ENGAGEMENT, "touched_at"),
            Map.entry(TOUCHPOINTS_30_DAYS, "touched_at"),
            Map.entry(CHAMPION_STATUS, "touched_at"),
            Map.entry(EXECUTIVE_ACCESS, "touched_at"),
            Map.entry(OUTREACH_RESPONSE, "touched_at"),
            Map.entry(EMAIL_OPEN_RATE, "mailed_at"),
            Map.entry(WEBINARS_ATTENDED_90_DAYS, "webinar_at"),
            Map.entry(NPS_SCORE, "nps_at"),
            Map.entry(TAM_HEALTH_RAG, "rag_at"));

    DerivedRow {
        values = List.copyOf(values);
    }

    static DerivedRow read(ResultSet row, Instant asOf) throws SQLException {
        List<DerivedValue> values = new ArrayList<>();
        for (Signal signal : StandardSignals.CATALOGUE.signals()) {
            String value = row.getString(signal.name());
            if (value != null) {
                values.add(new DerivedValue(signal, number(signal, value), observedAt(row, signal, asOf)));
            }
        }
        return new DerivedRow(new AccountId(row.getString("account_id")), row.getBoolean("is_customer"), values);
    }

    /** The shortest text of a double, as PostgreSQL gives it, reads as that very double. */
    private static double number(Signal signal, String value) {
        return signal.type() == SignalType.CHOICE || signal.type() == SignalType.YES_NO
                ? signal.fromText(value)
                : Double.parseDouble(value);
    }

    private static Instant observedAt(ResultSet row, Signal signal, Instant asOf) throws SQLException {
        String column = OBSERVED_AT.getOrDefault(signal, "");
        return column.isEmpty() || row.getString(column) == null ? asOf : Times.read(row, column);
    }
}
