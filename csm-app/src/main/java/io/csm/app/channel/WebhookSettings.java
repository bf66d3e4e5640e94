package io.csm.app.channel;

import io.csm.app.database.Secret;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Who wants to hear of events.
 *
 * @param subscribers each under a name of its own; default none
 * @param allowPrivate whether a receiver may be at a private address, and there without encryption; default no
 */
public record WebhookSettings(List<Subscriber> subscribers, boolean allowPrivate) {

    public WebhookSettings {
        subscribers = List.copyOf(subscribers);
        boolean allowed = allowPrivate;
        subscribers.forEach(subscriber -> subscriber.parsed(allowed));
    }

    /** Nobody. */
    public static WebhookSettings none() {
        return new WebhookSettings(List.of(), false);
    }

    /**
     * One who wants to hear.
     *
     * @param name 1 to 30 lower-case letters, digits and dashes
     * @param url where to post to; without user and password
     * @param secret signs what is posted; at least 16 characters
     */
    public record Subscriber(String name, String url, Secret secret) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,30}");
        private static final int SHORTEST_SECRET = 16;

        public Subscriber {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the name of a webhook must be 1 to 30 lower-case letters, digits and dashes but was '" + name
                                + "'");
            }
            if (secret.value().length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException(
                        "the secret webhooks." + name + ".secret must have at least " + SHORTEST_SECRET
                                + " characters but has " + secret.value().length());
            }
        }

        HttpUrl parsed(boolean allowPrivate) {
            return Target.parse("webhooks." + name + ".url", url, allowPrivate);
        }

        /** Without the URL, as its path may give access. */
        @Override
        public String toString() {
            return "Subscriber[" + name + "]";
        }
    }
}
