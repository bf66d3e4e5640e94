package io.csm.app.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What Tidewater's product can do. A plan includes the first so many. */
final class Features {

    /** The best liked first. */
    private static final List<String> ALL = List.of(
            "Shift calendar",
            "Absence calendar",
            "Shift swap",
            "Time-clock sync",
            "Mobile roster",
            "Open shifts",
            "Team messages",
            "Timesheet approval",
            "Auto-scheduling",
            "Payroll export",
            "Skill matching",
            "Overtime alerts",
            "Shift templates",
            "Labour cost view",
            "Demand forecast",
            "Site comparison",
            "Rest-time rules",
            "Report builder",
            "Single sign-on",
            "Roster API");

    private static final double TASTE = 7;

    private Features() {}

    /** All of a plan, those first that an account with that taste takes up first. */
    static List<String> asTakenUp(Plan plan, Dice taste) {
        List<Liking> likings = new ArrayList<>();
        for (int rank = 0; rank < plan.features(); rank++) {
            likings.add(new Liking(ALL.get(rank), rank + taste.between(0, TASTE)));
        }
        return likings.stream()
                .sorted(Comparator.comparingDouble(Liking::rank))
                .map(Liking::feature)
                .toList();
    }

    private record Liking(String feature, double rank) {}
}
