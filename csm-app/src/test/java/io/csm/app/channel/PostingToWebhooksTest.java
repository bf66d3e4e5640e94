package io.csm.app.channel;

import static io.csm.app.channel.Deliveries.ACME;
import static io.csm.app.channel.Deliveries.CLOCK;
import static io.csm.app.channel.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.csm.app.channel.WebhookSettings.Subscriber;
import io.csm.app.channel.stub.WebhookReceiver;
import io.csm.app.database.Secret;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingToWebhooksTest {

    private static final String SECRET = "a-secret-of-the-crm";

    private final WebhookReceiver receiver = new WebhookReceiver(0, SECRET, CLOCK);
    private final WebhookChannel channel = channel(receiver.url(), SECRET);

    @AfterEach
    void close() {
        receiver.close();
    }

    private static WebhookChannel channel(String url, String secret) {
        Subscriber crm = new Subscriber("crm", url, new Secret(secret));
        return WebhookChannel.all(new WebhookSettings(List.of(crm), true), CLOCK)
                .get(0);
    }

    /** One that looks up names there and waits no longer than that. */
    private static WebhookChannel channel(String url, boolean allowPrivate, Dns names, Duration timeout) {
        Subscriber crm = new Subscriber("crm", url, new Secret(SECRET));
        Target target = WebhookChannel.target(crm, allowPrivate);
        AddressRule rule = new AddressRule(allowPrivate, target.url().isHttps(), "webhooks.allow_private");
        return new WebhookChannel(crm, target, new OutboundHttp(rule, CLOCK, names, timeout), CLOCK);
    }

    private static Dns everythingIsAt(String address) {
        return host -> List.of(address(address));
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @Test
    void delivers_what_a_receiver_can_verify_and_tell_from_what_it_has() {
        channel.take(ACME, event("alert/A-1/1"));
        channel.take(ACME, event("alert/A-1/1"));
        channel.take(ACME, event("alert/A-1/2"));

        assertThat(receiver.requests()).isEqualTo(3);
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::key)
                .containsExactly("alert/A-1/1", "alert/A-1/2");
        assertThat(receiver.received().get(0).type()).isEqualTo("alert_raised");
        assertThat(receiver.received().get(0).content().toString())
                .isEqualTo("{\"id\":\"alert/A-1/1\",\"type\":\"alert_raised\",\"occurred_at\":\"2026-03-02T08:00:00Z\","
                        + "\"account_id\":\"A-1\",\"data\":{\"score\":10,\"band\":null}}");
    }

    @Test
    void is_refused_by_a_receiver_that_has_another_secret() {
        WebhookChannel stranger = channel(receiver.url(), "a-secret-of-a-stranger");

        assertThatThrownBy(() -> stranger.take(ACME, event("k")))
                .isInstanceOf(ChannelRefused.class)
                .hasMessage("webhook crm at 127.0.0.1 answered 401: the signature is wrong");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void writes_a_key_that_is_no_header_as_one_line() {
        channel.take(ACME, event("k\r\nX-Evil: yes \u00fc"));

        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::key)
                .containsExactly("k%0D%0AX-Evil: yes %C3%BC");
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "202", "299"})
    void takes_every_success_as_taken(int status) {
        receiver.answerNext(status, "whatever");

        channel.take(ACME, event("k"));

        assertThat(receiver.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"425", "429", "500", "502", "504", "599"})
    void says_what_may_work_later(int status) {
        receiver.answerNext(status, "come back", "Retry-After", "90");

        ChannelUnavailable later = catchThrowableOfType(ChannelUnavailable.class, () -> channel.take(ACME, event("k")));

        assertThat(later).hasMessage("webhook crm at 127.0.0.1 answered " + status + ": come back");
        assertThat(later.retryAfter()).contains(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({"408", "503"})
    void posts_once_even_to_one_who_may_be_asked_again_at_once(int status) {
        receiver.answerNext(status, "come back", "Retry-After", "0");

        ChannelUnavailable later = catchThrowableOfType(ChannelUnavailable.class, () -> channel.take(ACME, event("k")));

        assertThat(receiver.requests()).isEqualTo(1);
        assertThat(later.retryAfter()).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"300", "301", "307", "400", "401", "403", "404", "410", "413", "422", "499"})
    void says_what_never_will(int status) {
        receiver.answerNext(status, "no", "Location", receiver.url() + "/elsewhere");

        assertThatThrownBy(() -> channel.take(ACME, event("k")))
                .isInstanceOf(ChannelRefused.class)
                .hasMessage("webhook crm at 127.0.0.1 answered " + status + ": no");
        assertThat(receiver.requests()).as("no redirect is followed").isEqualTo(1);
    }

    @Test
    void repeats_the_first_200_characters_of_a_refusal_and_nothing_secret() {
        receiver.answerNext(
                400, "no " + SECRET + " for /services/T0/B0/token-in-the-path\u001b[31m\n" + "x".repeat(9_000));

        assertThatThrownBy(() -> channel.take(ACME, event("k")))
                .hasMessage("webhook crm at 127.0.0.1 answered 400: no *** for *** [31m "
                        + "x".repeat(200 - "no *** for *** [31m ".length()));
    }

    @Test
    void waits_no_longer_than_it_may() {
        WebhookChannel hasty = channel(receiver.url(), true, Dns.SYSTEM, Duration.ofMillis(300));
        receiver.fallSilent();

        assertThatThrownBy(() -> hasty.take(ACME, event("k")))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessage("webhook crm at 127.0.0.1 did not answer within 0.3 seconds");
    }

    @Test
    void may_work_later_when_nobody_is_there() {
        receiver.close();

        assertThatThrownBy(() -> channel.take(ACME, event("k")))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageStartingWith("webhook crm at 127.0.0.1 cannot be reached: ")
                .hasMessageNotContaining("token-in-the-path");
    }

    @Test
    void goes_to_the_next_address_of_a_name_when_nobody_is_at_the_first() {
        WebhookChannel twoHomes = channel(
                "http://hooks.example.com:" + receiver.port() + "/x",
                true,
                host -> List.of(address("127.0.0.2"), address("127.0.0.1")),
                Duration.ofSeconds(5));

        twoHomes.take(ACME, event("k"));

        assertThat(receiver.requests()).isEqualTo(1);
    }

    @Test
    void may_work_later_when_a_name_has_no_address() {
        WebhookChannel lost = channel(
                "https://hooks.example.com/x",
                false,
                host -> {
                    throw new UnknownHostException(host);
                },
                Duration.ofSeconds(5));

        assertThatThrownBy(() -> lost.take(ACME, event("k")))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessage("webhook crm at hooks.example.com is unknown: there is no address for this name");
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:192.168.0.1"})
    void goes_to_no_private_address_by_whatever_name(String address) {
        WebhookChannel outward =
                channel("https://hooks.example.com/x", false, everythingIsAt(address), Duration.ofSeconds(5));

        assertThatThrownBy(() -> outward.take(ACME, event("k")))
                .isInstanceOf(ChannelRefused.class)
                .hasMessageStartingWith(
                        "webhook crm at hooks.example.com may not be connected to: hooks.example.com is at ");
        assertThatThrownBy(outward::check).isInstanceOf(ChannelRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433"})
    void goes_to_no_private_address_that_stands_in_the_url(String host) {
        WebhookChannel outward =
                channel("https://" + host + ":" + receiver.port(), false, Dns.SYSTEM, Duration.ofSeconds(5));

        assertThatThrownBy(() -> outward.take(ACME, event("k"))).isInstanceOf(ChannelRefused.class);
        assertThat(receiver.requests()).isZero();
    }

    @Test
    void goes_nowhere_unencrypted_outside_of_a_private_network() {
        WebhookChannel plain =
                channel("http://hooks.example.com/x", true, everythingIsAt("8.8.8.8"), Duration.ofSeconds(5));

        assertThatThrownBy(() -> plain.take(ACME, event("k")))
                .isInstanceOf(ChannelRefused.class)
                .hasMessageEndingWith("so its URL must begin with https://");
    }

    @Test
    void asks_again_at_the_address_that_is_connected_to() {
        AddressRule rule = new AddressRule(false, true, "webhooks.allow_private");

        assertThatThrownBy(() -> new GuardedSockets(rule).createSocket("127.0.0.1", receiver.port()))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void is_checked_without_sending_anything() {
        assertThat(channel.check())
                .isEqualTo("webhook crm at 127.0.0.1 can be reached, at 127.0.0.1; nothing was sent");
        assertThat(receiver.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            120                           | PT2M
            86401                         | PT24H
            Mon, 02 Mar 2026 08:00:30 GMT | PT30S
            Mon, 02 Mar 2026 07:59:00 GMT | PT0S
            Fri, 01 Jan 2100 00:00:00 GMT | PT24H
            """)
    void understands_how_long_a_receiver_wants_to_be_left_alone(String header, Duration wish) {
        assertThat(new RetryAfter(CLOCK).read(header)).contains(wish);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "1.5", "99999999999999999999", "''"})
    void takes_what_it_does_not_understand_for_nothing(String header) {
        assertThat(new RetryAfter(CLOCK).read(header)).isEmpty();
    }
}
