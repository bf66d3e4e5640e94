package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.INVOICE_PAYMENT_STATUS;

import io.csm.domain.account.Money;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Invoice;
import io.csm.domain.signal.Signal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An invoice is overdue. */
final class PaymentWorries {

    private static final Set<Signal> PAYMENT = Set.of(INVOICE_PAYMENT_STATUS);
    private static final double AT_LEAST = 3;

    private PaymentWorries() {}

    static Stream<Worry> of(Situation situation) {
        List<Invoice> overdue = situation.overdueInvoices();
        if (!overdue.isEmpty()) {
            return Stream.of(overdue(situation, overdue));
        }
        String status = situation.word(INVOICE_PAYMENT_STATUS);
        return status.isEmpty() || status.equals("current") ? Stream.empty() : Stream.of(bySignal(situation));
    }

    private static double weight(Situation situation) {
        return Math.max(AT_LEAST, situation.lost(PAYMENT));
    }

    private static Worry bySignal(Situation situation) {
        String clause = INVOICE_PAYMENT_STATUS.say(situation.value(INVOICE_PAYMENT_STATUS));
        return new Worry(
                PAYMENT,
                weight(situation),
                "At " + situation.who() + ", " + clause,
                clause,
                Prose.sentence("it owes us money: " + clause + situation.price(PAYMENT)),
                Optional.of("Settle the overdue invoice with " + payer(situation) + " this week."));
    }

    private static Worry overdue(Situation situation, List<Invoice> overdue) {
        Invoice oldest = overdue.get(0);
        String due = "due on " + Prose.day(oldest.dueOn());
        String days = Prose.days(ChronoUnit.DAYS.between(oldest.dueOn(), situation.day()));
        String owed = Prose.money(oldest.amount());
        String all = overdue.size() == 1 ? "" : overdue.size() + " invoices" + sum(overdue);
        return new Worry(
                PAYMENT,
                weight(situation),
                situation.who() + " owes us "
                        + (all.isEmpty() ? owed + ", " + due + ", " + days + " ago" : all + ", the oldest " + due),
                all.isEmpty()
                        ? "an invoice of " + owed + ", " + due + ", is not paid"
                        : all + " are overdue, the oldest " + due,
                Prose.sentence((all.isEmpty()
                                ? "the invoice of " + owed + " is " + days + " overdue (" + due + ")"
                                : all + " are overdue, the oldest of " + owed + " for " + days + " (" + due + ")")
                        + situation.price(PAYMENT)),
                Optional.of(action(situation, overdue.size(), owed, oldest)));
    }

    private static String action(Situation situation, int count, String owed, Invoice oldest) {
        String what = count == 1 ? "the invoice of " + owed : "the " + count + " overdue invoices";
        String first = count == 1 ? "" : ", the one due on " + Prose.day(oldest.dueOn()) + " first";
        return "Settle " + what + " with " + payer(situation) + " this week" + first
                + ", and ask whether they hold back the money for a reason.";
    }

    private static String payer(Situation situation) {
        return situation.people().oneOf("their accounting", ContactRole.BILLING);
    }

    /** {@code  over 14,000 USD}, where all are in one currency. */
    private static String sum(List<Invoice> invoices) {
        boolean oneCurrency = invoices.stream()
                        .map(invoice -> invoice.amount().currency())
                        .distinct()
                        .count()
                == 1;
        return oneCurrency
                ? " over "
                        + invoices.stream()
                                .map(Invoice::amount)
                                .reduce(Money::plus)
                                .map(Prose::money)
                                .orElse("")
                : "";
    }
}
