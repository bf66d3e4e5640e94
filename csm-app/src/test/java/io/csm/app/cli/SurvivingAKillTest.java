package io.csm.app.cli;

import static io.csm.app.cli.SignalRows.ILL;
import static io.csm.app.cli.SignalRows.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.channel.stub.WebhookReceiver;
import io.csm.app.channel.stub.WebhookReceiver.Received;
import io.csm.app.cli.Terminal.Said;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process of its own that delivers, and is killed while it does. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
class SurvivingAKillTest {

    private static final Path HOME = Path.of("target", "cli-surviving-home").toAbsolutePath();
    private static final String TENANT = "survivor";

    /** Longer than whoever was killed keeps others from what it was at. */
    private static final Duration LATER = Duration.ofMinutes(11);

    private static final Duration SOON_ENOUGH = Duration.ofMinutes(5);

    private static Map<String, String> settings(WebhookReceiver subscriber) {
        Map<String, String> settings = new HashMap<>();
        settings.put("CSM_HOME", HOME.toString());
        settings.put("CSM_WEBHOOKS_CRM_URL", subscriber.url());
        settings.put("CSM_WEBHOOKS_CRM_SECRET", World.SECRET);
        settings.put("CSM_WEBHOOKS_ALLOW_PRIVATE", "true");
        settings.put("CSM_JOBS_SCORE_CHANGES_EVERY", "PT0.2S");
        return settings;
    }

    private static Terminal terminal(WebhookReceiver subscriber, Clock clock) {
        return new Terminal(settings(subscriber), clock, Terminal.plain().in(), false, false);
    }

    @Test
    void what_was_on_its_way_is_delivered_once_as_the_receiver_sees_it_and_nothing_is_lost() throws Exception {
        TestHome.empty(HOME);
        Clock now = Clock.systemUTC();
        Clock later = Clock.offset(now, LATER);
        // between the two, so that signatures of both times are fresh
        Clock between = Clock.offset(now, LATER.dividedBy(2));
        try (WebhookReceiver subscriber = new WebhookReceiver(0, World.SECRET, between, LATER)) {
            Said scanned = terminal(subscriber, now)
                    .typing(csv("a-1" + ILL, "a-2" + ILL, "a-3" + ILL))
                    .run("scan", "--signals", "-", "--store", "--tenant", TENANT);
            assertThat(scanned.code()).as(scanned.err()).isZero();
            subscriber.holdNextAnswer();

            try (CsmProcess serving = CsmProcess.start(HOME, settings(subscriber), "serve")) {
                subscriber.awaitRequests(1);
                serving.signal("KILL");
                assertThat(serving.end()).isNotZero();
            }
            Instant killed = now.instant();
            Said atOnce = terminal(subscriber, now).run("alerts", "deliver", "--tenant", TENANT);
            assertThat(Duration.between(killed, now.instant())).isLessThan(SOON_ENOUGH);
            Said afterwards = terminal(subscriber, later).run("alerts", "deliver", "--tenant", TENANT);
            Said onceMore = terminal(subscriber, later).run("alerts", "deliver", "--tenant", TENANT);

            assertThat(atOnce.out()).as("somebody may still be at them").startsWith("webhook:crm: 0 delivered");
            assertThat(afterwards.out()).startsWith("webhook:crm: 3 delivered, 0 to be tried again, 0 given up");
            assertThat(onceMore.out()).startsWith("webhook:crm: 0 delivered");
            assertThat(subscriber.requests()).as("one of them came twice").isEqualTo(4);
            assertThat(subscriber.received())
                    .extracting(Received::key)
                    .as("under the same key")
                    .hasSize(3)
                    .doesNotHaveDuplicates();
            assertThat(subscriber.received())
                    .extracting(event -> event.content().get("account_id").asText())
                    .containsExactlyInAnyOrder("a-1", "a-2", "a-3");
        }
    }
}
