package io.csm.domain.adoption;

import io.csm.domain.account.AccountId;
import io.csm.domain.brief.AccountBrief;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an account uses of what it bought.
 *
 * @param account who
 * @param at as of when
 * @param rate the share of the plan's features in use, 0 to 1; empty when it is not tracked
 * @param used features used in the last 30 days, the most used first
 * @param underUsed features that it hardly uses, used to use, or that similar accounts use and it does not; the most
 *     worth while first
 * @param recommendations what to do about it, the most pressing first
 * @param benchmark beside similar accounts; empty when there are fewer than {@link PeerUsage#FEWEST} of them, and when the
 *     account's own rate or plan is not known
 * @param missing what is not known and would be needed, in sentences
 */
public record AdoptionReport(
        AccountId account,
        Instant at,
        OptionalDouble rate,
        List<FeatureUse> used,
        List<FeatureUse> underUsed,
        List<String> recommendations,
        Optional<Benchmark> benchmark,
        List<String> missing) {

    /**
     * Where the account stands among those of the same plan.
     *
     * @param plan the plan
     * @param accounts of how many others the rate is known
     * @param median their median rate, 0 to 1
     * @param below how many of them have a lower rate, in whole percent
     */
    public record Benchmark(String plan, int accounts, double median, int below) {}

    public AdoptionReport {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(at, "at");
        used = List.copyOf(used);
        underUsed = List.copyOf(underUsed);
        recommendations = List.copyOf(recommendations);
        missing = List.copyOf(missing);
    }

    /** The report on an account, out of its brief and what similar accounts use. */
    public static AdoptionReport of(AccountBrief brief, PeerUsage peers) {
        return new Adoption(brief, peers).report();
    }

    /** The same with other recommendations. */
    public AdoptionReport recommending(List<String> others) {
        return new AdoptionReport(account, at, rate, used, underUsed, others, benchmark, missing);
    }
}
