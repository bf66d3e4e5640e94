package io.csm.domain.expansion;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.derivation.Feed;
import io.csm.domain.expansion.Mentions.Mention;
import io.csm.domain.expansion.ProductCatalogue.Module;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Writer;
import io.csm.domain.signal.StandardSignals;
import io.csm.domain.time.Quarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Finds that an account which uses most of what it has could use a module that it has not. */
final class ModuleFinder {

    private static final double WIDELY_ADOPTED = 0.70;
    private static final int MOST_QUOTES = 2;

    private final AccountBrief brief;
    private final double rate;
    private final Module module;
    private final List<Mention> mentions;

    private ModuleFinder(AccountBrief brief, double rate, Module module, List<Mention> mentions) {
        this.brief = brief;
        this.rate = rate;
        this.module = module;
        this.mentions = mentions;
    }

    static Optional<Opportunity> find(AccountBrief brief, Contract contract, ProductCatalogue catalogue) {
        Mentions mentions = new Mentions(brief);
        return brief.value(StandardSignals.FEATURE_ADOPTION_RATE).stream()
                .filter(rate -> rate >= WIDELY_ADOPTED)
                .boxed()
                .flatMap(rate -> best(contract, catalogue, mentions).stream()
                        .map(module -> new ModuleFinder(brief, rate, module, mentions.of(module.name())).opportunity()))
                .findFirst();
    }

    static String whyNone(AccountBrief brief, ProductCatalogue catalogue) {
        OptionalDouble rate = brief.value(StandardSignals.FEATURE_ADOPTION_RATE);
        if (catalogue.modules().isEmpty()) {
            return "it is not known which modules there are";
        }
        if (rate.isEmpty()) {
            return "how much of the plan is in use is not known";
        }
        return rate.getAsDouble() < WIDELY_ADOPTED
                ? "less than " + Prose.percent(WIDELY_ADOPTED) + " of the plan's features are in use"
                : "it has every module";
    }

    /**
     * Of those not owned: the first that is asked for, else that came up, else that a feature in use is called like, else
     * the first.
     */
    private static Optional<Module> best(Contract contract, ProductCatalogue catalogue, Mentions mentions) {
        List<Module> open = catalogue.modules().stream()
                .filter(module -> !contract.holds(module.name()))
                .toList();
        return Stream.of(
                        open.stream().filter(module -> isAskedFor(mentions.of(module.name()))),
                        open.stream()
                                .filter(module -> !mentions.of(module.name()).isEmpty()),
                        open.stream().filter(module -> mentions.isInUse(module.name())),
                        open.stream())
                .flatMap(each -> each)
                .findFirst();
    }

    private static boolean isAskedFor(List<Mention> mentions) {
        return mentions.stream().anyMatch(Mention::asks);
    }

    /** Where nobody sends subscriptions, an account without one may own a module all the same. */
    private boolean knowsWhatIsOwned() {
        return brief.facts().feeds().contains(Feed.SUBSCRIPTION);
    }

    private Opportunity opportunity() {
        return new Opportunity(
                brief.account().id(),
                OpportunityType.MODULE,
                Quarter.of(brief.day()),
                evidence(),
                module.listPrice(),
                talkTrack(),
                confidence(),
                Writer.RULES);
    }

    private Confidence confidence() {
        if (ExpansionFinders.isBurning(brief) || !knowsWhatIsOwned()) {
            return Confidence.LOW;
        }
        return isAskedFor(mentions) ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        evidence.add(Prose.percent(rate) + " of the plan's features are in use"
                + (knowsWhatIsOwned()
                        ? ", and no subscription covers " + name() + "."
                        : "; it is not known whether they own " + name() + ", as no subscriptions are recorded."));
        mentions.stream().limit(MOST_QUOTES).map(Mention::sentence).forEach(evidence::add);
        evidence.add(module.listPrice()
                .map(price -> "Its list price is " + Prose.money(price) + " a year.")
                .orElse("What it is worth is open: it has no list price."));
        if (ExpansionFinders.isBurning(brief)) {
            evidence.add("The account is " + brief.health().score().rag() + " with "
                    + brief.health().risk().code()
                    + " churn risk: this is not the time to sell, so the confidence is low.");
        }
        return evidence;
    }

    private String talkTrack() {
        String price = module.listPrice()
                .map(money -> " Its list price is " + Prose.money(money) + " a year.")
                .orElse("");
        return "Your team uses " + Prose.percent(rate) + " of the features in your plan. " + occasion() + price
                + " May I show it to you with your own data?";
    }

    private String occasion() {
        if (mentions.isEmpty()) {
            return "Teams that have come this far often go on with " + name() + ".";
        }
        if (isAskedFor(mentions)) {
            return "Your team has asked about " + name()
                    + (knowsWhatIsOwned() ? ", which is not part of your plan yet." : ".");
        }
        return name() + " has come up with your team"
                + (knowsWhatIsOwned() ? ", and it is not part of your plan yet." : ".");
    }

    private String name() {
        return Prose.plain(module.name());
    }
}
