package io.csm.domain.adoption;

import io.csm.domain.adoption.AdoptionReport.Benchmark;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Writer;
import io.csm.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the draft about an account's adoption. */
public final class AdoptionWriter {

    private static final int MOST_RECOMMENDATIONS = 5;
    private static final int MOST_FEATURES = 5;

    private AdoptionWriter() {}

    /** The rate as a whole percent and the first five recommendations. */
    public static Draft draft(AccountBrief brief, AdoptionReport report, Writer writer) {
        return new Draft(
                Draft.keyOf("adoption", report.account().value()),
                Optional.of(report.account()),
                brief.owner().map(User::id),
                subject(Prose.plain(brief.account().name()), report),
                body(brief, report, writer));
    }

    private static String subject(String name, AdoptionReport report) {
        return report.rate().isPresent()
                ? "Feature adoption: " + name + " at "
                        + Prose.percent(report.rate().getAsDouble())
                : "Feature adoption: " + name + ", rate not tracked";
    }

    private static String body(AccountBrief brief, AdoptionReport report, Writer writer) {
        List<String> lines = new ArrayList<>();
        lines.add("Feature adoption of " + Prose.plain(brief.account().name()) + " as of " + Prose.day(brief.day()));
        lines.add("");
        lines.add(rate(report));
        report.benchmark()
                .map(those -> comparison(report.rate().orElseThrow(), those))
                .ifPresent(lines::add);
        part(lines, "Used most in the last 30 days", features(report));
        part(lines, "Recommended", first(MOST_RECOMMENDATIONS, report.recommendations()));
        part(lines, "Not known", report.missing());
        lines.add("");
        lines.add("(" + writer + ")");
        return String.join("\n", lines) + "\n";
    }

    private static String rate(AdoptionReport report) {
        String share = report.rate().isPresent()
                ? Prose.percent(report.rate().getAsDouble()) + " of the plan's features are in use"
                : "How many of the plan's features are in use is not tracked";
        return share + (isWell(report) ? "; nothing stands out to be done." : ".");
    }

    /** Only of what is known to be used can be said that nothing is to be done. */
    private static boolean isWell(AdoptionReport report) {
        return report.recommendations().isEmpty() && !report.used().isEmpty();
    }

    private static String comparison(double rate, Benchmark those) {
        int order = Long.compare(Adoption.whole(rate), Adoption.whole(those.median()));
        return "That is " + (order > 0 ? "above " : order < 0 ? "below " : "") + "the median of "
                + Prose.percent(those.median()) + " of "
                + Prose.count(those.accounts(), "similar account") + " on the plan " + Prose.plain(those.plan()) + "; "
                + (those.below() == 0 ? "none" : those.below()) + " of them " + (those.below() > 1 ? "use" : "uses")
                + " less.";
    }

    private static List<String> features(AdoptionReport report) {
        return first(
                MOST_FEATURES,
                report.used().stream()
                        .map(use -> Prose.plain(use.feature()) + ": " + Prose.count(use.uses(), "use") + ", "
                                + (use.usesBefore() == 0 ? "none" : Prose.count(use.usesBefore(), "use"))
                                + " in the 30 days before")
                        .toList());
    }

    private static List<String> first(int most, List<String> of) {
        return of.subList(0, Math.min(most, of.size()));
    }

    private static void part(List<String> lines, String heading, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add(heading + ":");
            items.forEach(item -> lines.add("- " + item));
        }
    }
}
