package io.csm.domain.signal;

/** What kind of value a signal takes. */
public enum SignalType {
    /** A real number in a range. */
    NUMBER("number"),
    /** A whole number in a range; files may write {@code 7} or {@code 7.0}. */
    WHOLE_NUMBER("whole_number"),
    /** {@code yes} or {@code no}. */
    YES_NO("yes_no"),
    /** One of a fixed list of words. */
    CHOICE("choice"),
    /** A day, {@code 2026-03-31}. */
    DATE("date");

    private final String code;

    SignalType(String code) {
        this.code = code;
    }

    /** The word for this type in documents. */
    public String code() {
        return code;
    }
}
