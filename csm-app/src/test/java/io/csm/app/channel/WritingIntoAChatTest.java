package io.csm.app.channel;

import static io.csm.app.channel.Deliveries.ACME;
import static io.csm.app.channel.Deliveries.CLOCK;
import static io.csm.app.channel.Deliveries.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.csm.app.channel.stub.SlackStub;
import io.csm.app.channel.stub.SlackStub.Style;
import io.csm.app.database.Secret;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import io.csm.application.delivery.port.ChatThreads;
import io.csm.application.memory.InMemoryPorts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingIntoAChatTest {

    private static final TenantId GLOBEX = new TenantId("globex");

    private final ChatThreads threads = new InMemoryPorts().chatThreads();
    private final SlackStub slack = new SlackStub(0, Style.WORD);
    private final SlackStub gateway = new SlackStub(0, Style.OBJECT);

    @AfterEach
    void close() {
        slack.close();
        gateway.close();
    }

    private ChatChannel to(SlackStub chat) {
        ChatSettings settings = new ChatSettings(Optional.of(new Secret(chat.url())), true);
        return ChatChannel.of(settings, threads, CLOCK).orElseThrow();
    }

    private static List<String> threadsOf(SlackStub chat) {
        return chat.messages().stream()
                .map(message -> message.path("thread_ts").asText("none"))
                .map(ts -> ts.isEmpty() ? "none" : ts)
                .toList();
    }

    @Test
    void writes_what_a_chat_takes() {
        to(slack).take(ACME, message("alert/A-1/1", "A-1", "Acme is at risk"));

        JsonNode message = slack.messages().get(0);
        assertThat(message.path("text").asText()).isEqualTo("Acme is at risk");
        assertThat(message.path("metadata").path("event_type").asText()).isEqualTo("csm_alert");
        assertThat(message.path("metadata").path("event_payload").toString())
                .isEqualTo("{\"account_id\":\"A-1\",\"key\":\"alert/A-1/1\"}");
        assertThat(slack.keys()).containsExactly("alert/A-1/1");
    }

    @Test
    void begins_a_message_each_time_when_the_chat_does_not_tell_its_threads() {
        to(slack).take(ACME, message("1", "A-1", "one"));
        to(slack).take(ACME, message("2", "A-1", "two"));

        assertThat(threadsOf(slack)).containsExactly("none", "none");
        assertThat(threads.find(ACME, "A-1")).isEmpty();
    }

    @Test
    void goes_on_in_the_thread_of_the_account() {
        ChatChannel chat = to(gateway);

        chat.take(ACME, message("1", "A-1", "one"));
        chat.take(ACME, message("2", "A-2", "of another account"));
        chat.take(GLOBEX, message("3", "A-1", "of another tenant"));
        chat.take(ACME, message("4", "A-1", "two"));
        chat.take(ACME, message("5", "A-1", "three"));

        assertThat(threadsOf(gateway)).containsExactly("none", "none", "none", SlackStub.ts(1), SlackStub.ts(1));
    }

    @Test
    void begins_another_thread_when_somebody_deleted_the_first() {
        ChatChannel chat = to(gateway);
        chat.take(ACME, message("1", "A-1", "one"));
        gateway.deleteThreads();

        chat.take(ACME, message("2", "A-1", "two"));
        chat.take(ACME, message("3", "A-1", "three"));

        assertThat(threadsOf(gateway)).containsExactly("none", "none", SlackStub.ts(2));
        assertThat(threads.find(ACME, "A-1")).contains(SlackStub.ts(2));
    }

    @Test
    void writes_without_a_thread_when_none_is_asked_for() {
        to(gateway).take(ACME, message("1", "", "one"));

        assertThat(threadsOf(gateway)).containsExactly("none");
        assertThat(threads.find(ACME, "")).isEmpty();
    }

    @Test
    void lets_nobody_be_called_by_the_name_of_an_account() {
        to(slack).take(ACME, message("1", "A-1", "<!channel> & Sons > *all*"));

        assertThat(slack.messages().get(0).path("text").asText()).isEqualTo("&lt;!channel&gt; &amp; Sons &gt; *all*");
    }

    @ParameterizedTest
    @CsvSource({"2999, false", "3000, false", "3001, true"})
    void cuts_a_long_text_and_says_so(int length, boolean isCut) {
        String text = "\ud83d\ude00".repeat(length);

        to(slack).take(ACME, message("1", "A-1", text));

        String shown = slack.messages().get(0).path("text").asText();
        assertThat(shown)
                .isEqualTo(isCut ? "\ud83d\ude00".repeat(3000) + "\n(cut here; 1 more characters are in CSM)" : text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | invalid_payload
            404 | no_service
            410 | channel_is_archived
            403 | action_prohibited
            200 | {"ok":false,"error":"channel_not_found"}
            302 | moved
            """)
    void says_what_a_chat_never_takes(int status, String text) {
        gateway.answerNext(status, text);

        assertThatThrownBy(() -> to(gateway).take(ACME, message("1", "A-1", "one")))
                .isInstanceOf(ChannelRefused.class)
                .hasMessageStartingWith("chat at 127.0.0.1 ")
                .hasMessageContaining(status == 200 ? "channel_not_found" : status + ": " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | rate_limited
            503 | down
            200 | {"ok":false,"error":"ratelimited"}
            200 |  <!doctype html><p>Sign in to the guest network</p>
            """)
    void says_what_it_may_take_later(int status, String text) {
        gateway.answerNext(status, text, "Retry-After", "30");

        ChannelUnavailable later = catchThrowableOfType(
                ChannelUnavailable.class, () -> to(gateway).take(ACME, message("1", "A-1", "one")));

        assertThat(later.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(threads.find(ACME, "A-1")).isEmpty();
    }

    @Test
    void never_shows_its_address_as_that_gives_access() {
        ChatSettings settings = new ChatSettings(Optional.of(new Secret(slack.url())), true);
        slack.answerNext(404, "The requested URL /services/T0/B0/token-in-the-path was not found, see " + slack.url());

        assertThatThrownBy(() -> to(slack).take(ACME, message("1", "A-1", "one")))
                .hasMessage("chat at 127.0.0.1 answered 404: The requested URL *** was not found, see ***");
        assertThat(settings.toString()).doesNotContain("token");
        slack.close();
        assertThatThrownBy(() -> to(slack).take(ACME, message("1", "A-1", "one")))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageNotContaining("token");
    }

    @Test
    void has_nothing_to_write_when_there_is_no_text() {
        assertThatThrownBy(() -> to(slack).take(ACME, message("1", "A-1", " ")))
                .isInstanceOf(ChannelRefused.class)
                .hasMessage("the delivery 1 has no text for the chat");
        assertThat(slack.requests()).isZero();
    }

    @Test
    void is_checked_without_writing_anything() {
        assertThat(to(slack).check()).isEqualTo("chat at 127.0.0.1 can be reached, at 127.0.0.1; nothing was sent");
        assertThat(slack.requests()).isZero();
    }
}
