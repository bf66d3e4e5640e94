package io.csm.app.imports;

import io.csm.application.fact.port.FactRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class AccountIntake implements Intake<AccountReport> {

    private final Recipient to;

    AccountIntake(Recipient to) {
        this.to = to;
    }

    @Override
    public AccountReport read(FieldValues values) {
        return values.made(AccountReport::read);
    }

    @Override
    public Optional<String> id(AccountReport read) {
        return Optional.of(read.id().value());
    }

    @Override
    public Stored store(List<AccountReport> batch) {
        return to.success().ports().unitOfWork().commit(to.actor().tenant(), () -> {
            Map<AccountId, Account> known =
                    to.known(batch.stream().map(AccountReport::id).toList());
            List<Account> accounts = batch.stream()
                    .map(report -> report.over(Optional.ofNullable(known.get(report.id()))))
                    .toList();
            FactRepository.Appended terms = to.success().saveAccounts().save(to.actor(), accounts, to.receivedAt());
            int unchanged = (int) accounts.stream()
                    .filter(account -> Optional.of(account).equals(Optional.ofNullable(known.get(account.id()))))
                    .filter(account -> !terms.changed().contains(account.id()))
                    .count();
            return new Stored(accounts.size() - unchanged, unchanged, List.of());
        });
    }
}
