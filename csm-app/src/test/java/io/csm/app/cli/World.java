package io.csm.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.adapter.notion.stub.NotionStub;
import io.csm.app.channel.stub.SlackStub;
import io.csm.app.channel.stub.WebhookReceiver;
import io.csm.app.mail.Mailboxes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an installation is connected to: a subscriber, a chat, mailboxes and a workspace, with a time of day of its own. */
final class World implements AutoCloseable {

    static final String SECRET = "shared-secret-of-the-test";

    private Clock clock = startingAt(Terminal.NOON);

    final WebhookReceiver subscriber = new WebhookReceiver(0, SECRET, clock());
    final SlackStub chat = new SlackStub(0, SlackStub.Style.OBJECT);
    final Mailboxes mail = new Mailboxes();
    final NotionStub notion = NotionStub.start(clock()).withDatabasesOfCsm();

    /** Runs on, as the gate in front of Notion waits for time to pass. */
    private static Clock startingAt(Instant now) {
        Clock system = Clock.systemUTC();
        return Clock.offset(system, Duration.between(system.instant(), now));
    }

    void setTime(String instant) {
        clock = startingAt(Instant.parse(instant));
    }

    /** The time of day, whatever it is set to later. */
    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("a world has one time zone");
            }
        };
    }

    /** The settings that connect all of it. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("CSM_WEBHOOKS_CRM_URL", subscriber.url());
        settings.put("CSM_WEBHOOKS_CRM_SECRET", SECRET);
        settings.put("CSM_WEBHOOKS_ALLOW_PRIVATE", "true");
        settings.put("CSM_CHAT_WEBHOOK_URL", chat.url());
        settings.put("CSM_CHAT_ALLOW_PRIVATE", "true");
        settings.put("CSM_MAIL_URL", mail.url());
        settings.put("CSM_MAIL_USER", Mailboxes.CSM);
        settings.put("CSM_MAIL_PASSWORD", Mailboxes.PASSWORD);
        settings.put("NOTION_BASE_URL", notion.url());
        settings.put("NOTION_TOKEN", NotionStub.TOKEN);
        settings.put("NOTION_DATABASE_ID", NotionStub.ACCOUNTS);
        settings.put("NOTION_CSM_HEALTH_DATABASE_ID", NotionStub.HEALTH);
        return settings;
    }

    /** A terminal in the test home at the time of day, connected to all of it. */
    Terminal terminal() {
        Terminal home = TestHome.terminal();
        Map<String, String> environment = settings();
        environment.putAll(home.environment());
        return new Terminal(environment, clock, home.in(), false, false);
    }

    List<String> drafts() {
        return mail.drafts(Mailboxes.CSM);
    }

    List<JsonNode> healthRecords() {
        return notion.pages(NotionStub.HEALTH);
    }

    JsonNode accountPage() {
        return notion.pages(NotionStub.ACCOUNTS).get(0);
    }

    @Override
    public void close() {
        subscriber.close();
        chat.close();
        mail.close();
        notion.close();
    }
}
