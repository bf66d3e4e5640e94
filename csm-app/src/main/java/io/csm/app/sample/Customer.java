package io.csm.app.sample;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One account with all that made it what it is.
 *
 * @param role the part it plays
 * @param facts who it is, as of the newest month
 * @param contract when it began, renews and ended
 * @param life its hidden states
 * @param diary what happened
 * @param tracking what Tidewater can see of it
 */
record Customer(Role role, Account facts, Contract contract, Life life, Diary diary, Tracking tracking) {

    private static final Currency CURRENCY = Currency.getInstance("EUR");
    private static final List<String> REASONS = List.of(
            "moved to the scheduling module of its payroll provider",
            "planners went back to spreadsheets after the roll-out stalled",
            "budget cut; the contract was not renewed",
            "new operations lead brought another tool",
            "never connected its time clocks; saw no value");
    private static final List<String> REASONS_WITHOUT_WARNING =
            List.of("bought by a group that plans its shifts with its own system", "closed its sites");

    static Customer of(Role role, Year year) {
        Contract contract = Contract.of(role, year);
        Life life = Life.of(role);
        return new Customer(
                role,
                facts(role, contract, year),
                contract,
                life,
                Diary.of(role, contract, life, year),
                Tracking.of(role));
    }

    AccountId id() {
        return facts.id();
    }

    private static Account facts(Role role, Contract contract, Year year) {
        Dice dice = role.dice("facts");
        Names.Trade trade = Names.trade(role.plan(), dice);
        String name = Names.places().get(role.number()) + " " + trade.noun();
        Account.Builder account = Account.named(new AccountId(slug(name)), name)
                .withPlan(role.plan().code())
                .withPlanFeatures(role.plan().features())
                .withSegmentTags(tags(role, trade, dice))
                .withStage(stage(contract, year.last()))
                .withSeatsBought(role.seats())
                .withArr(arr(role, dice))
                .withStartedOn(contract.startedOn())
                .withOwner(Names.owner(role.plan(), dice));
        contract.renewalAsOf(contract.endedOn().orElse(year.last())).ifPresent(account::withRenewsOn);
        contract.endedOn().ifPresent(day -> account.withChurn(day, reason(role, dice)));
        return account.build();
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static List<String> tags(Role role, Names.Trade trade, Dice dice) {
        List<String> tags = new ArrayList<>(List.of(trade.industry(), Names.region(dice)));
        if (role.plan() != Plan.STARTER && dice.chance(0.5)) {
            tags.add("multi-site");
        }
        if (role.story() == Story.SEASONAL) {
            tags.add("seasonal");
        }
        if (role.plan() == Plan.ENTERPRISE && dice.chance(0.3)) {
            tags.add("strategic");
        }
        if (dice.chance(0.12)) {
            tags.add("partner-sold");
        }
        return tags;
    }

    private static String stage(Contract contract, LocalDate day) {
        if (day.isBefore(contract.startedOn().plusDays(90))) {
            return "onboarding";
        }
        if (day.isBefore(contract.startedOn().plusDays(270))) {
            return "adoption";
        }
        boolean renewsSoon = contract.renewalAsOf(day)
                .filter(renewal -> ChronoUnit.DAYS.between(day, renewal) <= 90)
                .isPresent();
        return renewsSoon ? "renewal" : "maturity";
    }

    private static Money arr(Role role, Dice dice) {
        long discounted = Math.round(role.seats() * role.plan().pricePerSeat() * dice.between(0.78, 1) / 60) * 60;
        return new Money(BigDecimal.valueOf(discounted), CURRENCY);
    }

    private static Optional<String> reason(Role role, Dice dice) {
        if (role.story() == Story.LEFT_WITHOUT_WARNING) {
            return Optional.of(REASONS_WITHOUT_WARNING.get(role.turn() % 2));
        }
        return dice.chance(0.85) ? Optional.of(dice.pick(REASONS)) : Optional.empty();
    }
}
