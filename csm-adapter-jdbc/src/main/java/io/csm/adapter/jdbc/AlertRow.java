package io.csm.adapter.jdbc;

import io.csm.domain.account.AccountId;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.Concern;
import io.csm.domain.alert.Notice;
import io.csm.domain.alert.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Reads the columns of an alert. */
final class AlertRow {

    private AlertRow() {}

    /** With its words, for who shows it to somebody. */
    static Notice notice(ResultSet row) throws SQLException {
        return new Notice(read(row), row.getString("message"), Columns.texts(row, "evidence"));
    }

    static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getString("alert_id"),
                concern(row),
                AlertState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Columns.instant(row, "snoozed_until"),
                Times.read(row, "first_raised_at"),
                row.getInt("raises"),
                Times.read(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static Concern concern(ResultSet row) throws SQLException {
        return new Concern(
                new AccountId(row.getString("account_id")),
                AlertType.ofCode(row.getString("type")),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                Set.copyOf(Columns.texts(row, "causes")),
                Times.read(row, "raised_at"));
    }
}
