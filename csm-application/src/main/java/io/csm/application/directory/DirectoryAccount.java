package io.csm.application.directory;

import io.csm.domain.account.AccountId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An account as the team keeps it in its workspace.
 *
 * @param page the id of its page there
 * @param account the account id that stands on the page
 * @param name its name there; the id when there is none
 * @param tamHealth what the technical account manager reports, as it stands there: {@code GREEN}; empty when nothing does
 * @param sentiment what people think of the mood, as it stands there: {@code negative}; empty when nothing does
 * @param contractEnd when the contract ends; empty when it does not say
 */
public record DirectoryAccount(
        String page,
        AccountId account,
        String name,
        Optional<String> tamHealth,
        Optional<String> sentiment,
        Optional<LocalDate> contractEnd) {

    public DirectoryAccount {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(tamHealth, "tamHealth");
        Objects.requireNonNull(sentiment, "sentiment");
        Objects.requireNonNull(contractEnd, "contractEnd");
    }
}
