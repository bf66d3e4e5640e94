package io.csm.domain.alert;

import io.csm.domain.draft.Draft;
import io.csm.domain.narrative.Prose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Alerts in one text, grouped by severity. */
final class DigestText {

    private static final int MOST_IN_A_DRAFT = 200;
    private static final int MOST_IN_CHAT = 13;

    private DigestText() {}

    static Draft draft(List<DigestLine> alerts, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Draft(
                Draft.keyOf("digest", at.toString()),
                Optional.empty(),
                Optional.empty(),
                "[CSM DIGEST] " + title(alerts),
                body(alerts, day));
    }

    private static String title(List<DigestLine> alerts) {
        long accounts =
                alerts.stream().map(line -> line.alert().account()).distinct().count();
        return Prose.count(accounts, "more account") + (accounts == 1 ? " needs attention" : " need attention");
    }

    private static String body(List<DigestLine> alerts, LocalDate day) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(title(alerts) + " as of " + Prose.day(day) + ".");
        List<DigestLine> shown = worstFirst(alerts, MOST_IN_A_DRAFT);
        Arrays.stream(Severity.values()).sorted(Comparator.reverseOrder()).forEach(severity -> {
            List<DigestLine> group =
                    shown.stream().filter(line -> line.severity() == severity).toList();
            if (!group.isEmpty()) {
                paragraphs.add(group.stream()
                        .map(line -> "- " + words(line))
                        .collect(Collectors.joining("\n", head(severity), "")));
            }
        });
        rest(alerts, shown).ifPresent(paragraphs::add);
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static String head(Severity severity) {
        return severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT) + ":\n";
    }

    static String chat(List<DigestLine> alerts, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        List<String> lines = new ArrayList<>();
        lines.add("*" + title(alerts) + "* as of " + Prose.day(day));
        List<DigestLine> shown = worstFirst(alerts, MOST_IN_CHAT);
        shown.forEach(line -> lines.add("- " + line.severity().code() + ": " + words(line)));
        rest(alerts, shown).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private static List<DigestLine> worstFirst(List<DigestLine> alerts, int most) {
        return alerts.stream()
                .sorted(Comparator.comparing(DigestLine::severity, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    private static Optional<String> rest(List<DigestLine> alerts, List<DigestLine> shown) {
        int more = alerts.size() - shown.size();
        return more == 0 ? Optional.empty() : Optional.of("and " + more + " more in the feed");
    }

    private static String words(DigestLine line) {
        return AlertWriter.named(line.account()) + ": "
                + Prose.line(line.notice().message());
    }
}
