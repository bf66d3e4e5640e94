package io.csm.app.channel.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives webhooks as a customer would: refuses what is not signed with the secret, or signed too long ago, and keeps
 * what comes twice once.
 */
public final class WebhookReceiver extends StubServer {

    private static final Duration OLDEST = Duration.ofMinutes(5);

    /** An event that was received. */
    public record Received(String key, String type, JsonNode content) {}

    private final String secret;
    private final Clock clock;
    private final Duration oldest;
    private final Map<String, Received> received = new LinkedHashMap<>();

    public WebhookReceiver(int port, String secret, Clock clock) {
        this(port, secret, clock, OLDEST);
    }

    /** The same, with patience of its own for signatures that are old. */
    public WebhookReceiver(int port, String secret, Clock clock, Duration oldest) {
        super(port);
        this.oldest = oldest;
        this.secret = secret;
        this.clock = clock;
    }

    /** {@code PORT SECRET}: prints what it receives until it is interrupted. */
    public static void main(String[] arguments) {
        WebhookReceiver receiver = new WebhookReceiver(Integer.parseInt(arguments[0]), arguments[1], Clock.systemUTC());
        System.out.println("waiting at " + receiver.url());
    }

    public synchronized List<Received> received() {
        return List.copyOf(received.values());
    }

    @Override
    synchronized Reply answer(Map<String, String> headers, byte[] body) {
        String timestamp = headers.getOrDefault("x-csm-timestamp", "0");
        if (!isSigned(timestamp, body, headers.getOrDefault("x-csm-signature", ""))) {
            return Reply.of(401, "the signature is wrong");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(oldest) > 0) {
            return Reply.of(401, "the signature is too old");
        }
        try {
            JsonNode content = new ObjectMapper().readTree(body);
            String key = headers.getOrDefault("idempotency-key", "");
            Received event = new Received(key, headers.getOrDefault("x-csm-event", ""), content);
            boolean isNew = received.putIfAbsent(key, event) == null;
            System.out.println((isNew ? "received " : "again    ") + event);
            return Reply.of(204, "");
        } catch (IOException malformed) {
            return Reply.of(400, "this is not JSON");
        }
    }

    private boolean isSigned(String timestamp, byte[] body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            String expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
