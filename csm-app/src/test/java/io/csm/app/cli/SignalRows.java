package io.csm.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Signals files for tests, as CSV and as JSON lines. */
final class SignalRows {

    static final String HEADER = "account_id,feature_adoption_rate,usage_trend,stakeholder_engagement,"
            + "invoice_payment_status,seats_utilization_rate";
    static final String HEALTHY = ",0.9,growing,high,current,0.85";
    static final String ILL = ",0.1,declining,low,overdue_90_plus,0.3";

    private SignalRows() {}

    static String csv(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    static Path file(Path folder, String name, String text) throws IOException {
        return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** Many healthy accounts, A-1 and so on. */
    static Path many(Path file, int count) throws IOException {
        List<String> rows = new ArrayList<>(count + 1);
        rows.add(HEADER);
        for (int i = 1; i <= count; i++) {
            rows.add("A-" + i + HEALTHY);
        }
        return Files.write(file, rows);
    }

    /** A sound row as name and JSON value, to be spoilt. */
    static Map<String, String> soundJson() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("account_id", "\"A-1\"");
        fields.put("feature_adoption_rate", "0.9");
        fields.put("usage_trend", "\"growing\"");
        fields.put("stakeholder_engagement", "\"high\"");
        fields.put("invoice_payment_status", "\"current\"");
        fields.put("seats_utilization_rate", "0.85");
        return fields;
    }

    /** That row in CSV. */
    static Map<String, String> soundCsv() {
        Map<String, String> fields = soundJson();
        fields.replaceAll((name, value) -> value.replace("\"", ""));
        return fields;
    }

    static String jsonLine(Map<String, String> fields) {
        List<String> written = new ArrayList<>();
        fields.forEach((name, value) -> written.add("\"" + name + "\":" + value));
        return "{" + String.join(",", written) + "}\n";
    }

    static String csvFile(Map<String, String> fields) {
        return String.join(",", fields.keySet()) + "\n" + String.join(",", fields.values()) + "\n";
    }
}
