package io.csm.application.delivery;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The channels that are connected. What happens is recorded in any case; without a channel nothing goes out.
 *
 * @param names {@code workspace}, {@code draft}, {@code chat} and any number of {@code webhook:NAME}, each at most once
 */
public record Channels(List<String> names) {

    /** The team's workspace, such as Notion. */
    public static final String WORKSPACE = "workspace";

    /** The drafts folders of the representatives. */
    public static final String DRAFT = "draft";

    /** A chat room. */
    public static final String CHAT = "chat";

    private static final String WEBHOOK = "webhook:";
    private static final Pattern NAME = Pattern.compile("workspace|draft|chat|webhook:[a-z0-9-]{1,30}");

    public Channels {
        names = List.copyOf(names);
        names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "a channel must be workspace, draft, chat or webhook:NAME but was '" + name + "'");
        });
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("each channel must be named once but there are " + names);
        }
    }

    /** None is connected. */
    public static Channels none() {
        return new Channels(List.of());
    }

    /** The channel of a subscriber of that name. */
    public static String webhook(String subscriber) {
        return WEBHOOK + subscriber.toLowerCase(Locale.ROOT);
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** Those of the subscribers to events. */
    public List<String> webhooks() {
        return names.stream().filter(name -> name.startsWith(WEBHOOK)).toList();
    }
}
