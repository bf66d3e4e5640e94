package io.csm.adapter.jdbc;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
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
        Columns.text(row, "plan").ifPresent(account::withPlan);
        Columns.text(row, "stage").ifPresent(account::withStage);
        Columns.text(row, "owner").ifPresent(account::withOwner);
        Columns.day(row, "started_on").ifPresent(account::withStartedOn);
        Columns.day(row, "renews_on").ifPresent(account::withRenewsOn);
        Columns.number(row, "plan_features").ifPresent(account::withPlanFeatures);
        Columns.number(row, "seats_bought").ifPresent(account::withSeatsBought);
        Columns.money(row, "arr").ifPresent(account::withArr);
        Optional<LocalDate> churnedOn = Columns.day(row, "churned_on");
        if (churnedOn.isPresent()) {
            account.withChurn(churnedOn.get(), Columns.text(row, "churn_reason"));
        }
        return account.build();
    }

    private static List<String> tags(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("segment_tags").getArray());
    }
}
