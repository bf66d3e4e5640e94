package io.csm.adapter.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one statement that derives the signals of a portfolio. Its parts, a family of signals each, stand in files beside
 * this class; each reads its tables once and groups by account.
 *
 * <p>There are two texts of it: for some accounts every part is told which, so that each finds their rows by an index. A
 * text that could do both would be planned for neither.
 */
final class DerivationSql {

    private static final String OF_THE_ACCOUNTS = "{of the accounts}";
    private static final List<String> FAMILIES = List.of("usage", "relationship", "money", "support", "signals");

    /** Of every account. */
    static final String ALL = text("");

    /** Of the accounts with the numbers {@code :accounts}. */
    static final String SOME = text("and account_no = any(:accounts)");

    private DerivationSql() {}

    private static String text(String ofTheAccounts) {
        return FAMILIES.stream()
                .map(DerivationSql::family)
                .collect(Collectors.joining(",\n", "with ", ""))
                .replace(OF_THE_ACCOUNTS, ofTheAccounts);
    }

    private static String family(String name) {
        try (InputStream file = DerivationSql.class.getResourceAsStream("derivation/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("derivation/" + name + ".sql is missing from the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
