package io.csm.app.events;

import java.util.Optional;

/** An event that cannot be understood: names the field, the value and the rule. */
public final class InvalidEvent extends IllegalArgumentException {

    private final Optional<String> account;
    private final String field;
    private final String value;
    private final String rule;

    InvalidEvent(String field, String value, String rule) {
        this(Optional.empty(), field, value, rule);
    }

    private InvalidEvent(Optional<String> account, String field, String value, String rule) {
        super(field + " " + rule + (value.isEmpty() ? "" : " but was " + value));
        this.account = account;
        this.field = field;
        this.value = value;
        this.rule = rule;
    }

    /** The same, told of that account. */
    InvalidEvent of(String id) {
        return new InvalidEvent(Optional.of(id), field, value, rule);
    }

    /** As it is written; empty when it is not known. */
    public Optional<String> account() {
        return account;
    }

    public String field() {
        return field;
    }

    /** As it is written; empty when it is missing. */
    public String value() {
        return value;
    }

    /** What the field must be. */
    public String rule() {
        return rule;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
