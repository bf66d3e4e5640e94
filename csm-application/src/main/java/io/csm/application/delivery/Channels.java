package io.csm.application.delivery;

import io.csm.application.access.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The channels that are connected. What happens is recorded in any case; without a channel nothing goes out.
 *
 * @param names {@code workspace}, {@code draft}, {@code chat} and any number of {@code webhook:NAME}, each at most once
 * @param owner the tenant whose the workspace is: no other writes there or reads from there; empty where there is
 *     only one tenant
 */
public record Channels(List<String> names, Optional<TenantId> owner) {

    /** The team's workspace, such as Notion. */
    public static final String WORKSPACE = "workspace";

    /** The drafts folders of the representatives. */
    public static final String DRAFT = "draft";

    /** A chat room. */
    public static final String CHAT = "chat";

    private static final String WEBHOOK = "webhook:";
    private static final Pattern NAME = Pattern.compile("workspace|draft|chat|webhook:[a-z0-9-]{1,30}");

    public Channels {
        Objects.requireNonNull(owner, "owner");
        names = List.copyOf(names);
        names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "a channel must be workspace, draft, chat or webhook:NAME but was '" + name + "'");
        });
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("each channel must be named once but there are " + names);
        }
    }

    /** These, with a workspace of whichever tenant there is. */
    public Channels(List<String> names) {
        this(names, Optional.empty());
    }

    /** None is connected. */
    public static Channels none() {
        return new Channels(List.of());
    }

    /** The channel of a subscriber of that name. */
    public static String webhook(String subscriber) {
        return WEBHOOK + subscriber.toLowerCase(Locale.ROOT);
    }

    /** The same with a workspace of that tenant alone. */
    public Channels withWorkspaceOf(TenantId tenant) {
        return new Channels(names, Optional.of(tenant));
    }

    /** Whether that channel takes what is of that tenant. */
    public boolean has(TenantId tenant, String name) {
        return names.contains(name) && (!name.equals(WORKSPACE) || isWorkspaceOf(tenant));
    }

    /** Whether a workspace that is connected is that tenant's. */
    public boolean isWorkspaceOf(TenantId tenant) {
        return owner.map(tenant::equals).orElse(true);
    }

    /** Those of the subscribers to events. */
    public List<String> webhooks() {
        return names.stream().filter(name -> name.startsWith(WEBHOOK)).toList();
    }
}
