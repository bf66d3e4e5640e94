package io.csm.adapter.llm;

import io.csm.domain.time.Quarter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The figures and dates that facts hold. A text that rests on the facts may name these, rounded if it likes, and no
 * others; and it names no addresses at all, as the facts hold none.
 */
final class KnownClaims {

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:[a-z]{2,10}://|www\\.)\\S+");
    private static final Pattern LARGE_IN_WORDS =
            Pattern.compile("(?i)(?<![\\d.,] ?)\\b(?:hundred|thousand|million|billion)s?\\b");

    private final List<String> quotes;
    private final NumbersInText numbers;
    private final Set<LocalDate> dates;
    private final Set<Quarter> quarters;

    private KnownClaims(List<String> quotes, NumbersInText numbers, Set<LocalDate> dates, Set<Quarter> quarters) {
        this.quotes = quotes;
        this.numbers = numbers;
        this.dates = dates;
        this.quarters = quarters;
    }

    /** Those of our own texts; figures in what they quote do not count. */
    static KnownClaims of(List<String> ours, Collection<String> quotes) {
        List<String> longestFirst = quotes.stream()
                .filter(quote -> quote.chars().anyMatch(Character::isLetter))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String text = String.join(
                "\n", ours.stream().map(each -> without(longestFirst, each)).toList());
        DatesInText dates = DatesInText.find(text);
        Set<Quarter> quarters = new TreeSet<>(dates.quarters());
        dates.days().forEach(day -> quarters.add(Quarter.of(day)));
        return new KnownClaims(longestFirst, NumbersInText.find(dates.rest()), Set.copyOf(dates.days()), quarters);
    }

    /** What the text claims without a fact behind it, for the one who wrote it; empty when all is known. */
    Optional<String> firstUnknown(String prose) {
        String own = without(quotes, prose);
        if (LINK.matcher(own).find() || !Redaction.redact(own).equals(own)) {
            return Optional.of("a text holds an address, a phone number or a key; leave it out");
        }
        if (LARGE_IN_WORDS.matcher(own).find()) {
            return Optional.of("a text holds a large number in words; leave it out");
        }
        DatesInText found = DatesInText.find(own);
        return found.firstUnknown(dates, quarters)
                .or(() -> NumbersInText.find(found.rest()).firstUnknown(numbers, this::isYear))
                .map(claim -> "a text holds '" + claim + "', which is not among the facts; leave it out");
    }

    private boolean isYear(int year) {
        return dates.stream().anyMatch(day -> day.getYear() == year)
                || quarters.stream().anyMatch(quarter -> quarter.year() == year);
    }

    private static String without(List<String> quotes, String text) {
        String rest = text;
        for (String quote : quotes) {
            rest = rest.replace(quote, " ");
        }
        return rest;
    }
}
