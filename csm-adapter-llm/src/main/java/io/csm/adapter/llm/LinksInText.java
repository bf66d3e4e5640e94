package io.csm.adapter.llm;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links in a text, also those that do not look like one to a person: mail programs make links of hosts. */
final class LinksInText {

    private static final String LABELS = "(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,62}\\.){1,6}";

    /** With a scheme, {@code www} or a path, whatever the host is. */
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:[a-z]{2,10}://|www\\.)\\S"
            + "|(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?/\\S"
            + "|" + LABELS + "(?!(?:js|ts)/)\\p{L}{2,24}(?::\\d{1,5})?/[\\p{L}\\p{N}]");

    /**
     * A host alone. The names of countries must be written in small letters, as most are words, too: a sentence may end
     * in {@code week.It} when the blank is forgotten.
     */
    private static final Pattern HOST = Pattern.compile(LABELS
            + "(?:(?i:com|org|info|biz|online|site|website|shop|store|xyz|club|cloud|link|click|tech|support)"
            + "|net|app|dev|eu|ac|ai|at|au|be|br|ca|cc|ch|cn|co|cz|de|dk|es|fi|fr|gg|gl|gr|hk|hu|ie|il|in|io|is|it|jp|kr"
            + "|la|li|lt|lu|lv|ly|me|mx|my|nl|no|nu|nz|pl|pt|pw|ro|ru|se|sg|sh|si|sk|so|su|tk|to|tr|tv|tw|ua|uk|us|ws|za)"
            + "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])");

    private LinksInText() {}

    /** Whether there is one; those hosts alone are names and none. */
    static boolean isIn(String text, Set<String> names) {
        return LINK.matcher(plain(text)).find() || hosts(text).anyMatch(host -> !names.contains(host));
    }

    /** The hosts, in small letters. */
    static Stream<String> hosts(String text) {
        return HOST.matcher(plain(text)).results().map(MatchResult::group).map(host -> host.toLowerCase(Locale.ROOT));
    }

    /** Without what only looks different to us: wide letters, other full stops, what is not seen. */
    private static String plain(String text) {
        String seen = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}+", "");
        return seen.replace('\u3002', '.');
    }
}
