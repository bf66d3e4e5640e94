package io.csm.domain.fact;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A person at the account.
 *
 * @param account whose
 * @param id as their system has it; touchpoints name the contact by its second part
 * @param name for people; may be empty
 * @param role what they are to us
 * @param leftOn the day on which they left the account; empty: they are there
 */
public record Contact(AccountId account, FactId id, String name, ContactRole role, Optional<LocalDate> leftOn)
        implements Fact {

    public Contact {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(leftOn, "leftOn");
    }

    @Override
    public FactKind kind() {
        return FactKind.CONTACT;
    }

    @Override
    public Optional<Instant> begins() {
        return Optional.empty();
    }

    /** Whether they are at the account on that day; on the day they leave they are not. */
    public boolean isThere(LocalDate day) {
        return leftOn.map(day::isBefore).orElse(true);
    }
}
