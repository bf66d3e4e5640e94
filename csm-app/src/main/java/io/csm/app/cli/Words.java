package io.csm.app.cli;

import io.csm.domain.account.Money;
import io.csm.domain.signal.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures, dates and amounts as the command line shows them. */
final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** With one decimal, always: {@code 98.0}. */
    static String score(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** With its sign: {@code +3.0}, {@code -12.4}, {@code 0.0}. */
    static String change(double points) {
        String shown = score(points);
        return points > 0 && !shown.equals("0.0") ? "+" + shown : shown.equals("-0.0") ? "0.0" : shown;
    }

    static String percent(double share) {
        return Figures.show(share * 100, 0) + " %";
    }

    /** With thousands set apart. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Rounded to whole units, thousands set apart. */
    static String money(Money money) {
        return amount(money.amount()) + " " + money.currency().getCurrencyCode();
    }

    /** One amount for each currency; nothing is converted. */
    static String money(Map<String, BigDecimal> byCurrency) {
        return byCurrency.isEmpty()
                ? "-"
                : byCurrency.entrySet().stream()
                        .map(entry -> amount(entry.getValue()) + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String amount(BigDecimal amount) {
        return String.format(
                Locale.ROOT, "%,d", amount.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    static String minute(Instant at) {
        return MINUTE.format(at) + " UTC";
    }

    /** To the second: {@code 2026-03-02 12:00:05 UTC}. */
    static String second(Instant at) {
        return SECOND.format(at) + " UTC";
    }

    /** In seconds: {@code 5 s}, {@code 0.25 s}, {@code 3,600 s}. */
    static String duration(Duration duration) {
        return Figures.show(duration.toMillis() / 1e3) + " s";
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    /** How old something was: {@code today}, {@code 1 day}, {@code 12 days}. */
    static String age(Instant observed, Instant at) {
        long days = Math.max(0, Duration.between(observed, at).toDays());
        return days == 0 ? "today" : count(days, "day") + " old";
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The word as a shell reads it back. */
    static String shell(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
