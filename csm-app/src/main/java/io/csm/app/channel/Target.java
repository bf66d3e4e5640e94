package io.csm.app.channel;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Where a request goes. The path and the query of a URL are often what gives access, so no message shows more of it than
 * the host.
 *
 * @param receiver what to call it in messages
 * @param secrets texts that no message may hold, should the receiver repeat them
 */
record Target(String receiver, HttpUrl url, List<String> secrets) {

    Target {
        secrets = List.copyOf(secrets);
    }

    /** At that URL; {@code what} is named in front of its host, and the secrets are kept out of messages. */
    static Target of(String what, HttpUrl url, Stream<String> secrets) {
        Stream<String> paths = Stream.of(url.toString(), url.encodedPath(), url.encodedQuery())
                .filter(Objects::nonNull)
                .filter(text -> text.length() > 1);
        List<String> hidden = Stream.concat(secrets, paths)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new Target(what + " at " + url.host(), url, hidden);
    }

    /**
     * Checks a URL and says, without showing it, what is wrong.
     *
     * @param setting the name of the setting that holds it
     * @param allowsPlain whether it may do without encryption
     */
    static HttpUrl parse(String setting, String url, boolean allowsPlain) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException(setting + " must be a URL that begins with https:// but is not");
        }
        if (!parsed.isHttps() && !allowsPlain) {
            throw new IllegalArgumentException(setting
                    + " must begin with https:// but begins with http://, and private addresses are not allowed");
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new IllegalArgumentException(setting + " must not hold a user or a password but does");
        }
        return parsed;
    }

    /** What the receiver said, as a message may repeat it: one line without secrets. */
    String shown(String said) {
        String shown = said;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        return shown.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
