package io.csm.app.channel;

import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Posts JSON to addresses that the rule allows: no redirects, no proxies, one attempt of at most ten seconds. */
final class OutboundHttp {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int LONGEST_ANSWER = 4096;
    private static final MediaType JSON = MediaType.get("application/json");

    private final AddressRule rule;
    private final Dns names;
    private final Duration timeout;
    private final RetryAfter retryAfter;
    private final OkHttpClient client;

    OutboundHttp(AddressRule rule, Clock clock) {
        this(rule, clock, Dns.SYSTEM, TIMEOUT);
    }

    OutboundHttp(AddressRule rule, Clock clock, Dns names, Duration timeout) {
        this.rule = rule;
        this.names = names;
        this.timeout = timeout;
        this.retryAfter = new RetryAfter(clock);
        // a proxy would look up names by itself, out of reach of the rule
        this.client = new OkHttpClient.Builder()
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(new HiddenRetryAfter())
                .proxy(Proxy.NO_PROXY)
                .dns(this::lookUp)
                .socketFactory(new GuardedSockets(rule))
                .build();
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        List<InetAddress> addresses = names.lookup(host);
        for (InetAddress address : addresses) {
            rule.check(host, address);
        }
        return addresses;
    }

    /**
     * Posts the body and gives what was answered, whatever that is.
     *
     * @throws ChannelUnavailable when there was no answer
     * @throws ChannelRefused when the address is not allowed
     */
    HttpAnswer post(Target target, byte[] body, Map<String, String> headers) {
        Request.Builder request = new Request.Builder()
                .url(target.url())
                .header("User-Agent", "csm")
                .post(RequestBody.create(body, JSON));
        headers.forEach((name, value) -> request.header(name, HeaderText.of(value)));
        try (Response response = client.newCall(request.build()).execute()) {
            Optional<Duration> wish =
                    Optional.ofNullable(response.header(HiddenRetryAfter.NAME)).flatMap(retryAfter::read);
            return new HttpAnswer(response.code(), beginning(response), wish);
        } catch (IOException failure) {
            throw explained(target, failure);
        }
    }

    /** What was said of it counts no more once the status is known, so a connection that breaks here breaks nothing. */
    private static String beginning(Response response) {
        Buffer read = new Buffer();
        try {
            BufferedSource source = response.body().source();
            while (read.size() < LONGEST_ANSWER && source.read(read, LONGEST_ANSWER - read.size()) >= 0) {
                // goes on with the next piece
            }
        } catch (IOException broken) {
            return read.readString(StandardCharsets.UTF_8);
        }
        return read.readString(StandardCharsets.UTF_8);
    }

    /**
     * Connects and sends nothing; gives the address.
     *
     * @throws ChannelUnavailable when it cannot be reached
     * @throws ChannelRefused when the address is not allowed
     */
    String reach(Target target) {
        try (Socket socket = new GuardedSockets(rule).createSocket()) {
            InetAddress address = lookUp(target.url().host()).get(0);
            socket.connect(new InetSocketAddress(address, target.url().port()), (int) timeout.toMillis());
            return address.getHostAddress();
        } catch (IOException failure) {
            throw explained(target, failure);
        }
    }

    private RuntimeException explained(Target target, IOException failure) {
        return AddressRefused.behind(failure)
                .<RuntimeException>map(refused -> new ChannelRefused(
                        target.receiver() + " may not be connected to: " + refused.getMessage(), refused))
                .orElseGet(() -> new ChannelUnavailable(target.receiver() + " " + reason(target, failure), failure));
    }

    private String reason(Target target, IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "is unknown: there is no address for this name";
        }
        if (failure instanceof InterruptedIOException) {
            return "did not answer within " + timeout.toMillis() / 1000.0 + " seconds";
        }
        String said = target.shown(String.valueOf(failure.getMessage()));
        return (failure instanceof SSLException ? "has no safe connection: " : "cannot be reached: ") + said;
    }
}
