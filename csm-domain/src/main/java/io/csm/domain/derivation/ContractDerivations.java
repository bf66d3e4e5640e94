package io.csm.domain.derivation;

import static io.csm.domain.derivation.Derivation.derivation;
import static io.csm.domain.derivation.Feed.INVOICE;
import static io.csm.domain.derivation.Feed.SUBSCRIPTION;
import static io.csm.domain.derivation.Needs.feeds;
import static io.csm.domain.derivation.Needs.only;
import static io.csm.domain.derivation.Sentences.count;

import io.csm.domain.account.Money;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.signal.InvoicePaymentStatus;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.StandardSignals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the contract is worth, when it ends, whether it is paid, and where in its life the account is. */
final class ContractDerivations {

    static final Derivation INVOICE_PAYMENT_STATUS = derivation(
            StandardSignals.INVOICE_PAYMENT_STATUS,
            "invoices issued and not paid",
            "today",
            "days since the earliest due date: 0 or fewer, or nothing unpaid: current; up to 30: overdue_30; up to 60:"
                    + " overdue_60; else overdue_90_plus",
            feeds(INVOICE),
            Age.NOW,
            ContractDerivations::payment);

    static final Derivation DAYS_TO_RENEWAL = derivation(
            StandardSignals.DAYS_TO_RENEWAL,
            "renewal date in the account's record, else the earliest renewal of its running subscriptions",
            "today",
            "that date - today, negative once it has passed",
            only("a renewal date"),
            Age.NOW,
            ContractDerivations::renewal);

    static final Derivation ARR_GROWTH_RATE =
            growth(StandardSignals.ARR_GROWTH_RATE, "(ARR today - ARR then) / ARR then, from -1 to 100", rate -> rate);

    static final Derivation CONTRACT_VALUE_BAND = derivation(
            StandardSignals.CONTRACT_VALUE_BAND,
            "ARR in the account's record, else the sum of its running subscriptions",
            "today",
            "at least 100000: enterprise; at least 25000: mid_market; else small; in whatever currency",
            only("ARR, all of it in one currency"),
            Age.NOW,
            ContractDerivations::valueBand);

    static final Derivation GROWTH_STATUS = growth(
            StandardSignals.GROWTH_STATUS,
            "(ARR today - ARR then) / ARR then: at least 0.05: expanding; at most -0.05: contracting; else stable",
            ContractDerivations::status);

    static final Derivation LIFECYCLE_STAGE = derivation(
            StandardSignals.LIFECYCLE_STAGE,
            "stage in the account's record",
            "now",
            "the stage: onboarding, adoption, maturity or renewal",
            only("one of these stages"),
            Age.NOW,
            ContractDerivations::stage);

    private static final int A_YEAR = 365;
    private static final double MOST_GROWTH = 100;
    private static final double NOTEWORTHY_GROWTH = 0.05;
    private static final BigDecimal ENTERPRISE = new BigDecimal(100_000);
    private static final BigDecimal MID_MARKET = new BigDecimal(25_000);

    private ContractDerivations() {}

    private static Finding payment(History history) {
        List<Invoice> unpaid = history.invoices()
                .filter(invoice -> invoice.isUnpaid(history.day()))
                .toList();
        long overdue = unpaid.stream()
                .map(Invoice::dueOn)
                .min(Comparator.naturalOrder())
                .map(due -> ChronoUnit.DAYS.between(due, history.day()))
                .orElse(0L);
        return Finding.of(
                StandardSignals.INVOICE_PAYMENT_STATUS.valueOf(payment(overdue)),
                () -> unpaid.isEmpty()
                        ? "no invoice is unpaid"
                        : count(unpaid.size(), "unpaid invoice") + ", the oldest " + count(Math.max(0, overdue), "day")
                                + " overdue",
                () -> unpaid.stream().map(Sentences::of));
    }

    private static InvoicePaymentStatus payment(long daysOverdue) {
        if (daysOverdue <= 0) {
            return InvoicePaymentStatus.CURRENT;
        }
        return daysOverdue <= 30
                ? InvoicePaymentStatus.OVERDUE_30
                : daysOverdue <= 60 ? InvoicePaymentStatus.OVERDUE_60 : InvoicePaymentStatus.OVERDUE_90_PLUS;
    }

