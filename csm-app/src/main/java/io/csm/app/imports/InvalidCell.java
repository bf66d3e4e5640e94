package io.csm.app.imports;

import io.csm.app.input.Refusal;

/** A cell that cannot be taken; it costs its own row only, so it carries no stack trace. */
final class InvalidCell extends IllegalArgumentException {

    private final String column;
    private final String value;
    private final String rule;

    InvalidCell(String column, String value, String rule) {
        super(column + " " + rule + " but was " + value);
        this.column = column;
        this.value = Refusal.shortened(value);
        this.rule = rule;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }

    String rule() {
        return rule;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
