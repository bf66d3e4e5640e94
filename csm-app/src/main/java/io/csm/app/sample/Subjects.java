package io.csm.app.sample;

import java.util.List;

/** First lines of tickets, and what meetings were about. */
final class Subjects {

    /** Systems that customers ask to be connected with. */
    static final List<String> SYSTEMS =
            List.of("SAP SuccessFactors", "Personio", "DATEV", "Workday", "Microsoft Teams");

    static final List<String> QUESTIONS = List.of(
            "How do I copy last week's shift plan to the next?",
            "Invite twelve planners of a new site",
            "Public holidays of another region",
            "Who may see the absence calendar?",
            "Change the first day of the week",
            "Rename a team without losing its history",
            "Print the roster on one page",
            "Planner left: hand over her templates",
            "Where can I see who approved a timesheet?",
            "Notify only those on shift");

    static final List<String> TROUBLE = List.of(
            "Auto-scheduling ignores rest times",
            "Shift swaps are approved twice",
            "Time clock at the back door stopped syncing",
            "Roster is empty on phones since the update",
            "Payroll export is short by some overtime hours",
            "Calendar takes a minute to open on Monday mornings",
            "Absences of last month are gone after the import",
            "Night shifts are counted on the wrong day",
            "Planners are logged out in the middle of a plan",
            "Demand forecast is off by one week");

    static final List<String> INTEGRATIONS = List.of(
            "Can you connect to %s?",
            "Integration with %s: absences are typed in twice today",
            "We need our people data from %s",
            "Is a connector for %s planned?");

    static final List<String> MEETINGS = List.of(
            "Monthly check-in: open tickets and planned roll-outs",
            "Went through adoption of the plan's features",
            "Planning of the next site's start",
            "Training for new planners",
            "Review of the quarter's results",
            "Questions about auto-scheduling and rest times",
            "How the team uses shift swaps");

    static final List<String> HARD_MEETINGS = List.of(
            "Complaints about response times; agreed on next steps",
            "Value in question: planners went back to spreadsheets",
            "Who takes over as our contact is open",
            "Budget under review; asked for usage figures",
            "Talk about open escalations");

    private Subjects() {}

    /** One of them; where it names a system, one of {@link #SYSTEMS}. */
    static String pick(List<String> subjects, Dice dice) {
        return dice.pick(subjects).replace("%s", dice.pick(SYSTEMS));
    }
}