    private static Finding renewal(History history) {
        Optional<LocalDate> recorded = history.terms().renewsOn();
        Optional<LocalDate> date =
                recorded.or(() -> renewals(history).map(Renewal::on).min(Comparator.naturalOrder()));
        return date.map(on -> Finding.whole(
                        ChronoUnit.DAYS.between(history.day(), on),
                        () -> "renews on " + on + " by "
                                + (recorded.isPresent() ? "the account's record" : "its subscriptions"),
                        () -> recorded.isPresent()
                                ? Stream.of(Sentences.of(history.terms(), history.day(), "renews on " + on))
                                : renewals(history).map(Renewal::evidence)))
                .orElseGet(() -> Finding.notTracked("no renewal date is known"));
    }

    private record Renewal(Subscription subscription, LocalDate on) {

        Evidence evidence() {
            return Sentences.of(subscription, "renews on " + on);
        }
    }

    private static Stream<Renewal> renewals(History history) {
        return history.running(history.day())
                .flatMap(subscription ->
                        subscription.nextRenewal(history.day()).map(on -> new Renewal(subscription, on)).stream());
    }

    private static Finding valueBand(History history) {
        return history.terms()
                .arr()
                .map(arr -> valueBand(
                        arr,
                        "by the account's record",
                        () -> Stream.of(Sentences.of(history.terms(), history.day(), "ARR of " + arr))))
                .orElseGet(() -> valueBandOfSubscriptions(Revenue.on(history.day(), history)));
    }

    private static Finding valueBandOfSubscriptions(Revenue revenue) {
        return revenue.total()
                .map(total -> valueBand(total, "by " + revenue.words(), revenue::evidence))
                .orElseGet(() -> Finding.notTracked("no ARR is known, or not all of it in one currency"));
    }

    private static Finding valueBand(Money arr, String by, Supplier<Stream<Evidence>> evidence) {
        String band = arr.amount().compareTo(ENTERPRISE) >= 0
                ? "enterprise"
                : arr.amount().compareTo(MID_MARKET) >= 0 ? "mid_market" : "small";
        return Finding.of(
                StandardSignals.CONTRACT_VALUE_BAND.fromText(band), () -> "an ARR of " + arr + " " + by, evidence);
    }

    private static Derivation growth(Signal signal, String formula, DoubleUnaryOperator valueOf) {
        return derivation(
                signal,
                "ARR of the running subscriptions, where it is known",
                "today and 365 days before",
                formula,
                feeds(SUBSCRIPTION).and("ARR 365 days before, all of it and today's in one currency"),
                Age.NOW,
                history -> growth(history, valueOf));
    }

    private static Finding growth(History history, DoubleUnaryOperator valueOf) {
        Revenue now = Revenue.on(history.day(), history);
        Revenue then = Revenue.on(history.day().minusDays(A_YEAR), history);
        if (now.and(then).currencies() > 1) {
            return Finding.notTracked("the subscriptions are in several currencies");
        }
        if (then.sum().signum() == 0) {
            return Finding.notTracked("no subscription with an ARR ran 365 days before");
        }
        return Finding.of(
                valueOf.applyAsDouble(rate(now.sum(), then.sum())),
                () -> "an ARR of " + now.sum().toPlainString() + " by " + now.words() + " after "
                        + then.sum().toPlainString() + " by " + then.words() + " 365 days before",
                now.and(then)::evidence);
    }

    /** The difference is exact; only it and the base become doubles, each once, so that SQL finds the same. */
    private static double rate(BigDecimal now, BigDecimal then) {
        double growth = now.subtract(then).doubleValue() / then.doubleValue();
        return Math.max(-1, Math.min(MOST_GROWTH, growth));
    }

    private static double status(double rate) {
        return StandardSignals.GROWTH_STATUS.fromText(
                rate >= NOTEWORTHY_GROWTH ? "expanding" : rate <= -NOTEWORTHY_GROWTH ? "contracting" : "stable");
    }

    private static Finding stage(History history) {
        return history.terms()
                .stage()
                .filter(StandardSignals.LIFECYCLE_STAGE.options()::contains)
                .map(stage -> Finding.of(
                        StandardSignals.LIFECYCLE_STAGE.fromText(stage),
                        () -> "by the account's record",
                        () -> Stream.of(Sentences.of(history.terms(), history.day(), "in stage " + stage))))
                .orElseGet(() -> Finding.notTracked("the account's stage is not known, or none of "
                        + String.join(", ", StandardSignals.LIFECYCLE_STAGE.options())));
    }
}
