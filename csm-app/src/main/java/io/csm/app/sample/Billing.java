package io.csm.app.sample;

import static io.csm.domain.signal.StandardSignals.INVOICE_PAYMENT_STATUS;

import io.csm.domain.account.Money;
import io.csm.domain.fact.Invoice;
import io.csm.domain.signal.InvoicePaymentStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The invoices of an account, by the quarter or by the year, paid as the signals of the last day say. */
final class Billing {

    private static final String BILLING = "billing";
    private static final int QUARTER_DAYS = 91;
    private static final int PAYABLE_WITHIN_DAYS = 30;
    private static final int OLDEST_DUE_DAYS = 420;
    private static final int UPCOMING_DAYS = 12;

    private final LastMonth last;
    private final Dice dice;
    private final boolean quarterly;

    private Billing(LastMonth last) {
        this.last = last;
        dice = last.dice("billing");
        quarterly = last.plan() != Plan.STARTER && dice.chance(0.8);
    }

    static List<Invoice> of(LastMonth last) {
        return new Billing(last).invoices();
    }

    private List<Invoice> invoices() {
        InvoicePaymentStatus status =
                InvoicePaymentStatus.valueOf(last.word(INVOICE_PAYMENT_STATUS).toUpperCase(Locale.ROOT));
        int firstUnpaid = firstUnpaid(status);
        int apart = quarterly ? QUARTER_DAYS : 4 * QUARTER_DAYS + 1;
        List<Invoice> invoices = new ArrayList<>();
        for (int due = firstUnpaid % apart - apart; due < OLDEST_DUE_DAYS; due += apart) {
            boolean isFirst = due == firstUnpaid;
            // the invoice for the first period comes before the contract begins
            boolean isOurs = due + PAYABLE_WITHIN_DAYS <= last.age() || isFirst;
            if (due >= -UPCOMING_DAYS && isOurs) {
                invoices.add(invoice(due, due <= firstUnpaid && (due < 0 || status != InvoicePaymentStatus.CURRENT)));
            }
        }
        return invoices.stream()
                .sorted(Comparator.comparing(Invoice::issuedOn).reversed())
                .toList();
    }

    /** How many days ago the first invoice was due that is not paid; where all are, the newest. */
    private int firstUnpaid(InvoicePaymentStatus status) {
        return switch (status) {
            case CURRENT -> dice.whole(-UPCOMING_DAYS, 60);
            case OVERDUE_30 -> dice.whole(8, 22);
            case OVERDUE_60 -> dice.whole(38, 52);
            case OVERDUE_90_PLUS -> dice.whole(68, 89);
        };
    }

    private Invoice invoice(int dueDaysAgo, boolean isUnpaid) {
        LocalDate due = last.daysAgo(dueDaysAgo);
        return new Invoice(
                last.account(),
                last.id(BILLING, "invoice", (int)
                        ChronoUnit.MONTHS.between(due, last.day().plusYears(1))),
                amount(),
                due.minusDays(PAYABLE_WITHIN_DAYS),
                due,
                isUnpaid ? Optional.empty() : Optional.of(paid(due, dueDaysAgo)));
    }

    /** Late by some weeks where the account was behind at the time; never on the last day or after it. */
    private LocalDate paid(LocalDate due, int dueDaysAgo) {
        boolean wasBehind = last.customer().life().monthsUnpaid(last.number() - Math.max(0, dueDaysAgo / 30)) > 0;
        LocalDate paid = due.plusDays(wasBehind ? dice.whole(10, 40) : dice.whole(-20, -1));
        return paid.isBefore(last.day()) ? paid : last.daysAgo(1);
    }

    private Money amount() {
        Money arr = last.customer().facts().arr().orElseThrow();
        BigDecimal periods = BigDecimal.valueOf(quarterly ? 4 : 1);
        return new Money(arr.amount().divide(periods, 2, RoundingMode.HALF_UP), arr.currency());
    }
}
