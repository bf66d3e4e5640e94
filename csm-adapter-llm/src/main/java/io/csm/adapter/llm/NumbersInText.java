package io.csm.adapter.llm;

import io.csm.domain.signal.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a text names in digits.
 *
 * @param numbers in their order
 */
record NumbersInText(List<Figure> numbers) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST_ERROR = new BigDecimal("0.1");

    /**
     * A number as it was written.
     *
     * @param shown as it was written
     * @param readings what it may mean: {@code 1.200} is a thousand and two hundred, or a little more than one
     * @param unit what it counts: 1, or a thousand, a million, a billion
     * @param isPercent whether a percent sign or word follows
     * @param isClaim whether it is more than a single digit
     */
    record Figure(String shown, List<BigDecimal> readings, BigDecimal unit, boolean isPercent, boolean isClaim) {

        boolean isAmong(NumbersInText known) {
            return known.numbers.stream().flatMap(each -> each.values()).anyMatch(this::rounds);
        }

        private java.util.stream.Stream<BigDecimal> values() {
            return readings.stream().map(reading -> reading.multiply(unit));
        }

        private boolean rounds(BigDecimal value) {
            boolean isShare = isPercent && value.compareTo(BigDecimal.ONE) <= 0;
            return readings.stream()
                    .anyMatch(reading ->
                            isRounded(reading, value) || (isShare && isRounded(reading, value.multiply(HUNDRED))));
        }

        private boolean isRounded(BigDecimal reading, BigDecimal value) {
            boolean isNext = value.divide(unit, Math.max(0, reading.scale()), RoundingMode.HALF_UP)
                            .compareTo(reading)
                    == 0;
            return isNext && (unit.compareTo(BigDecimal.ONE) == 0 || isNear(reading, value));
        }

        /** Half a million rounds to a million, and is none. */
        private boolean isNear(BigDecimal reading, BigDecimal value) {
            BigDecimal off = reading.multiply(unit).subtract(value).abs();
            return off.compareTo(value.abs().multiply(LARGEST_ERROR)) <= 0;
        }

        private boolean isYear(IntPredicate years) {
            return shown.matches("\\d{4}") && years.test(Integer.parseInt(shown));
        }
    }

    private static final Pattern NUMBER = Pattern.compile(
            "(?<currency>[$\\u20ac\\u00a3\\u00a5] ?)?"
                    + "(?<digits>\\d+(?:[ .,'\\u2019]\\d{3})*(?:[.,]\\d+)?|[.]\\d+)"
                    + "(?: ?(?<unit>k|m|bn|thousand|million|billion)\\b)?"
                    + "(?<percent> ?%| percent\\b| per cent\\b)?"
                    + "(?<code> ?(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?)\\b)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:([ .,'\\u2019])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?");

    NumbersInText {
        numbers = List.copyOf(numbers);
    }

    static NumbersInText find(String text) {
        List<Figure> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (matcher.find()) {
            numbers.add(number(matcher));
        }
        return new NumbersInText(numbers);
    }

    private static Figure number(Matcher matcher) {
        String digits = matcher.group("digits");
        boolean isPercent = matcher.group("percent") != null;
        boolean isClaim = digits.length() > 1
                || isPercent
                || matcher.group("unit") != null
                || matcher.group("currency") != null
                || matcher.group("code") != null;
        return new Figure(digits, readings(digits), unit(matcher.group("unit")), isPercent, isClaim);
    }

    private static List<BigDecimal> readings(String digits) {
        List<BigDecimal> readings = new ArrayList<>();
        Matcher grouped = GROUPED.matcher(digits);
        if (grouped.matches()) {
            String separator = grouped.group(1);
            readings.add(new BigDecimal(digits.replace(separator, "").replace(',', '.')));
        }
        if (digits.matches("\\d*(?:[.,]\\d+)?")) {
            readings.add(new BigDecimal(digits.replace(',', '.')));
        }
        return readings;
    }

    private static BigDecimal unit(@Nullable String word) {
        if (word == null) {
            return BigDecimal.ONE;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "k", "thousand" -> BigDecimal.valueOf(1_000);
            case "m", "million" -> BigDecimal.valueOf(1_000_000);
            default -> BigDecimal.valueOf(1_000_000_000);
        };
    }

    /** The first number of any weight that is not one of those, as it was written. */
    Optional<String> firstUnknown(NumbersInText known, IntPredicate years) {
        return numbers.stream()
                .filter(each -> each.isClaim() && !each.isAmong(known) && !each.isYear(years))
                .map(Figure::shown)
                .findFirst();
    }
}
