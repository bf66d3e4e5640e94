package io.csm.app.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The first line of a CSV file, judged: without a sound header no row can be read.
 *
 * @param columns the names in their order; empty when there are refusals
 */
record CsvHeader(List<String> columns, List<Refusal> refusals) {

    static CsvHeader of(Lines line, RowRules rules) {
        if (!line.isSound()) {
            return refused(List.of(Refusal.ofLine(line.number(), "the header cannot be read: " + line.fault())));
        }
        if (line.lead() == '[') {
            return refused(List.of(Refusal.ofLine(
                    line.number(), "the file looks like a JSON array, and JSON is read as one object a line")));
        }
        CsvFields fields = new CsvFields(List.of(), rules.delimiter());
        Optional<String> fault = fields.read(line);
        if (fault.isPresent()) {
            return refused(List.of(Refusal.ofLine(line.number(), "the header cannot be read: " + fault.get())));
        }
        return judged(names(fields.row()), line, rules);
    }

    private static CsvHeader judged(List<String> names, Lines line, RowRules rules) {
        List<Refusal> refusals = new ArrayList<>();
        if (rules.accountRequired() && !names.contains(Row.ACCOUNT_ID)) {
            refusals.add(Refusal.ofField(line.number(), Row.ACCOUNT_ID, withoutAccount(line.text())));
        }
        refuseUnusableNames(names, line.number(), refusals);
        return refusals.isEmpty() ? new CsvHeader(names, List.of()) : refused(refusals);
    }

    private static void refuseUnusableNames(List<String> names, long line, List<Refusal> refusals) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                refusals.add(Refusal.ofLine(line, "column " + (i + 1) + " of the header has no name"));
            } else if (!seen.add(name)) {
                refusals.add(Refusal.ofField(line, name, "the header names this column twice"));
            }
        }
    }

    private static String withoutAccount(String header) {
        String rule = "the header has no column account_id";
        if (header.indexOf(';') >= 0) {
            return rule + "; it looks separated by semicolons, and commas are expected";
        }
        return header.indexOf('\t') >= 0 ? rule + "; it looks separated by tabs, and commas are expected" : rule;
    }

    private static List<String> names(Row row) {
        return IntStream.range(0, row.size()).mapToObj(row::text).toList();
    }

    private static CsvHeader refused(List<Refusal> refusals) {
        return new CsvHeader(List.of(), List.copyOf(refusals));
    }
}
