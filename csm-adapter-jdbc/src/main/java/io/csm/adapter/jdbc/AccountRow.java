package io.csm.adapter.jdbc;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.account.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the columns of an account. */
final class AccountRow {

    private AccountRow() {}

    static Account read(ResultSet row) throws SQLException {
        Account.Builder account = Account.named(new AccountId(row.getString("account_id")), row.getString("name"))
                .withSegmentTags(tags(row))
                .withStatus(AccountStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
        text(row, "plan").ifPresent(account::withPlan);
        text(row, "stage").ifPresent(account::withStage);
        text(row, "owner").ifPresent(account::withOwner);
        day(row, "started_on").ifPresent(account::withStartedOn);
        day(row, "renews_on").ifPresent(account::withRenewsOn);
        Optional.ofNullable(row.getObject("seats_bought", Integer.class)).ifPresent(account::withSeatsBought);
        money(row).ifPresent(account::withArr);
        Optional<LocalDate> churnedOn = day(row, "churned_on");
        if (churnedOn.isPresent()) {
            account.withChurn(churnedOn.get(), text(row, "churn_reason"));
        }
        return account.build();
    }

    private static Optional<Money> money(ResultSet row) throws SQLException {
        Optional<BigDecimal> amount = Optional.ofNullable(row.getBigDecimal("arr"));
        Optional<Currency> currency = text(row, "arr_currency").map(Currency::getInstance);
        return amount.flatMap(known -> currency.map(code -> new Money(known, code)));
    }

    private static List<String> tags(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("segment_tags").getArray());
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
