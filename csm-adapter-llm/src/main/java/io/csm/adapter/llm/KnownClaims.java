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
import java.util.stream.Collectors;

/**
 * The figures and dates that facts hold. A text that rests on the facts may name these, rounded if it likes, and no
 * others; and it names no addresses and links at all, not even in a quotation.
 */
final class KnownClaims {

    private static final Pattern LARGE_IN_WORDS =
            Pattern.compile("(?i)(?<![\\d.,] ?)\\b(?:hundred|thousand|million|billion)s?\\b");

    private final List<Pattern> quotes;
    private final Set<String> hosts;
    private final NumbersInText numbers;
    private final Set<LocalDate> dates;
    private final Set<Quarter> quarters;

    private KnownClaims(
            List<Pattern> quotes,
            Set<String> hosts,
            NumbersInText numbers,
            Set<LocalDate> dates,
            Set<Quarter> quarters) {
        this.quotes = quotes;
        this.hosts = hosts;
        this.numbers = numbers;
        this.dates = dates;
        this.quarters = quarters;
    }

    /** Those of our own texts; figures in what they quote do not count, and names that are hosts are no links. */
    static KnownClaims of(List<String> ours, Collection<String> quotes, Collection<String> names) {
        List<Pattern> longestFirst = quotes.stream()
                .filter(quote -> quote.chars().anyMatch(Character::isLetter))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(KnownClaims::whole)
                .toList();
        String text = String.join(
                "\n", ours.stream().map(each -> without(longestFirst, each)).toList());
        DatesInText dates = DatesInText.find(text);
        Set<Quarter> quarters = new TreeSet<>(dates.quarters());
        dates.days().stream().filter(DatesInText::isInAQuarter).forEach(day -> quarters.add(Quarter.of(day)));
        Set<String> hosts = names.stream().flatMap(LinksInText::hosts).collect(Collectors.toUnmodifiableSet());
        return new KnownClaims(
                longestFirst, hosts, NumbersInText.find(dates.rest()), Set.copyOf(dates.days()), quarters);
    }

    /** What the text claims without a fact behind it, for the one who wrote it; empty when all is known. */
    Optional<String> firstUnknown(String prose) {
        if (LinksInText.isIn(prose, hosts) || !Redaction.redact(prose).equals(prose)) {
            return Optional.of("a text holds an address, a phone number or a key; leave it out");
        }
        String own = without(quotes, prose);
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

    private static String without(List<Pattern> quotes, String text) {
        String rest = text;
        for (Pattern quote : quotes) {
            rest = quote.matcher(rest).replaceAll(" ");
        }
        return rest;
    }

    /** That text where it is neither part of a word nor of a number. */
    private static Pattern whole(String quote) {
        boolean beginsWithDigit = Character.isDigit(quote.codePointAt(0));
        boolean endsWithDigit = Character.isDigit(quote.codePointBefore(quote.length()));
        return Pattern.compile("(?<![\\p{L}\\p{N}])"
                + (beginsWithDigit ? "(?<!\\p{N}[ .,'\u2019])" : "")
                + Pattern.quote(quote)
                + (endsWithDigit ? "(?![ .,'\u2019]?\\p{N}| ?%)" : "")
                + "(?![\\p{L}\\p{N}])");
    }
}
