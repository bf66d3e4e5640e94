package io.csm.app.channel;

import io.csm.app.database.Secret;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChatThreads;
import io.csm.application.delivery.port.DeliveryChannel;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes messages into a chat through an incoming webhook as Slack has them. When the chat tells which thread a message
 * began, the next ones of that thread are written into it.
 */
public final class ChatChannel implements DeliveryChannel {

    private final Target target;
    private final OutboundHttp http;
    private final ChatThreads threads;

    ChatChannel(Target target, OutboundHttp http, ChatThreads threads) {
        this.target = target;
        this.http = http;
        this.threads = threads;
    }

    /** The channel to the chat of the settings; empty when they have none. */
    public static Optional<ChatChannel> of(ChatSettings settings, ChatThreads threads, Clock clock) {
        return settings.webhookUrl().map(url -> {
            Target target = target(settings, url);
            AddressRule rule =
                    new AddressRule(settings.allowPrivate(), target.url().isHttps(), "chat.allow_private");
            return new ChatChannel(target, new OutboundHttp(rule, clock), threads);
        });
    }

    static Target target(ChatSettings settings, Secret url) {
        return Target.of("chat", settings.parsed(url), Stream.of(url.value()));
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public void take(TenantId tenant, Delivery delivery) {
        String thread = text(delivery, "thread").orElse("");
        Optional<String> begun = thread.isBlank() ? Optional.empty() : threads.find(tenant, thread);
        ChatAnswer answer = post(delivery, begun);
        if (begun.isPresent() && answer.missesTheThread()) {
            begun = Optional.empty(); // somebody deleted it, so this message begins another
            answer = post(delivery, begun);
        }
        answer.requireTaken(target);
        if (begun.isEmpty() && !thread.isBlank()) {
            answer.ts().ifPresent(ts -> threads.save(tenant, thread, ts));
        }
    }

    private ChatAnswer post(Delivery delivery, Optional<String> thread) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("account_id", delivery.content().get("account_id"));
        payload.put("key", delivery.key());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", ChatText.of(message(delivery)));
        body.put("metadata", Map.of("event_type", "csm_alert", "event_payload", payload));
        thread.ifPresent(ts -> body.put("thread_ts", ts));
        return new ChatAnswer(http.post(target, Json.write(body), Map.of("Idempotency-Key", delivery.key())));
    }

    private String message(Delivery delivery) {
        return text(delivery, "text")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ChannelRefused("the delivery " + delivery.key() + " has no text for the chat"));
    }

    private static Optional<String> text(Delivery delivery, String field) {
        return Optional.ofNullable(delivery.content().get(field)).map(String::valueOf);
    }

    /**
     * Connects, sends nothing, and says where it would send to.
     *
     * @throws io.csm.application.delivery.port.ChannelUnavailable when it cannot be reached
     * @throws io.csm.application.delivery.port.ChannelRefused when its address is not allowed
     */
    public String check() {
        return target.receiver() + " can be reached, at " + http.reach(target) + "; nothing was sent";
    }
}
