package io.csm.app.input;

import java.util.List;
import java.util.Optional;

/** Rows of a CSV file, whose fields stand under the names of the header. */
final class CsvRows implements Grammar {

    private final CsvFields fields;
    private final Row row;
    private final int columns;
    private final RowRules rules;

    CsvRows(List<String> columns, RowRules rules) {
        this.fields = new CsvFields(columns, rules.delimiter());
        this.rules = rules;
        this.row = fields.row();
        this.columns = columns.size();
    }

    @Override
    public void read(Lines line, RowSink sink) {
        Optional<String> fault = fields.read(line);
        if (fault.isPresent()) {
            sink.refused(Refusal.ofLine(line.number(), fault.get()));
        } else if (row.size() != columns) {
            sink.refused(Refusal.ofRow(row, wrongCount()));
        } else if (rules.accountRequired() && !row.namesAccount()) {
            sink.refused(Refusal.ofField(line.number(), Row.ACCOUNT_ID, "account_id is blank"));
        } else {
            sink.row(row);
        }
    }

    private String wrongCount() {
        return "the header names " + columns + " fields and this line holds " + row.size();
    }
}
