package io.csm.domain.account;

/**
 * The name by which the vendor's own systems know an account, such as {@code A-2e4581}.
 *
 * @param value 1 to 200 characters, not blank, without control characters
 */
public record AccountId(String value) implements Comparable<AccountId> {

    private static final int LONGEST = 200;

    public AccountId {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("account id must not be blank");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("account id must have at most " + LONGEST + " characters but has "
                    + value.length() + ": " + value.substring(0, 40) + "...");
        }
        if (hasControlCharacter(value)) {
            throw new IllegalArgumentException("account id must not hold control characters");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean hasControlCharacter(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
