package io.csm.domain.fact;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account's own record says about plan, seats and renewal. Kept each time the account is saved, so that a past
 * day can be judged by what was known of the account then.
 *
 * @param account whose
 * @param plan its name; empty when it is not known
 * @param planFeatures how many features the plan includes, 1 or more; empty when it is not known
 * @param seatsBought 0 or more; empty when it is not known
 * @param arr annual recurring revenue; empty when it is not known
 * @param renewsOn empty when there is no renewal date
 * @param stage of its life with us; empty when it is not known
 */
public record Terms(
        AccountId account,
        Optional<String> plan,
        Optional<Integer> planFeatures,
        Optional<Integer> seatsBought,
        Optional<Money> arr,
        Optional<LocalDate> renewsOn,
        Optional<String> stage)
        implements Fact {

    public Terms {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(planFeatures, "planFeatures");
        Objects.requireNonNull(seatsBought, "seatsBought");
        Objects.requireNonNull(arr, "arr");
        Objects.requireNonNull(renewsOn, "renewsOn");
        Objects.requireNonNull(stage, "stage");
        refuseBelow(1, "plan_features", planFeatures);
        refuseBelow(0, "seats_bought", seatsBought);
    }

    private static void refuseBelow(int least, String what, Optional<Integer> count) {
        count.filter(number -> number < least).ifPresent(number -> {
            throw new IllegalArgumentException(what + " must be at least " + least + " but was " + number);
        });
    }

    /** The terms that stand in an account's record. */
    public static Terms of(Account account) {
        return new Terms(
                account.id(),
                account.plan(),
                account.planFeatures(),
                account.seatsBought(),
                account.arr(),
                account.renewsOn(),
                account.stage());
    }

    /** The terms of an account of which nothing is known. */
    public static Terms unknown(AccountId account) {
        return of(Account.known(account));
    }

    @Override
    public FactId id() {
        return new FactId("account", account.value());
    }

    @Override
    public FactKind kind() {
        return FactKind.TERMS;
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.empty();
    }
}
