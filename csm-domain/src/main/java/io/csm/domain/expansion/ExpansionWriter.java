package io.csm.domain.expansion;

import io.csm.domain.account.Money;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.narrative.Prose;
import io.csm.domain.time.Quarter;
import io.csm.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the draft about an account's opportunities. */
public final class ExpansionWriter {

    private ExpansionWriter() {}

    /** One summary of all opportunities of an account; the next of the same quarter replaces it. */
    public static Draft draft(AccountBrief brief, List<Opportunity> opportunities) {
        Quarter quarter = Quarter.of(brief.day());
        return new Draft(
                Draft.keyOf("expansion", brief.account().id().value(), quarter.toString()),
                Optional.of(brief.account().id()),
                brief.owner().map(User::id),
                "Expansion: " + name(brief) + ", " + number(opportunities.size()),
                body(brief, quarter, opportunities));
    }

    private static String name(AccountBrief brief) {
        return Prose.plain(brief.account().name());
    }

    private static String number(int opportunities) {
        return opportunities == 1 ? "1 opportunity" : opportunities + " opportunities";
    }

    private static String body(AccountBrief brief, Quarter quarter, List<Opportunity> opportunities) {
        List<String> lines = new ArrayList<>();
        lines.add("Expansion of " + name(brief) + " in " + quarter + ", as of " + Prose.day(brief.day()));
        lines.add("");
        lines.add(Prose.sentence(number(opportunities.size()) + " found"
                + total(opportunities).map(sum -> ", " + sum).orElse("")));
        opportunities.forEach(opportunity -> add(lines, opportunity));
        return String.join("\n", lines) + "\n";
    }

    /** Amounts in several currencies are not added. */
    private static Optional<String> total(List<Opportunity> opportunities) {
        List<Money> known = opportunities.stream()
                .flatMap(each -> each.arrImpact().stream())
                .toList();
        boolean oneCurrency = known.stream().map(Money::currency).distinct().count() == 1;
        String together = opportunities.size() == 1
                ? ""
                : known.size() == opportunities.size() ? " together" : " together, as far as it is known";
        return oneCurrency
                ? known.stream().reduce(Money::plus).map(sum -> "worth " + Prose.money(sum) + " of ARR" + together)
                : Optional.empty();
    }

    private static void add(List<String> lines, Opportunity opportunity) {
        lines.add("");
        lines.add(Prose.sentence(opportunity.type().code() + ", confidence "
                + opportunity.confidence().code() + ", "
                + opportunity
                        .arrImpact()
                        .map(money -> "worth " + Prose.money(money) + " of ARR")
                        .orElse("worth still open")));
        opportunity.evidence().forEach(sentence -> lines.add("- " + sentence));
        lines.add("To say: " + opportunity.talkTrack());
        lines.add("(" + opportunity.writer() + ")");
    }
}
