package io.csm.app.imports;

import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SignalCatalogue;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where an import goes.
 *
 * @param success the use cases
 * @param actor who imports
 * @param receivedAt when CSM learns of it
 * @param catalogue the signals that may be given
 */
public record Recipient(CustomerSuccess success, Actor actor, Instant receivedAt, SignalCatalogue catalogue) {

    Map<AccountId, Account> known(Collection<AccountId> accounts) {
        return success.ports().accounts().findAll(actor.tenant(), accounts).stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }
}
