package io.csm.adapter.llm;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must not leave the house: e-mail addresses, phone and card numbers, keys and passwords. What
 * looks like one is taken out as well; order numbers, dates and amounts stay.
 */
final class Redaction {

    private static final int FEWEST_PHONE_DIGITS = 7;
    private static final int MOST_PHONE_DIGITS = 15;
    private static final int FEWEST_CARD_DIGITS = 13;
    private static final int MOST_CARD_DIGITS = 19;

    private record Rule(Pattern pattern, UnaryOperator<String> replaced) {

        static Rule of(String regex, String replacement) {
            return of(regex, found -> true, replacement);
        }

        static Rule of(String regex, Predicate<String> holds, String replacement) {
            return of(regex, found -> holds.test(found) ? replacement : found);
        }

        static Rule of(String regex, UnaryOperator<String> replaced) {
            return new Rule(Pattern.compile(regex), replaced);
        }

        String apply(String text) {
            return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replaced.apply(match.group())));
        }
    }

    private static final String KEY = "[key]";
    private static final String PHONE = "[phone]";
    private static final String PASSWORD = "[password]";

    /** Words that say what they mean in any company: {@code clientSecret}, {@code OPENAI_API_KEY}. */
    private static final String LONG_KEYWORD =
            "\\b\\w{0,40}(?:pass[ -]?(?:word|wort|wd|code|phrase)|kennwort|secret|token"
                    + "|(?:api|access|secret|private)[ _-]?key)";

    /** Words that are the end of others: {@code spin}. */
    private static final String SHORT_KEYWORD = "(?<![A-Za-z0-9])(?:\\w{0,40}[_-])?(?:pwd|pw|pin)";

    /** Also as in JSON, where the keyword stands in quotation marks. */
    private static final String SEPARATOR = "\\\\?[\"']?\\s*[:=]>?\\s*";

    private static final String VALUE = "(?:\"[^\"]*\"|'[^']*'|\\S+)";

    private static final String NO_NUMBER_OF_A_THING =
            "(?<!(?i:order|ticket|invoice|case|contract|account|customer)(?i: no\\.?| nr\\.?| number| id)?[ :#]{1,2})";

    /** In this order: a password may look like anything, and an address holds a name that may look like a key. */
    private static final List<Rule> RULES = List.of(
            Rule.of("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", KEY),
            Rule.of("(?<=://)[^\\s/:@]{1,100}:[^\\s/@]{1,200}(?=@)", PASSWORD),
            Rule.of("(?i)\\bbearer\\s+[\\w.~+/=-]{8,}", KEY),
            Rule.of(
                    "(?i)(?:" + LONG_KEYWORD + "|" + SHORT_KEYWORD + ")"
                            + "(?:" + SEPARATOR + "|\\s+(?:is|was|ist)\\s+(?=\\S*[\\d!@#$%^&*]))"
                            + VALUE,
                    PASSWORD),
            Rule.of("(?i)(?<![A-Za-z0-9])(?:\\w{0,40}[_-])?pass\\b[\"']?\\s*=\\s*" + VALUE, PASSWORD),
            Rule.of("(?i)(?<![A-Za-z0-9])pass\\b" + SEPARATOR + "(?=\\S*[\\d!@#$%^&*])" + VALUE, PASSWORD),
            Rule.of("(?U)[\\w.%+'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}", "[email]"),
            Rule.of("\\b(?:sk|pk|rk|xox[abeprs])[-_][A-Za-z0-9_-]{12,}", KEY),
            Rule.of("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}", KEY),
            Rule.of("\\b(?:gh[pousr]_|github_pat_|glpat-|AIza|ntn_|secret_)[A-Za-z0-9_-]{16,}", KEY),
            Rule.of("\\bwhsec_[A-Za-z0-9+/=_-]{8,}", KEY),
            Rule.of("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?", KEY),
            Rule.of("(?<![A-Za-z0-9])[0-9a-fA-F]{32,}(?![A-Za-z0-9])", KEY),
            Rule.of("(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{40,}={0,2}", Redaction::isMixed, KEY),
            Rule.of(
                    "(?<![\\d.,])(?!\\d{4}-\\d\\d-\\d\\d)[2-6]\\d{3,18}(?:[ .-]\\d{4,10}){0,4}(?:[ .-]\\d{1,3}){0,2}(?!\\d)",
                    Redaction::withoutCard),
            Rule.of("(?<![\\w.,+-])\\+\\(?\\d[\\d ()./-]{5,20}\\d(?!\\w)", Redaction::isPhone, PHONE),
            Rule.of("(?<![\\w.,+-])00[1-9]\\d{0,2}(?:[ /]\\d{2,}){2,5}(?!\\w)", Redaction::isPhone, PHONE),
            Rule.of(
                    "(?<![\\w.,+-])1[ .-](?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4}(?![\\w-])",
                    PHONE),
            Rule.of("(?<![#\\w.,+-])" + NO_NUMBER_OF_A_THING + "0[1-9]\\d{8,10}(?![\\w-]|[.,]\\d)", PHONE),
            Rule.of("(?<![\\w.,+-])(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4}(?![\\w-])", PHONE),
            Rule.of("(?<![\\w.,+-])\\(?0[1-9]\\d{1,4}\\)?(?:[ /-]\\d{2,}){1,4}(?![\\w-])", Redaction::isPhone, PHONE),
            Rule.of(
                    "(?i)\\b(?:tel|telefon|phone|mobile|handy|fax)(?: no| number)?[.:]{1,2} ?(?!\\d{4}-\\d{2}-\\d{2})"
                            + "\\d[\\d ()./-]{5,20}\\d",
                    PHONE));

    private Redaction() {}

    /** The text without them; each is named where it stood, such as {@code [email]}. */
    static String redact(String text) {
        String redacted = text;
        for (Rule rule : RULES) {
            redacted = rule.apply(redacted);
        }
        return redacted;
    }

    /** Base 64 has small and capital letters and digits; a path or a long name rarely has all of them. */
    private static boolean isMixed(String text) {
        return text.chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isLowerCase)
                && text.chars().anyMatch(Character::isDigit);
    }

    private static boolean isPhone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= FEWEST_PHONE_DIGITS && digits <= MOST_PHONE_DIGITS;
    }

    /** A card number may be followed by others, such as its last month: it ends where a group of digits does. */
    private static String withoutCard(String text) {
        for (int end = text.length(); end > 0; end--) {
            boolean isEndOfGroup = end == text.length() || !Character.isDigit(text.charAt(end));
            if (isEndOfGroup && isCard(text.substring(0, end))) {
                return "[card]" + text.substring(end);
            }
        }
        return text;
    }

    /** Card numbers end in a check digit (ISO/IEC 7812); only one in ten other numbers has it right. */
    private static boolean isCard(String text) {
        int[] digits =
                text.chars().filter(Character::isDigit).map(each -> each - '0').toArray();
        if (digits.length < FEWEST_CARD_DIGITS || digits.length > MOST_CARD_DIGITS) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            boolean isDoubled = (digits.length - i) % 2 == 0;
            int weighed = isDoubled ? digits[i] * 2 : digits[i];
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
