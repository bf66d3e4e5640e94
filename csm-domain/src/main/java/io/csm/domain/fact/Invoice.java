package io.csm.domain.fact;

import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A bill to the account.
 *
 * @param account whose
 * @param id as the billing system has it
 * @param amount what is owed
 * @param issuedOn the day of the invoice
 * @param dueOn the last day on which paying it is on time; not before {@code issuedOn}
 * @param paidOn the day on which all of it was paid; empty: it is not
 */
public record Invoice(
        AccountId account, FactId id, Money amount, LocalDate issuedOn, LocalDate dueOn, Optional<LocalDate> paidOn)
        implements Fact {

    public Invoice {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(paidOn, "paidOn");
        if (dueOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException("due_on must not be before issued_on " + issuedOn + " but was " + dueOn);
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.INVOICE;
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.of(issuedOn.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Whether it was issued and not paid by the end of that day. */
    public boolean isUnpaid(LocalDate day) {
        return !issuedOn.isAfter(day) && paidOn.map(day::isBefore).orElse(true);
    }
}
