package io.csm.domain.signal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One named fact about an account: its type, its range, and how a customer-success manager would say it.
 *
 * <p>Whatever the type, a value travels as a {@code double}: numbers as they are, yes as 1 and no as 0, a choice as
 * its position in {@link #options()}, a date as its epoch day; {@code NaN} is <em>not tracked</em>.
 */
public final class Signal {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final double LARGEST_WHOLE = Integer.MAX_VALUE;
    private static final double FIRST_DAY = (double) LocalDate.of(1900, 1, 1).toEpochDay();
    private static final double LAST_DAY = (double) LocalDate.of(2200, 1, 1).toEpochDay();

    private final String name;
    private final String label;
    private final SignalType type;
    private final double min;
    private final double max;
    private final List<String> options;
    private final double whenAbsent;
    private final Phrase phrase;

    private Signal(
            String name,
            String label,
            SignalType type,
            double min,
            double max,
            List<String> options,
            double whenAbsent,
            Phrase phrase) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "signal name must be lower-case words joined by _ (" + NAME.pattern() + ") but was '" + name + "'");
        }
        Figures.finite("signal " + name + ": the least value", min);
        Figures.finite("signal " + name + ": the largest value", max);
        if (min > max) {
            throw new IllegalArgumentException("signal " + name + ": the least value " + Figures.show(min)
                    + " is above the largest " + Figures.show(max));
        }
        if (options.stream().distinct().count() != options.size()) {
            throw new IllegalArgumentException("signal " + name + ": a choice stands twice in " + options);
        }
        this.name = name;
        this.label = Objects.requireNonNull(label, "label");
        this.type = type;
        this.min = min;
        this.max = max;
        this.options = List.copyOf(options);
        this.whenAbsent = whenAbsent;
        this.phrase = phrase;
    }

    /** How a value is said in a sentence; {@code shown} is the value as {@link #show(double)} gives it. */
    @FunctionalInterface
    public interface Phrase {
        String of(double value, String shown);
    }

    /** A real number from {@code min} to {@code max}, both included. */
    public static Signal number(String name, double min, double max) {
        return plain(name, SignalType.NUMBER, min, max, List.of());
    }

    /** A whole number from {@code min} to 2,147,483,647. */
    public static Signal wholeNumber(String name, double min) {
        return wholeNumber(name, min, LARGEST_WHOLE);
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public static Signal wholeNumber(String name, double min, double max) {
        return plain(name, SignalType.WHOLE_NUMBER, min, max, List.of());
    }

    /** Yes or no. */
    public static Signal yesNo(String name) {
        return plain(name, SignalType.YES_NO, 0, 1, List.of("no", "yes"));
    }

    /** One of these words. */
    public static Signal choice(String name, List<String> options) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("signal " + name + ": a choice needs at least one option");
        }
        return plain(name, SignalType.CHOICE, 0, options.size() - 1.0, options);
    }

    /** One of the words of that enum. */
    public static Signal choice(String name, Choice... options) {
        return choice(name, List.of(options).stream().map(Choice::code).toList());
    }

    /** A day. */
    public static Signal date(String name) {
        return plain(name, SignalType.DATE, FIRST_DAY, LAST_DAY, List.of());
    }

    private static Signal plain(String name, SignalType type, double min, double max, List<String> options) {
        String label = name.replace('_', ' ');
        return new Signal(name, label, type, min, max, options, Double.NaN, (value, shown) -> label + " is " + shown);
    }

    /** The same signal, called so by people; default: the name with blanks for {@code _}. */
    public Signal labelled(String text) {
        return new Signal(name, text, type, min, max, options, whenAbsent, (value, shown) -> text + " is " + shown);
    }

    /** The same signal, said so in a sentence; default: {@code <label> is <value>}. */
    public Signal saying(Phrase sentence) {
        return new Signal(name, label, type, min, max, options, whenAbsent, sentence);
    }

    /**
     * The same signal, of which an absent value means this one; default: absent means not tracked.
     *
     * @throws InvalidSignal when the signal does not take this value
     */
    public Signal assumedToBe(double value) {
        if (!(value >= min && value <= max) || (type != SignalType.NUMBER && value != Math.rint(value))) {
            throw refused(Figures.exact(value));
        }
        return new Signal(name, label, type, min, max, options, value, phrase);
    }

    /** The same choice, of which an absent value means this word. */
    public Signal assumedToBe(Choice choice) {
        return assumedToBe(valueOf(choice));
    }

    public String name() {
        return name;
    }

    /** What people call it, such as {@code days since last login}. */
    public String label() {
        return label;
    }

    public SignalType type() {
        return type;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    /** The words of a choice, {@code no, yes} of a yes/no; else empty. */
    public List<String> options() {
        return options;
    }

    /** What is assumed when nothing is known; empty: the signal is then not tracked. */
    public OptionalDouble whenAbsent() {
        return Double.isNaN(whenAbsent) ? OptionalDouble.empty() : OptionalDouble.of(whenAbsent);
    }

    /** The value of that choice as it travels. */
    public double valueOf(Choice choice) {
        return fromText(choice.code());
    }

    /**
     * Reads a value as a text file holds it.
     *
     * @throws InvalidSignal naming this signal, the value and the rule
     */
    public double fromText(String text) {
        return switch (type) {
            case NUMBER, WHOLE_NUMBER -> inRange(Figures.parse(text), text);
            case YES_NO, CHOICE -> position(text);
            case DATE -> inRange(epochDay(text), text);
        };
    }

    /**
     * Takes a number that is already one.
     *
     * @throws InvalidSignal when this signal is no number or the number is out of its range
     */
    public double fromNumber(double number) {
        if (type != SignalType.NUMBER && type != SignalType.WHOLE_NUMBER) {
            throw refused(Figures.show(number));
        }
        return inRange(number, number);
    }

    /**
     * Takes a yes or no that is already one.
     *
     * @throws InvalidSignal when this signal is no yes/no
     */
    public double fromFlag(boolean flag) {
        if (type != SignalType.YES_NO) {
            throw refused(Boolean.toString(flag));
        }
        return flag ? 1 : 0;
    }

    /** The value as a file would hold it, and {@link #fromText} would read it. */
    public String show(double value) {
        return switch (type) {
            case NUMBER, WHOLE_NUMBER -> Figures.exact(value);
            case YES_NO, CHOICE -> options.get((int) value);
            case DATE -> LocalDate.ofEpochDay((long) value).toString();
        };
    }

    /** The value in half a sentence, such as {@code last login was 45 days ago}. */
    public String say(double value) {
        return phrase.of(value, show(value));
    }

    /** What the value must be, such as {@code must be a number from 0 to 1}. */
    public String rule() {
        return switch (type) {
            case NUMBER -> "must be a number" + range();
            case WHOLE_NUMBER -> "must be a whole number" + range();
            case YES_NO, CHOICE -> "must be one of " + String.join(", ", options);
            case DATE -> "must be a date such as 2026-03-31";
        };
    }

    private String range() {
        boolean bounded = max < LARGEST_WHOLE;
        if (min > -LARGEST_WHOLE) {
            return bounded
                    ? " from " + Figures.show(min) + " to " + Figures.show(max)
                    : " of at least " + Figures.show(min);
        }
        return bounded ? " of at most " + Figures.show(max) : "";
    }

    private double inRange(double value, Object written) {
        if (value >= min && value <= max && (type != SignalType.WHOLE_NUMBER || value == Math.rint(value))) {
            return value + 0.0; // turns -0.0 into 0.0
        }
        throw refused(written instanceof Double number ? Figures.exact(number) : written.toString());
    }

    private double position(String text) {
        int position = options.indexOf(text);
        if (position < 0) {
            throw refused(text);
        }
        return position;
    }

    private double epochDay(String text) {
        try {
            return (double) LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException notADate) {
            return Double.NaN; // refused by the range, with the rule
        }
    }

    private InvalidSignal refused(String written) {
        return new InvalidSignal(name, written.isBlank() ? "'" + written + "'" : written, rule());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signal signal
                && name.equals(signal.name)
                && label.equals(signal.label)
                && type == signal.type
                && min == signal.min
                && max == signal.max
                && Double.compare(whenAbsent, signal.whenAbsent) == 0
                && options.equals(signal.options);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + type.code().replace('_', ' ').toLowerCase(Locale.ROOT) + ")";
    }
}
