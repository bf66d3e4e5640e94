package io.csm.domain.narrative;

import io.csm.domain.account.Money;
import io.csm.domain.signal.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts, dates, lists and other people's words as they stand in an English sentence. */
public final class Prose {

    private static final int LONGEST = 80;
    private static final String CUT = "...";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** What would break a line or hide what is said: control, format and separator characters, and blanks. */
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Z}]+");

    private static final Pattern ENDED = Pattern.compile(".*[.!?]", Pattern.DOTALL);

    private Prose() {}

    /** {@code 240,000 USD}; with the decimals of the currency unless it is a whole amount. */
    public static String money(Money money) {
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        BigDecimal amount = money.amount().setScale(decimals, RoundingMode.HALF_UP);
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return grouped(whole ? amount.setScale(0, RoundingMode.UNNECESSARY) : amount) + " " + money.currency();
    }

    /** {@code 1,204 uses}, {@code 1 use}. */
    public static String count(long number, String noun) {
        return grouped(BigDecimal.valueOf(number)) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1,204}. */
    public static String count(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    private static String grouped(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.toPlainString());
        int point = text.indexOf(".");
        int first = number.signum() < 0 ? 1 : 0;
        for (int at = (point < 0 ? text.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** {@code 6 January 2027}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 41 days}, {@code 1 day}. */
    public static String days(long number) {
        return count(number, "day");
    }

    /** {@code in 41 days}, {@code tomorrow}, {@code today}, {@code yesterday}, {@code 44 days ago}. */
    public static String fromToday(long days) {
        if (days == 0) {
            return "today";
        }
        if (days > 0) {
            return days == 1 ? "tomorrow" : "in " + days(days);
        }
        return days == -1 ? "yesterday" : days(-days) + " ago";
    }

    /** A share as a whole percentage, {@code 0.456} as {@code 46 %}. */
    public static String percent(double share) {
        return Figures.show(share * 100, 0) + " %";
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; empty for nothing. */
    public static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** With a capital and one full stop; a word that is written like {@code eBay} stays as it is. */
    public static String sentence(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return "";
        }
        int second = bare.offsetByCodePoints(0, 1);
        boolean ownCase = second < bare.length() && Character.isUpperCase(bare.codePointAt(second));
        String begun = ownCase ? bare : bare.substring(0, second).toUpperCase(Locale.ROOT) + bare.substring(second);
        return ended(begun);
    }

    /** With one full stop, and otherwise as it is. */
    static String ended(String text) {
        return ENDED.matcher(text).matches() ? text : text + ".";
    }

    /** Somebody's text on one line, whole. */
    public static String line(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }

    /** Somebody's words, such as a name: on one line, at most 80 characters. */
    public static String plain(String text) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - CUT.length()))
                        .stripTrailing()
                + CUT;
    }

    /** Somebody's words as a quotation, {@code "Export fails"}: as {@link #plain}, and nothing in it ends the quotation. */
    public static String quoted(String text) {
        String line = plain(text.replace('"', '\''));
        return "\"" + (line.endsWith(CUT) || !line.endsWith(".") ? line : line.substring(0, line.length() - 1)) + "\"";
    }
}
