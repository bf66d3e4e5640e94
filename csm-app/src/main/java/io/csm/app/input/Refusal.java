package io.csm.app.input;

import java.util.Optional;

/**
 * Why a line was not taken: where it stands, as much of account, field and value as is known, and the rule it breaks.
 * Long texts are shortened to 60 characters.
 *
 * @param line the line in the file, counted from 1
 * @param rule what is wrong, in words that can follow "line 7:"
 */
public record Refusal(
        long line, Optional<String> accountId, Optional<String> field, Optional<String> value, String rule) {

    static final int LONGEST = 60;

    public Refusal {
        accountId = accountId.map(Refusal::shortened);
        field = field.map(Refusal::shortened);
        value = value.map(Refusal::shortened);
    }

    static Refusal ofLine(long line, String rule) {
        return new Refusal(line, Optional.empty(), Optional.empty(), Optional.empty(), rule);
    }

    static Refusal ofField(long line, String field, String rule) {
        return new Refusal(line, Optional.empty(), Optional.of(field), Optional.empty(), rule);
    }

    /** Names the account when the row got so far as to name it. */
    static Refusal ofRow(Row row, String rule) {
        return new Refusal(row.line(), account(row), Optional.empty(), Optional.empty(), rule);
    }

    static Refusal ofField(Row row, String field, String rule) {
        return new Refusal(row.line(), account(row), Optional.of(field), row.lastText(field), rule);
    }

    private static Optional<String> account(Row row) {
        return row.namesAccount() ? Optional.of(row.accountId()) : Optional.empty();
    }

    /** The text as a message may hold it: at most 60 characters. */
    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        // Half of a surrogate pair could not be written as UTF-8 again.
        boolean splitsPair = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end) + "…";
    }
}
