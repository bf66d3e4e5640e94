package io.csm.app.config;

import io.csm.domain.signal.SimilarNames;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of webhooks, of which there are as many groups as subscribers: {@code webhooks.NAME.url}. */
final class WebhookNames {

    private static final String GROUP = "webhooks.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,30}");
    private static final List<String> FIELDS = List.of("url", "secret_file");
    private static final Pattern VARIABLE = Pattern.compile("CSM_WEBHOOKS_([A-Z0-9_]{1,30}?)_(URL|SECRET_FILE|SECRET)");

    private WebhookNames() {}

    static boolean isSetting(String name) {
        return FIELDS.contains(field(name)) && isGroup(GROUP + group(name));
    }

    /** Whether it is the group of one subscriber. */
    static boolean isGroup(String name) {
        return name.startsWith(GROUP)
                && NAME.matcher(name.substring(GROUP.length())).matches();
    }

    /** The names of the subscribers that have one of these settings. */
    static List<String> of(Collection<String> settings) {
        return settings.stream()
                .filter(WebhookNames::isSetting)
                .map(WebhookNames::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is wrong with a name that looks like one of these; empty when it does not. */
    static Optional<String> hint(String name) {
        if (!name.startsWith(GROUP) || field(name).isEmpty()) {
            return Optional.empty();
        }
        String group = group(name);
        if (!NAME.matcher(group).matches()) {
            return Optional.of("; the name of a webhook must be 1 to 30 lower-case letters, digits and dashes but is '"
                    + group + "'");
        }
        if (field(name).equals("secret")) {
            return Optional.of("; a secret belongs into " + FoundSettings.variable(name) + " or into a file named by "
                    + name + "_file");
        }
        return Optional.of(SimilarNames.hint(
                name, FIELDS.stream().map(field -> GROUP + group + "." + field).toList()));
    }

    /** The setting that an environment variable is of, and {@code webhooks.NAME.secret} for a secret itself. */
    static Optional<String> settingOf(String variable) {
        Matcher matcher = VARIABLE.matcher(variable);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String group = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.of(GROUP + group + "." + matcher.group(2).toLowerCase(Locale.ROOT));
    }

    private static String group(String name) {
        int last = name.lastIndexOf('.');
        return last < GROUP.length() ? "" : name.substring(GROUP.length(), last);
    }

    private static String field(String name) {
        int last = name.lastIndexOf('.');
        return last < GROUP.length() ? "" : name.substring(last + 1);
    }
}
