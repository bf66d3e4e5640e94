package io.csm.app.channel;

import io.csm.app.database.Secret;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The chat that alerts go to.
 *
 * @param webhookUrl an incoming webhook as Slack has them; whoever knows it may write, so it is a secret; empty when there
 *     is no chat
 * @param allowPrivate whether it may be at a private address, and there without encryption; default no
 */
public record ChatSettings(Optional<Secret> webhookUrl, boolean allowPrivate) {

    public ChatSettings {
        Objects.requireNonNull(webhookUrl, "webhookUrl");
        boolean allowed = allowPrivate;
        webhookUrl.ifPresent(url -> parse(url, allowed));
    }

    /** No chat. */
    public static ChatSettings none() {
        return new ChatSettings(Optional.empty(), false);
    }

    HttpUrl parsed(Secret url) {
        return parse(url, allowPrivate);
    }

    private static HttpUrl parse(Secret url, boolean allowPrivate) {
        return Target.parse("chat.webhook_url", url.value(), allowPrivate);
    }
}
