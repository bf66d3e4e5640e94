package io.csm.adapter.llm;

import io.csm.domain.time.Quarter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days, months and quarters that a text names, and the text without them.
 *
 * @param named as they were written, each with what it means
 * @param rest the text without them
 */
record DatesInText(List<Named> named, String rest) {

    /**
     * A date as it was written; what it leaves open is 0.
     *
     * @param shown as it was written
     * @param year 0: not said
     * @param quarter 0: it is no quarter
     * @param month 0: not said
     * @param day 0: not said
     */
    record Named(String shown, int year, int quarter, int month, int day) {

        boolean holds(LocalDate date) {
            return (year == 0 || year == date.getYear())
                    && (month == 0 || month == date.getMonthValue())
                    && (day == 0 || day == date.getDayOfMonth());
        }

        boolean isKnown(Set<LocalDate> dates, Set<Quarter> quarters) {
            return quarter == 0
                    ? dates.stream().anyMatch(this::holds)
                    : quarters.stream().anyMatch(known -> known.year() == year && known.number() == quarter);
        }
    }

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(?<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b"
                    + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b";
    private static final String YEAR = "(?<year>\\d{4})\\b";

    /** The longer forms first, as each is taken out before the next is looked for. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "\\b(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?(?!\\d)"),
            Pattern.compile("\\bQ(?<quarter>[1-4])(?: |/|-| of )" + YEAR),
            Pattern.compile("\\b" + MONTH + " " + DAY + ",? " + YEAR),
            Pattern.compile("\\b" + DAY + "(?: of)? " + MONTH + ",? " + YEAR),
            Pattern.compile("\\b" + MONTH + ",? " + YEAR),
            Pattern.compile("\\b" + MONTH + " " + DAY),
            Pattern.compile("\\b" + DAY + "(?: of)? " + MONTH));

    DatesInText {
        named = List.copyOf(named);
    }

    static DatesInText find(String text) {
        List<Named> named = new ArrayList<>();
        String rest = text;
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(rest);
            StringBuilder without = new StringBuilder();
            while (matcher.find()) {
                named.add(named(matcher.toMatchResult(), form.pattern(), matcher));
                matcher.appendReplacement(without, " ");
            }
            rest = matcher.appendTail(without).toString();
        }
        return new DatesInText(named, rest);
    }

    private static Named named(MatchResult match, String form, Matcher matcher) {
        int month = form.contains("?<month>") ? monthOf(matcher.group("month")) : number(matcher, form, "number");
        return new Named(
                match.group(),
                number(matcher, form, "year"),
                number(matcher, form, "quarter"),
                month,
                number(matcher, form, "day"));
    }

    private static int number(Matcher matcher, String form, String group) {
        return form.contains("?<" + group + ">") ? Integer.parseInt(matcher.group(group)) : 0;
    }

    private static int monthOf(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** Those that are whole days. */
    List<LocalDate> days() {
        return named.stream()
                .filter(each -> each.day() > 0 && each.year() > 0)
                .flatMap(each -> day(each).stream())
                .toList();
    }

    private static Optional<LocalDate> day(Named named) {
        try {
            return Optional.of(LocalDate.of(named.year(), named.month(), named.day()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Whether there is a quarter that holds it: a contract that never ends may end in 9999. */
    static boolean isInAQuarter(LocalDate day) {
        return isYearOfQuarters(day.getYear());
    }

    private static boolean isYearOfQuarters(int year) {
        return year >= 1970 && year <= 2199;
    }

    /** Those that are quarters. */
    List<Quarter> quarters() {
        return named.stream()
                .filter(each -> each.quarter() > 0 && isYearOfQuarters(each.year()))
                .map(each -> new Quarter(each.year(), each.quarter()))
                .toList();
    }

    /** The first that is none of these, as it was written. */
    Optional<String> firstUnknown(Set<LocalDate> dates, Set<Quarter> quarters) {
        return named.stream()
                .filter(each -> !each.isKnown(dates, quarters))
                .map(Named::shown)
                .findFirst();
    }
}
