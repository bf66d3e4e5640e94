package io.csm.app.bench;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Accounts of which as much is known as it takes to score them from their events. */
final class GeneratedPortfolio {

    static final int FEATURES = 40;
    static final int SEATS = 400;

    private static final int AT_ONCE = 1_000;
    private static final String SOURCE = "bench";

    private final List<AccountId> accounts;

    GeneratedPortfolio(int accounts) {
        this.accounts = IntStream.range(0, accounts)
                .mapToObj(number -> new AccountId("A-%06d".formatted(number)))
                .toList();
    }

    AccountId account(int number) {
        return accounts.get(number);
    }

    int size() {
        return accounts.size();
    }

    void store(CustomerSuccess csm, Actor actor, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int from = 0; from < accounts.size(); from += AT_ONCE) {
            List<AccountId> some = accounts.subList(from, Math.min(accounts.size(), from + AT_ONCE));
            csm.saveAccounts()
                    .save(actor, some.stream().map(id -> account(id, today)).toList(), now);
            csm.reportFacts().report(actor, facts(some, now, today), now);
        }
    }

    private static Account account(AccountId id, LocalDate today) {
        return Account.named(id, "Account " + id)
                .withPlanFeatures(FEATURES)
                .withSeatsBought(SEATS)
                .withRenewsOn(today.plusDays(200))
                .build();
    }

    private static List<Fact> facts(List<AccountId> accounts, Instant now, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        for (AccountId id : accounts) {
            FactId own = new FactId(SOURCE, id.value());
            facts.add(new Contact(id, own, "Champion", ContactRole.CHAMPION, Optional.empty()));
            facts.add(new Touchpoint(
                    id,
                    own,
                    now.minus(Duration.ofDays(10)),
                    Direction.TWO_WAY,
                    "call",
                    Optional.of(own.id()),
                    Optional.empty(),
                    Optional.empty()));
            facts.add(new Invoice(
                    id,
                    own,
                    Money.of("1000", "EUR"),
                    today.minusDays(40),
                    today.minusDays(10),
                    Optional.of(today.minusDays(12))));
        }
        return facts;
    }
}
