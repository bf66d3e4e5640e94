package io.csm.app.imports;

import io.csm.app.input.Format;
import io.csm.app.input.RowReader;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files whose columns are called as CSM calls them, so that they need no mapping. */
public final class OwnColumns {

    private static final String TAG_SEPARATOR = ";";

    private OwnColumns() {}

    /**
     * The mapping of such a file: each field is the column of its name. An event takes all other columns as its payload.
     *
     * @param source the system that ids are of
     */
    public static FileMapping mapping(
            String file, Target target, String source, RowReader rows, SignalCatalogue catalogue) {
        Map<String, FieldMapping> fields = new LinkedHashMap<>();
        for (String name : names(target, catalogue)) {
            if (rows.format() == Format.JSON_LINES || rows.columns().contains(name)) {
                fields.put(name, field(name));
            }
        }
        return new FileMapping(file, target, source, ',', fields, List.of(), Payload.REST, target != Target.EVENT);
    }

    private static FieldMapping field(String name) {
        FieldMapping column = FieldMapping.ofColumn(name);
        return name.equals("segment_tags") ? column.separatedBy(TAG_SEPARATOR) : column;
    }

    /** Subject and quantity of an event stand in its payload. */
    private static List<String> names(Target target, SignalCatalogue catalogue) {
        List<String> names = new ArrayList<>();
        target.fields().stream()
                .map(TargetField::name)
                .filter(name -> target != Target.EVENT || !(name.equals("subject") || name.equals("quantity")))
                .forEach(names::add);
        if (target == Target.SIGNAL) {
            catalogue.signals().stream().map(Signal::name).forEach(names::add);
        }
        return names;
    }

    /** What is wrong with the header of a CSV file, so that no row of it can be taken. */
    public static List<RefusedRow> mistakes(FileMapping mapping, RowReader rows, SignalCatalogue catalogue) {
        List<RefusedRow> mistakes = new ArrayList<>();
        if (rows.format() != Format.CSV || rows.columns().isEmpty()) {
            return mistakes; // the reader says what is wrong with a header that cannot be read
        }
        FileMapping all = new FileMapping(
                mapping.file(),
                mapping.target(),
                mapping.source(),
                mapping.delimiter(),
                every(names(mapping.target(), catalogue)),
                mapping.when(),
                mapping.payload(),
                mapping.strict());
        for (String column : rows.columns()) {
            try {
                all.refuseUnknown(List.of(column));
            } catch (InvalidCell unknown) {
                mistakes.add(new RefusedRow(1, Optional.empty(), column, "", unknown.rule()));
            }
        }
        mapping.target().fields().stream()
                .filter(field -> field.required() && !rows.columns().contains(field.name()))
                .forEach(field -> mistakes.add(new RefusedRow(
                        1, Optional.empty(), field.name(), "", "must have a column" + separated(rows.columns()))));
        return mistakes;
    }

    private static String separated(List<String> columns) {
        boolean isOne = columns.size() == 1;
        return isOne && columns.get(0).indexOf(';') >= 0
                ? "; the header looks separated by semicolons, and commas are expected"
                : "";
    }

    private static Map<String, FieldMapping> every(List<String> names) {
        Map<String, FieldMapping> fields = new LinkedHashMap<>();
        names.forEach(name -> fields.put(name, FieldMapping.ofColumn(name)));
        return fields;
    }
}
