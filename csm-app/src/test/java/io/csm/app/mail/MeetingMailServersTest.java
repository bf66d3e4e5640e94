package io.csm.app.mail;

import static io.csm.app.mail.Mailboxes.CSM;
import static io.csm.app.mail.Mailboxes.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.app.database.Secret;
import io.csm.app.mail.MailSettings.Mailbox;
import io.csm.app.mail.MailSettings.Server;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import io.csm.domain.draft.Draft;
import jakarta.mail.Flags;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail servers differ in what they can do, and in how they fail. */
class MeetingMailServersTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private final Mailboxes mailboxes = new Mailboxes();

    @AfterEach
    void close() {
        mailboxes.close();
    }

    private static void put(ImapDraftBox box, String subject, String id) {
        Draft draft = new Draft("alert/A-1", Optional.empty(), Optional.empty(), subject, "text");
        box.put(TenantId.DEFAULT, draft, id, AT);
    }

    private RewritingProxy serverThat(UnaryOperator<String> answers) {
        return new RewritingProxy(mailboxes.settings().server().port(), answers);
    }

    private static ImapDraftBox boxAt(int port) {
        return new ImapDraftBox(
                new MailSettings(
                        new Server("127.0.0.1", port, false), new Mailbox(CSM, new Secret(PASSWORD)), Map.of()),
                Duration.ofSeconds(2));
    }

    @Test
    void removes_only_what_it_may_name() {
        mailboxes.write(CSM, "thrown away by hand", Map.of(), new Flags(Flags.Flag.DELETED));
        try (RewritingProxy server = serverThat(line -> line.replace(" UIDPLUS", ""))) {
            ImapDraftBox box = boxAt(server.port());
            put(box, "one", "1");

            put(box, "two", "2");
            put(box, "two", "2");

            assertThat(mailboxes.drafts(CSM)).containsExactly("x thrown away by hand", "x one", "two");
            assertThat(server.commands()).noneMatch(command -> command.contains("EXPUNGE"));
        }
    }

    @Test
    void expunges_by_number_what_it_replaces() {
        try (RewritingProxy server = serverThat(line -> line)) {
            ImapDraftBox box = boxAt(server.port());
            put(box, "one", "1");
            put(box, "two", "2");

            assertThat(server.commands())
                    .filteredOn(command -> command.contains("EXPUNGE"))
                    .singleElement()
                    .asString()
                    .matches("[A-Z]+\\d+ UID EXPUNGE \\d+");
        }
    }

    @Test
    void finds_a_draft_on_a_server_that_does_not_search_by_its_header() {
        try (RewritingProxy server = serverThat(line -> line.startsWith("* SEARCH") ? "* SEARCH" : line)) {
            ImapDraftBox box = boxAt(server.port());
            put(box, "one", "1");

            put(box, "two", "2");

            assertThat(mailboxes.drafts(CSM)).containsExactly("two");
        }
    }

    @Test
    void is_not_misled_by_a_server_that_finds_too_much() {
        mailboxes.write(
                CSM,
                "of another account",
                Map.of(Markings.KEY, "default/alert/A-11", Markings.ID, "1", Markings.TEXT, "x"),
                new Flags());
        try (RewritingProxy server = serverThat(line -> line.startsWith("* SEARCH") ? "* SEARCH 1" : line)) {
            put(boxAt(server.port()), "one", "1");

            assertThat(mailboxes.drafts(CSM)).containsExactly("of another account", "one");
        }
    }

    @Test
    void prefers_the_folder_that_the_server_marks() {
        mailboxes.in(CSM, "Entwuerfe", folder -> folder);
        mailboxes.in(CSM, "Drafts", folder -> folder);
        UnaryOperator<String> marks = line -> line.startsWith("* LIST") && line.endsWith("Entwuerfe\"")
                ? line.replaceFirst("\\(", "(\\\\Drafts ")
                : line;
        try (RewritingProxy server = serverThat(marks)) {
            put(boxAt(server.port()), "one", "1");

            assertThat(mailboxes.drafts(CSM)).isEmpty();
            assertThat(mailboxes.<Integer>in(CSM, "Entwuerfe", folder -> folder.getMessageCount()))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [OVERQUOTA] Quota exceeded | the mailbox csm@example.com at SERVER is full: [OVERQUOTA] Quota exceeded
            Try again                  | the mail server SERVER did not take a draft for csm@example.com: Try again
            """)
    void says_why_a_draft_is_not_taken_now(String reason, String sentence) {
        UnaryOperator<String> refuses = line -> line.replaceFirst("OK .*APPEND completed.*", "NO " + reason);
        try (RewritingProxy server = serverThat(refuses)) {
            assertThatThrownBy(() -> put(boxAt(server.port()), "one", "1"))
                    .isInstanceOf(ChannelUnavailable.class)
                    .hasMessage(sentence.replace("SERVER", "127.0.0.1:" + server.port()));
        }
    }

    @Test
    void gives_up_a_draft_that_is_too_big() {
        UnaryOperator<String> refuses = line -> line.replaceFirst("OK .*APPEND completed.*", "NO [TOOBIG] too big");
        try (RewritingProxy server = serverThat(refuses)) {
            assertThatThrownBy(() -> put(boxAt(server.port()), "one", "1"))
                    .isInstanceOf(ChannelRefused.class)
                    .hasMessageEndingWith("never takes this draft of csm@example.com: [TOOBIG] too big");
        }
    }

    @Test
    void says_that_a_password_is_wrong_and_not_which() {
        ImapDraftBox box = new ImapDraftBox(mailboxes.settings("wrong-0815"));

        assertThatThrownBy(() -> put(box, "one", "1"))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageStartingWith(
                        "the mail server " + mailboxes.settings().server() + " does not let " + CSM + " in: ")
                .hasMessageEndingWith("; correct the user or the password in the settings of mail")
                .hasMessageNotContaining("wrong-0815");
        assertThatThrownBy(box::check).isInstanceOf(ChannelUnavailable.class);
        assertThat(mailboxes.settings("wrong-0815").toString()).doesNotContain("wrong-0815");
    }

    @Test
    void may_work_later_when_the_server_is_down() {
        ImapDraftBox box = new ImapDraftBox(mailboxes.settings());
        mailboxes.stop();

        assertThatThrownBy(() -> put(box, "one", "1"))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessageStartingWith("the mail server 127.0.0.1:")
                .hasMessageContaining("refused");
    }

    @Test
    void waits_no_longer_than_it_may() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            ImapDraftBox box = new ImapDraftBox(
                    new MailSettings(
                            new Server("127.0.0.1", silent.getLocalPort(), false),
                            new Mailbox(CSM, new Secret(PASSWORD)),
                            Map.of()),
                    Duration.ofMillis(300));

            assertThatThrownBy(() -> put(box, "one", "1"))
                    .isInstanceOf(ChannelUnavailable.class)
                    .hasMessage("the mail server 127.0.0.1:" + silent.getLocalPort() + " did not answer in time");
        }
    }

    @Test
    void says_no_password_to_a_server_elsewhere_that_does_not_encrypt() {
        try (RewritingProxy server = serverThat(line -> line)) {
            // leads to this machine without looking like it
            Server elsewhere = new Server("2130706433", server.port(), false);
            ImapDraftBox box =
                    new ImapDraftBox(new MailSettings(elsewhere, new Mailbox(CSM, new Secret(PASSWORD)), Map.of()));

            assertThatThrownBy(() -> put(box, "one", "1"))
                    .isInstanceOf(ChannelUnavailable.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(server.commands()).noneMatch(command -> command.contains("LOGIN"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "127.0.0.1, true",
        "127.1.2.3, true",
        "::1, true",
        "127.example.com, false",
        "127.0.0.1.example.com, false",
        "localhost.example.com, false",
        "10.0.0.1, false"
    })
    void knows_which_servers_are_on_this_machine(String host, boolean isHere) {
        assertThat(new Server(host, 143, false).isThisMachine()).isEqualTo(isHere);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            imaps://mail.example.com      | mail.example.com | 993 | true
            imap://mail.example.com       | mail.example.com | 143 | false
            imaps://mail.example.com:1993 | mail.example.com | 1993 | true
            imap://[::1]:1143/            | ::1              | 1143 | false
            """)
    void understands_where_a_server_is(String url, String host, int port, boolean encrypted) {
        assertThat(Server.parse(url)).isEqualTo(new Server(host, port, encrypted));
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://h",
        "h:993",
        "imaps://mia:geheim-4711@h",
        "imaps://h/inbox",
        "imaps://h?x=1",
        "imaps:",
        "''",
        "imap://a b"
    })
    void refuses_what_is_no_mail_server_without_repeating_it(String url) {
        assertThatThrownBy(() -> Server.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mail.url must be imaps://host or imap://host")
                .hasMessageNotContaining("geheim");
    }
}
