package io.csm.app.input;

import java.util.Arrays;
import java.util.Optional;

/**
 * Raw values in document order. The reader uses one row again
 * and again: copy what must outlive {@link RowSink#row}.
 *
 * <p>Nothing is made before it is asked for, so a caller that compares and reads numbers allocates nothing.
 */
public final class Row {

    /** What a field holds. A CSV cell is {@link #TEXT}, or {@link #ABSENT} when empty; JSON knows the others. */
    public enum Kind {
        ABSENT,
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        /** An object or a list, as it is written. */
        NESTED
    }

    static final String ACCOUNT_ID = "account_id";

    private static final int NONE = -1;

    private long line;
    private boolean typed;
    private int size;
    private int account;
    private String[] names = new String[32];
    private Kind[] kinds = new Kind[32];
    private int[] ends = new int[32];
    private char[] chars = new char[512];

    Row() {}

    /** Returns the line in the file, counted from 1. */
    public long line() {
        return line;
    }

    /** Returns what stands under {@code account_id}; empty when there is no such field. */
    public String accountId() {
        return account == NONE ? "" : text(account);
    }

    /** Returns the number of fields; for CSV it is always the number of columns. */
    public int size() {
        return size;
    }

    public String name(int field) {
        return names[field];
    }

    public Kind kind(int field) {
        return kinds[field];
    }

    /** Returns the value as it is written in the file, without quotes and escapes; empty when absent. */
    public String text(int field) {
        int start = start(field);
        return new String(chars, start, ends[field] - start);
    }

    /** Returns whether the value is written exactly like this; cheaper than comparing {@link #text}. */
    public boolean isText(int field, String expected) {
        int start = start(field);
        int length = ends[field] - start;
        for (int i = 0; i < length && length == expected.length(); i++) {
            if (chars[start + i] != expected.charAt(i)) {
                return false;
            }
        }
        return length == expected.length();
    }

    /**
     * Returns the value of a JSON number, or the number that a CSV cell spells; NaN when it is neither. A JSON text is
     * never a number, and a number too large for a double is infinite.
     */
    public double number(int field) {
        boolean readable = kinds[field] == Kind.NUMBER || (kinds[field] == Kind.TEXT && !typed);
        return readable ? Decimal.parse(chars, start(field), ends[field]) : Double.NaN;
    }

    void begin(long line, boolean typed) {
        this.line = line;
        this.typed = typed;
        size = 0;
        account = NONE;
    }

    void add(String name, Kind kind, char[] source, int offset, int length) {
        int start = size == 0 ? 0 : ends[size - 1];
        makeRoom(start + length);
        System.arraycopy(source, offset, chars, start, length);
        names[size] = name;
        kinds[size] = kind;
        ends[size] = start + length;
        if (name.equals(ACCOUNT_ID)) {
            account = size;
        }
        size++;
    }

    /** Returns the text of the last field of this name, if the row holds one. */
    Optional<String> lastText(String name) {
        for (int field = size - 1; field >= 0; field--) {
            if (names[field].equals(name)) {
                return Optional.of(text(field));
            }
        }
        return Optional.empty();
    }

    Kind accountKind() {
        return account == NONE ? Kind.ABSENT : kinds[account];
    }

    /** Tells whether the account is named, without making a string of its name. */
    boolean namesAccount() {
        return accountKind() == Kind.TEXT && !isBlank(account);
    }

    private boolean isBlank(int field) {
        for (int i = start(field); i < ends[field]; i++) {
            if (!Character.isWhitespace(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    private void makeRoom(int charsNeeded) {
        if (size == kinds.length) {
            names = Arrays.copyOf(names, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        if (charsNeeded > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(charsNeeded, chars.length * 2));
        }
    }
}
