package io.csm.domain.signal;

import io.csm.domain.account.AccountId;
import java.util.Optional;

/**
 * A value that a signal refuses: names the account (where it is known), the signal, the value and the rule. It costs
 * its own account only, never the rest of a batch; so that a batch full of them stays cheap it carries no stack trace.
 */
public final class InvalidSignal extends IllegalArgumentException {

    private final Optional<AccountId> account;
    private final String signal;
    private final String value;
    private final String rule;

    public InvalidSignal(String signal, String value, String rule) {
        this(Optional.empty(), signal, value, rule);
    }

    private InvalidSignal(Optional<AccountId> account, String signal, String value, String rule) {
        super(account.map(id -> "account " + id + ": ").orElse("") + signal + " " + rule
                + (value.isEmpty() ? "" : " but was " + value));
        this.account = account;
        this.signal = signal;
        this.value = value;
        this.rule = rule;
    }

    /** The same refusal, told of that account. */
    public InvalidSignal of(AccountId id) {
        return new InvalidSignal(Optional.of(id), signal, value, rule);
    }

    public Optional<AccountId> account() {
        return account;
    }

    public String signal() {
        return signal;
    }

    /** The offending value as it was written; empty when it is missing. */
    public String value() {
        return value;
    }

    /** The rule that the value breaks, such as {@code must be a number from 0 to 1}. */
    public String rule() {
        return rule;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
