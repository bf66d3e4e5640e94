package io.csm.app.sample;

import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.expansion.ProductCatalogue.Module;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Tidewater sells beside seats, and what an account subscribed to; together its subscriptions are its ARR. */
final class Sales {

    static final ProductCatalogue CATALOGUE = new ProductCatalogue(
            List.of(
                    module("Analytics", "4800"),
                    module("Payroll Export", "3600"),
                    module("Multi-site", "6000"),
                    module("Demand Planning", "7200"),
                    new Module("Custom Onboarding", Optional.empty())),
            Subjects.SYSTEMS);

    private static final String BILLING = "billing";
    /** Modules of a small account are no more than this part of what it pays. */
    private static final int MOST_OF_ARR = 5;

    private Sales() {}

    private static Module module(String name, String listPrice) {
        return new Module(name, Optional.of(Money.of(listPrice, "EUR")));
    }

    static List<Subscription> of(LastMonth last) {
        Dice dice = last.dice("sales");
        List<Subscription> modules = new ArrayList<>();
        Money arr = last.customer().facts().arr().orElseThrow();
        BigDecimal left = arr.amount();
        BigDecimal most = left.divideToIntegralValue(BigDecimal.valueOf(MOST_OF_ARR));
        for (Module module : CATALOGUE.modules()) {
            boolean isOwned = dice.chance(owning(last.plan()));
            Optional<Money> price =
                    module.listPrice().filter(list -> list.amount().compareTo(most) <= 0);
            if (isOwned && price.isPresent()) {
                LocalDate start = last.daysAgo(Math.min(last.age(), dice.whole(40, 800)));
                modules.add(
                        subscription(last, 1 + modules.size(), module.name(), Optional.empty(), price.get(), start));
                left = left.subtract(price.get().amount());
            }
        }
        Account account = last.customer().facts();
        List<Subscription> all = new ArrayList<>();
        all.add(subscription(
                last,
                0,
                account.plan().orElseThrow(),
                account.seatsBought(),
                new Money(left, arr.currency()),
                account.startedOn().orElseThrow()));
        all.addAll(modules);
        return List.copyOf(all);
    }

    private static double owning(Plan plan) {
        return switch (plan) {
            case STARTER -> 0;
            case BUSINESS -> 0.25;
            case ENTERPRISE -> 0.45;
        };
    }

    private static Subscription subscription(
            LastMonth last, int nth, String plan, Optional<Integer> seats, Money arr, LocalDate start) {
        Contract contract = last.customer().contract();
        return new Subscription(
                last.account(),
                last.id(BILLING, "subscription", nth),
                Optional.of(plan),
                seats,
                Optional.of(arr),
                start,
                contract.endedOn().map(day -> day.minusDays(1)),
                last.customer().facts().renewsOn(),
                contract.termMonths() == 0 ? Term.MONTHLY : Term.ANNUAL,
                false);
    }
}
