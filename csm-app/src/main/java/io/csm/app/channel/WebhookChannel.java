package io.csm.app.channel;

import io.csm.app.channel.WebhookSettings.Subscriber;
import io.csm.app.database.Secret;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.DeliveryChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts events to one subscriber, signed, so that it can tell that they are ours and that it has them already. */
public final class WebhookChannel implements DeliveryChannel {

    private static final String HMAC = "HmacSHA256";

    private final String name;
    private final Secret secret;
    private final Target target;
    private final OutboundHttp http;
    private final Clock clock;

    WebhookChannel(Subscriber subscriber, Target target, OutboundHttp http, Clock clock) {
        this.name = subscriber.name();
        this.secret = subscriber.secret();
        this.target = target;
        this.http = http;
        this.clock = clock;
    }

    /** One for each subscriber. */
    public static List<WebhookChannel> all(WebhookSettings settings, Clock clock) {
        return settings.subscribers().stream()
                .map(subscriber -> to(subscriber, settings.allowPrivate(), clock))
                .toList();
    }

    private static WebhookChannel to(Subscriber subscriber, boolean allowPrivate, Clock clock) {
        Target target = target(subscriber, allowPrivate);
        AddressRule rule = new AddressRule(allowPrivate, target.url().isHttps(), "webhooks.allow_private");
        return new WebhookChannel(subscriber, target, new OutboundHttp(rule, clock), clock);
    }

    static Target target(Subscriber subscriber, boolean allowPrivate) {
        return Target.of(
                "webhook " + subscriber.name(),
                subscriber.parsed(allowPrivate),
                Stream.of(subscriber.secret().value()));
    }

    @Override
    public String name() {
        return "webhook:" + name;
    }

    @Override
    public void take(TenantId tenant, Delivery delivery) {
        byte[] body = Json.write(delivery.content());
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", delivery.key());
        headers.put("X-CSM-Event", String.valueOf(delivery.content().getOrDefault("type", "unknown")));
        headers.put("X-CSM-Timestamp", timestamp);
        headers.put("X-CSM-Signature", "sha256=" + signature(timestamp, body));
        http.post(target, body, headers).requireTaken(target);
    }

    private String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
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
