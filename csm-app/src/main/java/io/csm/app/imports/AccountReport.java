package io.csm.app.imports;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.account.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a row says about an account.
 *
 * @param mapped the fields that the file has at all; of others, what is known stays
 */
record AccountReport(
        AccountId id,
        Set<String> mapped,
        Optional<String> name,
        Optional<String> plan,
        Optional<Integer> planFeatures,
        List<String> segmentTags,
        Optional<String> stage,
        Optional<Money> arr,
        Optional<Integer> seatsBought,
        Optional<LocalDate> startedOn,
        Optional<LocalDate> renewsOn,
        Optional<String> owner,
        Optional<AccountStatus> status,
        Optional<LocalDate> churnedOn,
        Optional<String> churnReason) {

    static AccountReport read(FieldValues values) {
        return new AccountReport(
                values.account(),
                values.present(),
                values.text("name"),
                values.text("plan"),
                values.whole("plan_features", 1, Integer.MAX_VALUE),
                values.list("segment_tags"),
                values.text("stage"),
                values.money("arr"),
                values.whole("seats_bought", 0, Integer.MAX_VALUE),
                values.day("started_on"),
                values.day("renews_on"),
                values.text("owner"),
                values.word("status", AccountStatus.values(), AccountStatus::code),
                values.pastDay("churned_on"),
                values.text("churn_reason"));
    }

    /** The account as it is known from now on. */
    Account over(Optional<Account> known) {
        String called = pick("name", name, known.map(Account::name)).orElse(id.value());
        Account.Builder account = Account.named(id, called)
                .withSegmentTags(
                        mapped.contains("segment_tags")
                                ? segmentTags
                                : known.map(Account::segmentTags).orElse(List.of()));
        pick("plan", plan, known.flatMap(Account::plan)).ifPresent(account::withPlan);
        pick("plan_features", planFeatures, known.flatMap(Account::planFeatures))
                .ifPresent(account::withPlanFeatures);
        pick("stage", stage, known.flatMap(Account::stage)).ifPresent(account::withStage);
        pick("arr", arr, known.flatMap(Account::arr)).ifPresent(account::withArr);
        pick("seats_bought", seatsBought, known.flatMap(Account::seatsBought)).ifPresent(account::withSeatsBought);
        pick("started_on", startedOn, known.flatMap(Account::startedOn)).ifPresent(account::withStartedOn);
        pick("renews_on", renewsOn, known.flatMap(Account::renewsOn)).ifPresent(account::withRenewsOn);
        pick("owner", owner, known.flatMap(Account::owner)).ifPresent(account::withOwner);
        return withStatus(account, known).build();
    }

    private Account.Builder withStatus(Account.Builder account, Optional<Account> known) {
        AccountStatus now = pick("status", status, known.map(Account::status)).orElse(AccountStatus.ACTIVE);
        boolean returned = status.isPresent() && now != AccountStatus.CHURNED;
        Optional<LocalDate> left =
                returned ? Optional.empty() : pick("churned_on", churnedOn, known.flatMap(Account::churnedOn));
        account.withStatus(now);
        left.ifPresent(
                day -> account.withChurn(day, pick("churn_reason", churnReason, known.flatMap(Account::churnReason))));
        return account;
    }

    private <T> Optional<T> pick(String field, Optional<T> reported, Optional<T> known) {
        return mapped.contains(field) ? reported : known;
    }
}
