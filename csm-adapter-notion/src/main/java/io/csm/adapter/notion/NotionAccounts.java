package io.csm.adapter.notion;

import io.csm.application.directory.DirectoryAccount;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.domain.account.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import notion.api.v1.model.pages.Page;

/** The accounts in a database of Notion. */
final class NotionAccounts implements AccountDirectory {

    static final String ACCOUNT_ID = "account_id";
    static final List<String> REQUIRED = List.of(ACCOUNT_ID);

    /** Properties that are read and written beside it. */
    static final List<String> USEFUL = List.of(
            ACCOUNT_ID,
            "Name",
            "Status",
            "TAM Health",
            "Sentiment",
            "Contract End",
            "CSM Health Score",
            "CSM Health RAG",
            "CSM Last Scan");

    private static final String NAME = "Name";
    private static final String STATUS = "Status";
    private static final String INACTIVE = "Inactive";
    private static final String TAM_HEALTH = "TAM Health";
    private static final String SENTIMENT = "Sentiment";
    private static final String CONTRACT_END = "Contract End";

    private final Pages pages;

    NotionAccounts(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Optional<DirectoryAccount> find(AccountId account) {
        return pages.ask(() -> pages.first(where -> where.equal(ACCOUNT_ID, account.value())))
                .flatMap(found -> account(found.page()));
    }

    @Override
    public void forEachAccount(Consumer<DirectoryAccount> consumer) {
        pages.forEach(where -> where.unequal(STATUS, INACTIVE), page -> {
            if (isActive(page)) {
                account(page).ifPresent(consumer);
            }
        });
    }

    private static boolean isActive(Page page) {
        return Values.text(page, STATUS)
                .filter(status -> status.equalsIgnoreCase(INACTIVE))
                .isEmpty();
    }

    /** Empty when the page does not say which account it is about. */
    private static Optional<DirectoryAccount> account(Page page) {
        return Values.text(page, ACCOUNT_ID).flatMap(NotionAccounts::id).map(id -> account(page, id));
    }

    private static DirectoryAccount account(Page page, AccountId id) {
        Optional<LocalDate> contractEnd = Values.day(page, CONTRACT_END);
        return new DirectoryAccount(
                page.getId(),
                id,
                Values.text(page, NAME).orElse(id.value()),
                Values.text(page, TAM_HEALTH).map(text -> text.toUpperCase(Locale.ROOT)),
                Values.text(page, SENTIMENT).map(text -> text.toLowerCase(Locale.ROOT)),
                contractEnd);
    }

    private static Optional<AccountId> id(String text) {
        try {
            return Optional.of(new AccountId(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
