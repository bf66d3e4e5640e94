package io.csm.app.warehouse;

import io.csm.app.input.Refusal;
import io.csm.app.signals.SignalColumns;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.port.SignalSource;
import io.csm.domain.account.AccountId;
import io.csm.domain.health.Scorecard;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of a query as snapshots, read with a cursor; a row that breaks a rule is refused by itself. */
public final class WarehouseSignals implements SignalSource {

    private static final String SOURCE = "warehouse";

    private final Connection connection;
    private final ResultSet rows;
    private final SignalCatalogue catalogue;
    private final Instant asOf;
    private final SignalOrigin origin;
    private final String shownUrl;
    private final List<String> columns;
    private final List<RefusedRow> badColumns;
    private long number;

    WarehouseSignals(Connection connection, ResultSet rows, Scorecard scorecard, Instant asOf, String shownUrl)
            throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.catalogue = scorecard.catalogue();
        this.asOf = asOf;
        this.origin = new SignalOrigin(SOURCE, asOf);
        this.shownUrl = shownUrl;
        this.columns = names(rows.getMetaData());
        this.badColumns = columns.contains(SignalColumns.ACCOUNT_ID)
                ? SignalColumns.judge(columns, scorecard)
                : new ArrayList<>(List.of(new RefusedRow(
                        0, Optional.empty(), SignalColumns.ACCOUNT_ID, "", "must be a column of the query")));
    }

    /** Some engines shout. */
    private static List<String> names(ResultSetMetaData metaData) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= metaData.getColumnCount(); column++) {
            names.add(metaData.getColumnLabel(column).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    @Override
    public boolean next(Sink sink) {
        if (!badColumns.isEmpty()) {
            badColumns.forEach(sink::refused);
            badColumns.clear();
            close();
            return false;
        }
        try {
            if (rows.isClosed() || !rows.next()) {
                return false;
            }
            number++;
            take(sink);
            return true;
        } catch (SQLException broken) {
            throw new WarehouseUnavailable(
                    "the warehouse at " + shownUrl + " stopped answering after row " + number + ": "
                            + Warehouse.firstLine(broken),
                    broken);
        }
    }

    private void take(Sink sink) throws SQLException {
        String id = Optional.ofNullable(rows.getString(columns.indexOf(SignalColumns.ACCOUNT_ID) + 1))
                .orElse("");
        AccountId account;
        try {
            account = new AccountId(id);
        } catch (IllegalArgumentException badId) {
            String rule = String.valueOf(badId.getMessage()).replaceFirst("^account id ", "");
            sink.refused(
                    new RefusedRow(number, Optional.empty(), SignalColumns.ACCOUNT_ID, Refusal.shortened(id), rule));
            return;
        }
        SignalSnapshot snapshot;
        try {
            snapshot = read(account);
        } catch (InvalidSignal invalid) {
            sink.refused(RefusedRow.of(number, invalid.of(account)));
            return;
        }
        sink.snapshot(number, snapshot);
    }

    private SignalSnapshot read(AccountId account) throws SQLException {
        SignalSnapshot.Builder snapshot = SignalSnapshot.of(catalogue, account, asOf, origin);
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.get(column).equals(SignalColumns.ACCOUNT_ID)) {
                Signal signal = catalogue.get(columns.get(column));
                Optional.ofNullable(rows.getObject(column + 1)).ifPresent(value -> put(snapshot, signal, value));
            }
        }
        return snapshot.build();
    }

    /** Engines differ in what a number or a date is; a text is read as a file would be. */
    private static void put(SignalSnapshot.Builder snapshot, Signal signal, Object value) {
        if (value instanceof Boolean flag) {
            snapshot.flag(signal, flag);
        } else if (value instanceof BigDecimal decimal) {
            snapshot.number(signal, decimal.doubleValue());
        } else if (value instanceof Number number) {
            snapshot.number(signal, Double.parseDouble(number.toString()));
        } else {
            snapshot.text(signal, value.toString());
        }
    }

    /** Nobody knows what the query returns next time. */
    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException broken) {
            // what was read was read
        }
    }
}
