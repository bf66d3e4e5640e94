package io.csm.app.imports;

import io.csm.app.input.Row;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.fact.FactId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one row as a target wants them; what cannot be read is told with the column that holds it. */
final class FieldValues {

    private final SourceRow row;
    private final FileMapping mapping;
    private final Instant latest;

    /** No past is after {@code latest}. */
    FieldValues(SourceRow row, FileMapping mapping, Instant latest) {
        this.row = row;
        this.mapping = mapping;
        this.latest = latest;
    }

    SourceRow row() {
        return row;
    }

    FileMapping mapping() {
        return mapping;
    }

    boolean maps(String field) {
        return mapping.fields().containsKey(field);
    }

    /** The fields of which the row has a column at all, blank or not. */
    Set<String> present() {
        return mapping.fields().entrySet().stream()
                .filter(field -> field.getValue().columns().isEmpty()
                        || field.getValue().columns().stream().anyMatch(row.columns()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<FieldMapping> find(String field) {
        return Optional.ofNullable(mapping.fields().get(field));
    }

    /** What stands there cannot be taken. */
    InvalidCell refused(String field, String value, String rule) {
        return new InvalidCell(find(field).map(from -> from.place(field)).orElse(field), value, rule);
    }

    private <T> T present(String field, Optional<T> value) {
        return value.orElseThrow(() -> refused(field, "", "must not be empty"));
    }

    Optional<String> text(String field) {
        return find(field)
                .flatMap(from -> single(field, from).texts(row).findFirst())
                .filter(text -> !text.isBlank());
    }

    /** JSON can hold an object or a list, which is no value of a field. */
    private FieldMapping single(String field, FieldMapping from) {
        for (String column : from.columns()) {
            if (row.kind(column) == Row.Kind.NESTED) {
                throw refused(field, row.find(column).orElse(""), "must be a single value");
            }
        }
        return from;
    }

    String requiredText(String field) {
        return present(field, text(field));
    }

    List<String> list(String field) {
        return find(field).stream()
                .flatMap(from -> from.texts(row).flatMap(text -> items(field, from, text)))
                .filter(item -> !item.isBlank())
                .toList();
    }

    private Stream<String> items(String field, FieldMapping from, String text) {
        boolean isJson = from.columns().stream().anyMatch(column -> row.kind(column) == Row.Kind.NESTED);
        return isJson ? JsonList.read(text).orElseThrow(() -> refused(field, text, JsonList.RULE)) : split(from, text);
    }

    private static Stream<String> split(FieldMapping from, String text) {
        return from.separator()
                .map(separator ->
                        Arrays.stream(text.split(Pattern.quote(separator))).map(String::strip))
                .orElse(Stream.of(text));
    }

    Optional<LocalDate> day(String field) {
        return text(field).map(text -> {
            DateStyle style = format(field).dates();
            return style.day(text).orElseThrow(() -> refused(field, text, style.dayRule()));
        });
    }

    LocalDate requiredDay(String field) {
        return present(field, day(field));
    }

    /** A day that was, so it is not in the future. */
    Optional<LocalDate> pastDay(String field) {
        LocalDate last = LocalDate.ofInstant(latest, ZoneOffset.UTC);
        return day(field).map(day -> {
            if (day.isAfter(last)) {
                throw future(field);
            }
            return day;
        });
    }

    Optional<Instant> instant(String field) {
        return text(field).map(text -> {
            DateStyle style = format(field).dates();
            return style.instant(text).orElseThrow(() -> refused(field, text, style.instantRule()));
        });
    }

    /** An instant that was, so it is not in the future. */
    Optional<Instant> pastInstant(String field) {
        return instant(field).map(at -> {
            if (at.isAfter(latest)) {
                throw future(field);
            }
            return at;
        });
    }

    Instant requiredPastInstant(String field) {
        return present(field, pastInstant(field));
    }

    private InvalidCell future(String field) {
        String day = LocalDate.ofInstant(latest, ZoneOffset.UTC).minusDays(1).toString();
        return refused(field, text(field).orElse(""), "must not be more than a day after " + day);
    }

    Optional<Integer> whole(String field, int from, int to) {
        String limits = to == Integer.MAX_VALUE ? " of at least " + from : " from " + from + " to " + to;
        return number(field, "must be a whole number" + limits, from, to).map(BigDecimal::intValueExact);
    }

    private Optional<BigDecimal> number(String field, String rule, int from, int to) {
        return number(field, rule).map(number -> {
            boolean isWhole = number.stripTrailingZeros().scale() <= 0;
            boolean fits = isWhole
                    && number.compareTo(BigDecimal.valueOf(from)) >= 0
                    && number.compareTo(BigDecimal.valueOf(to)) <= 0;
            if (!fits) {
                throw refused(field, text(field).orElse(""), rule);
            }
            return number;
        });
    }

    /** A number as it is written there; the rule is told of what is none. */
    Optional<BigDecimal> number(String field, String rule) {
        ValueFormat format = format(field);
        return text(field)
                .map(text -> format.numbers()
                        .read(format.stripped(text))
                        .orElseThrow(() -> refused(field, text, rule))
                        .multiply(format.scale()));
    }

    /** An amount in the currency of the field {@code currency}. */
    Optional<Money> money(String field) {
        String written = format(field).numbers().example();
        return number(field, "must be an amount written as " + written).map(amount -> new Money(amount, currency()));
    }

    private Currency currency() {
        String code = requiredText("currency");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw refused("currency", code, "must be a currency such as EUR or USD");
        }
    }

    Optional<Boolean> flag(String field) {
        return text(field).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw refused(field, text, "must be true or false");
        });
    }

    <E> Optional<E> word(String field, E[] words, Function<E, String> code) {
        return text(field)
                .map(text -> Arrays.stream(words)
                        .filter(word -> code.apply(word).equals(text))
                        .findFirst()
                        .orElseThrow(() -> refused(
                                field,
                                text,
                                "must be one of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(words).map(code).toList()))));
    }

    <E> E requiredWord(String field, E[] words, Function<E, String> code) {
        return present(field, word(field, words, code));
    }

    AccountId account() {
        return named(Target.ACCOUNT_ID, "account id ", AccountId::new);
    }

    /** The id of the row in the system of the file. */
    FactId factId() {
        return named("id", "id ", id -> new FactId(mapping.source(), id));
    }

    private <T> T named(String field, String prefix, Function<String, T> construction) {
        String text = requiredText(field);
        try {
            return construction.apply(text);
        } catch (IllegalArgumentException refused) {
            throw refused(field, text, rule(refused).replaceFirst("^" + prefix, ""));
        }
    }

    /**
     * What the construction makes; what the domain refuses is told of the field that its message begins with.
     */
    <T> T made(Function<FieldValues, T> construction) {
        try {
            return construction.apply(this);
        } catch (InvalidCell invalid) {
            throw invalid;
        } catch (IllegalArgumentException refused) {
            String rule = rule(refused);
            String first = rule.split(" ", 2)[0];
            throw maps(first)
                    ? refused(
                            first,
                            text(first).orElse(""),
                            rule.substring(first.length()).strip())
                    : new InvalidCell("line", "", rule);
        }
    }

    private static String rule(IllegalArgumentException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "is refused").replaceFirst(" but was .*$", "");
    }

    private ValueFormat format(String field) {
        return find(field).map(FieldMapping::format).orElse(ValueFormat.OWN);
    }
}
