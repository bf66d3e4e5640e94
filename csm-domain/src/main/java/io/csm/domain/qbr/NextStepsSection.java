package io.csm.domain.qbr;

import io.csm.domain.account.Money;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Prose;
import io.csm.domain.qbr.CustomerWords.Point;
import io.csm.domain.time.Quarter;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the account could grow, and who does what by when. */
final class NextStepsSection {

    static final String HEADING = "Expansion and next steps";

    private static final int MOST_CONCERNS = 3;
    private static final int RENEWAL_NEEDS_DAYS = 30;
    private static final int RENEWAL_IN_SIGHT_DAYS = 180;

    private final Reviewed reviewed;
    private final QbrTrigger trigger;
    private final List<Opportunity> opportunities;
    private final Rag rag;
    private final boolean isLittleKnown;
    private final List<Point> concerns;
    private final boolean areThereMore;
    private final String owner;

    private NextStepsSection(QbrFacts facts) {
        reviewed = Reviewed.of(facts);
        trigger = facts.trigger();
        opportunities =
                facts.opportunities().stream().filter(Opportunity::isForSales).toList();
        HealthScore score = facts.brief().health().score();
        rag = score.rag();
        CustomerWords words = CustomerWords.of(score);
        isLittleKnown = words.isLittleKnown();
        List<Point> all = words.concerns();
        concerns = all.stream().limit(MOST_CONCERNS).toList();
        areThereMore = all.size() > MOST_CONCERNS;
        owner = facts.brief()
                .owner()
                .map(user -> Prose.plain(user.name()))
                .filter(name -> !name.isEmpty())
                .orElse("your customer-success manager");
    }

    static QbrSection write(QbrFacts facts) {
        NextStepsSection section = new NextStepsSection(facts);
        return new QbrSection(HEADING, section.narrative(), section.bullets());
    }

    private String narrative() {
        List<String> sentences = new ArrayList<>();
        if (trigger == QbrTrigger.CONTRACT_PROXIMITY) {
            sentences.add("the first step is to agree on how the contract goes on");
        }
        sentences.add(purpose());
        sentences.add(growth());
        return Sentences.of(sentences);
    }

    private String purpose() {
        String by = " by " + Prose.day(due());
        if (concerns.isEmpty()) {
            return unexplained()
                    .map(what -> owner + " would like to settle with you" + by + " " + what)
                    .orElse("there is nothing to repair, so the steps for "
                            + reviewed.period().next() + " are about keeping what works");
        }
        return concerns.size() == 1
                ? "one matter needs attention, and " + owner + " would like to take it up with you" + by
                : (concerns.size() == 2 ? "two" : "three") + " matters need attention" + (areThereMore ? " most" : "")
                        + ", and " + owner + " would like to take them up with you" + by;
    }

    /** What is to be talked about without a concern to name; empty where the account is well. */
    private Optional<String> unexplained() {
        if (!concerns.isEmpty() || rag == Rag.GREEN) {
            return Optional.empty();
        }
        return Optional.of(isLittleKnown ? "what the next review should show" : "what would raise the health score");
    }

    private String growth() {
        if (opportunities.isEmpty()) {
            return "nothing needs to be added to the contract at present";
        }
        List<String> what =
                opportunities.stream().map(NextStepsSection::subject).distinct().toList();
        return "beyond that, what we see speaks for a conversation about " + Prose.list(what);
    }

    private static String subject(Opportunity opportunity) {
        return switch (opportunity.type()) {
            case SEATS -> "more seats";
            case MODULE -> "a further module";
            case INTEGRATION -> "a connection to your other systems";
        };
    }

    private List<String> bullets() {
        List<String> bullets = new ArrayList<>();
        renewal().ifPresent(bullets::add);
        concerns.stream().map(Point::step).distinct().forEach(step -> bullets.add(step(step, "by " + day(due()))));
        unexplained().ifPresent(what -> bullets.add(step("Settle " + what, "by " + day(due()))));
        opportunities.forEach(opportunity -> bullets.add(step(offer(opportunity), soon())));
        bullets.add(step(
                "Next quarterly review", "in " + month(reviewed.period().next().next())));
        return bullets;
    }

    private String step(String what, String when) {
        return what + " (" + owner + ", " + when + ")";
    }

    private Optional<String> renewal() {
        return reviewed.contract()
                .renewsOn()
                .flatMap(on -> renewal(on))
                .or(() -> trigger == QbrTrigger.CONTRACT_PROXIMITY
                        ? Optional.of(step("Confirm the renewal date of the contract", "by " + day(due())))
                        : Optional.empty());
    }

    private Optional<String> renewal(LocalDate on) {
        LocalDate today = reviewed.brief().day();
        if (on.isBefore(today)) {
            return Optional.of(
                    step("Confirm how the contract goes on, whose renewal was due on " + day(on), "by " + day(due())));
        }
        if (on.isAfter(today.plusDays(RENEWAL_IN_SIGHT_DAYS)) && trigger != QbrTrigger.CONTRACT_PROXIMITY) {
            return Optional.empty();
        }
        return Optional.of(step("Agree on the renewal of " + day(on), "by " + day(ready(on))));
    }

    /** Early enough before a renewal, or where it is too late for that, the day itself. */
    private LocalDate ready(LocalDate renewal) {
        LocalDate ready = renewal.minusDays(RENEWAL_NEEDS_DAYS);
        return ready.isAfter(reviewed.brief().day()) ? ready : renewal;
    }

    private static String offer(Opportunity opportunity) {
        String worth = opportunity.arrImpact().map(NextStepsSection::aYear).orElse("");
        return switch (opportunity.type()) {
            case SEATS -> "Look at seats together, as they run short" + worth;
            case MODULE -> "See a module that builds on what your team uses already" + worth;
            case INTEGRATION -> "Go through the connections that you asked about" + worth;
        };
    }

    private static String aYear(Money money) {
        return ", about " + Prose.money(money) + " a year";
    }

    /** The end of the next quarter's first month, but not so late that the renewal is settled before. */
    private LocalDate due() {
        LocalDate endOfMonth = endOfMonth();
        LocalDate today = reviewed.brief().day();
        return reviewed.contract()
                .renewsOn()
                .filter(on -> on.isAfter(today))
                .map(this::ready)
                .filter(day -> day.isBefore(endOfMonth))
                .orElse(endOfMonth);
    }

    private LocalDate endOfMonth() {
        LocalDate first = reviewed.period().next().firstDay();
        return first.withDayOfMonth(first.lengthOfMonth());
    }

    /** In the next quarter's first month, or before a renewal that is nearer. */
    private String soon() {
        return due().isBefore(endOfMonth())
                ? "by " + day(due())
                : "in " + month(reviewed.period().next());
    }

    private static String month(Quarter quarter) {
        return quarter.firstDay().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + quarter.year();
    }

    private static String day(LocalDate day) {
        return Prose.day(day);
    }
}
