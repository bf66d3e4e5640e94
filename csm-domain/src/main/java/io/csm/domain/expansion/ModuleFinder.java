package io.csm.domain.expansion;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Mentions.Mention;
import io.csm.domain.expansion.ProductCatalogue.Module;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Writer;
import io.csm.domain.signal.StandardSignals;
import io.csm.domain.time.Quarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Of those not owned: the first that is asked for, else that a feature in use is called like, else the first. */
    private static Optional<Module> best(Contract contract, ProductCatalogue catalogue, Mentions mentions) {
        List<Module> open = catalogue.modules().stream()
                .filter(module -> !contract.holds(module.name()))
                .toList();
        return Stream.of(
                        open.stream()
                                .filter(module -> !mentions.of(module.name()).isEmpty()),
                        open.stream().filter(module -> mentions.isInUse(module.name())),
                        open.stream())
                .flatMap(each -> each)
                .findFirst();
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
        if (ExpansionFinders.isBurning(brief)) {
            return Confidence.LOW;
        }
        return mentions.isEmpty() ? Confidence.MEDIUM : Confidence.HIGH;
    }

    private List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        evidence.add(
                Prose.percent(rate) + " of the plan's features are in use, and no subscription covers " + name() + ".");
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
        String asked = mentions.isEmpty()
                ? "Teams that have come this far often go on with " + name() + "."
                : "Your team has asked about " + name() + ", which is not part of your plan yet.";
        String price = module.listPrice()
                .map(money -> " Its list price is " + Prose.money(money) + " a year.")
                .orElse("");
        return "Your team uses " + Prose.percent(rate) + " of the features in your plan. " + asked + price
                + " May I show it to you with your own data?";
    }

    private String name() {
        return Prose.plain(module.name());
    }
}
