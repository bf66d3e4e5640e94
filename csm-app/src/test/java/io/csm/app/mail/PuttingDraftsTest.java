package io.csm.app.mail;

import static io.csm.app.mail.Mailboxes.CSM;
import static io.csm.app.mail.Mailboxes.MIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.draft.Draft;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PuttingDraftsTest {

    private static final TenantId OURS = TenantId.DEFAULT;
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final String KEY = Draft.keyOf("alert", "A-1");

    private final Mailboxes mailboxes = new Mailboxes();
    private final ImapDraftBox box = new ImapDraftBox(mailboxes.settings());

    @AfterEach
    void close() {
        mailboxes.close();
    }

    private static Draft draft(String key, String representative, String subject) {
        return new Draft(
                key,
                Optional.of(new AccountId("A-1")),
                Optional.ofNullable(representative),
                subject,
                "Dear Mia,\nÜ & so on \n");
    }

    private static Draft forMia(String subject) {
        return draft(KEY, "mia", subject);
    }

    private MimeMessage only(String user) {
        return mailboxes.in(user, "Drafts", folder -> {
            assertThat(folder.getMessageCount()).isEqualTo(1);
            return new MimeMessage((MimeMessage) folder.getMessage(1));
        });
    }

    @Test
    void writes_to_nobody_what_a_person_may_send() throws MessagingException, IOException {
        box.put(OURS, forMia("[CSM ALERT] Zoë & Söhne — 3"), "alert/A-1/1", AT);

        MimeMessage message = only(MIA);

        assertThat(message.getSubject()).isEqualTo("[CSM ALERT] Zoë & Söhne — 3");
        assertThat(message.getHeader("Subject", null)).startsWith("=?UTF-8?");
        assertThat(message.getFrom()).containsExactly(new InternetAddress(MIA));
        assertThat(message.getAllRecipients()).isNull();
        assertThat(message.isSet(Flags.Flag.DRAFT)).isTrue();
        assertThat(message.isSet(Flags.Flag.SEEN)).isFalse();
        assertThat(message.getSentDate()).isEqualTo(Date.from(AT));
        assertThat(message.getHeader("Date", null)).isEqualTo("Mon, 2 Mar 2026 08:00:00 +0000");
        assertThat(message.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(message.getContent().toString().strip()).isEqualTo("Dear Mia,\r\nÜ & so on");
        assertThat(message.getHeader("X-CSM-Draft-Key")).containsExactly("default/alert/A-1");
        assertThat(message.getHeader("X-CSM-Draft-Id")).containsExactly("alert/A-1/1");
        assertThat(message.getMessageID()).isNull();
    }

    @Test
    void puts_the_same_one_once() throws MessagingException {
        for (int time = 0; time < 3; time++) {
            box.put(OURS, forMia("score: 31"), "1", AT.plusSeconds(time));
        }

        assertThat(only(MIA).getSentDate()).isEqualTo(Date.from(AT));
    }

    @Test
    void replaces_one_with_another_text() {
        box.put(OURS, forMia("score: 31"), "1", AT);
        box.put(OURS, forMia("score: 29"), "2", AT);

        assertThat(mailboxes.drafts(MIA)).containsExactly("score: 29");
    }

    @ParameterizedTest(name = "a text of {0} ms before")
    @CsvSource({"0, score: 31", "1, score: 29", "60000, score: 29"})
    void leaves_a_text_that_was_made_later(int before, String stands) {
        box.put(OURS, forMia("score: 29"), "2", AT.plusSeconds(1));

        box.put(OURS, forMia("score: 31"), "1", AT.plusSeconds(1).minusMillis(before));

        assertThat(mailboxes.drafts(MIA)).containsExactly(stands);
    }

    @Test
    void leaves_alone_what_is_not_ours() {
        mailboxes.write(MIA, "by hand", Map.of(), new Flags());
        mailboxes.write(MIA, "thrown away by Mia, not by us", Map.of(), new Flags(Flags.Flag.DELETED));
        mailboxes.write(MIA, "with half of our headers", Map.of(Markings.KEY, "default/" + KEY), new Flags());
        box.put(OURS, draft(Draft.keyOf("alert", "A-11"), "mia", "of another account"), "1", AT);
        box.put(OURS, draft(Draft.keyOf("alert", "a-1"), "mia", "of a third"), "1", AT);
        box.put(new TenantId("globex"), draft(KEY, null, "of another tenant"), "1", AT);

        box.put(OURS, forMia("score: 31"), "1", AT);
        box.put(OURS, forMia("score: 29"), "2", AT);

        assertThat(mailboxes.drafts(MIA))
                .containsExactly(
                        "by hand",
                        "x thrown away by Mia, not by us",
                        "with half of our headers",
                        "of another account",
                        "of a third",
                        "score: 29");
        assertThat(mailboxes.drafts(CSM)).containsExactly("of another tenant");
    }

    @Test
    void keeps_drafts_of_tenants_apart_in_one_mailbox() {
        box.put(OURS, draft(KEY, null, "ours"), "1", AT);
        box.put(new TenantId("globex"), draft(KEY, null, "theirs"), "1", AT);

        assertThat(mailboxes.drafts(CSM)).containsExactly("ours", "theirs");
    }

    @Test
    void clears_up_what_an_interrupted_run_left() {
        box.put(OURS, forMia("score: 31"), "1", AT);
        copyOf(forMia("score: 30"), "0");
        copyOf(forMia("score: 31"), "1");

        box.put(OURS, forMia("score: 31"), "1", AT);

        assertThat(mailboxes.drafts(MIA)).containsExactly("score: 31");
    }

    /** One more of ours, as if two had been at work at once. */
    private void copyOf(Draft draft, String id) {
        mailboxes.in(MIA, "Drafts", folder -> {
            Markings markings = Markings.of(OURS, draft.key(), id);
            Session session = Session.getInstance(new Properties());
            folder.appendMessages(
                    new Message[] {DraftMessage.of(session, MIA, draft.subject(), draft.body(), markings, AT)});
            return folder;
        });
    }

    @Test
    void keeps_what_a_person_changed_and_puts_the_next_text_beside_it() {
        box.put(OURS, forMia("score: 31"), "1", AT);
        changeBy(message -> message.setText("I know them better: ..."));

        box.put(OURS, forMia("score: 31"), "1", AT);
        assertThat(mailboxes.drafts(MIA)).as("the same text is not put again").containsExactly("score: 31");

        box.put(OURS, forMia("score: 29"), "2", AT);
        box.put(OURS, forMia("score: 25"), "3", AT);
        assertThat(mailboxes.drafts(MIA)).containsExactly("score: 31", "score: 25");
    }

    @Test
    void takes_a_recipient_or_another_subject_for_a_change() {
        box.put(OURS, forMia("score: 31"), "1", AT);
        changeBy(message -> message.setRecipients(Message.RecipientType.TO, "zoe@customer.example"));
        box.put(OURS, forMia("score: 29"), "2", AT);
        changeBy(message -> message.setSubject("About your account"));

        box.put(OURS, forMia("score: 25"), "3", AT);

        assertThat(mailboxes.drafts(MIA)).containsExactly("score: 31", "About your account", "score: 25");
    }

    @FunctionalInterface
    private interface Change {
        void to(MimeMessage message) throws MessagingException;
    }

    /** A mail program that keeps headers which it does not know saves the last draft anew. */
    private void changeBy(Change change) {
        mailboxes.in(MIA, "Drafts", folder -> {
            Message last = folder.getMessage(folder.getMessageCount());
            MimeMessage changed = new MimeMessage((MimeMessage) last);
            change.to(changed);
            changed.saveChanges();
            folder.appendMessages(new Message[] {changed});
            last.setFlag(Flags.Flag.DELETED, true);
            folder.expunge();
            return folder;
        });
    }

    @Test
    void goes_into_the_mailbox_of_the_installation_when_the_representative_has_none() throws Exception {
        box.put(OURS, draft(KEY, "Tom Berg", "score: 31"), "1", AT);

        assertThat(only(CSM).getContent().toString()).startsWith("for Tom Berg\r\n\r\nDear Mia,");
        assertThat(mailboxes.drafts(MIA)).isEmpty();
    }

    @Test
    void goes_to_no_namesake_of_another_tenant() throws Exception {
        box.put(new TenantId("globex"), forMia("score: 31"), "1", AT);

        assertThat(only(CSM).getContent().toString()).startsWith("for mia (globex)\r\n\r\nDear Mia,");
        assertThat(mailboxes.drafts(MIA)).isEmpty();
    }

    @Test
    void finds_no_mailbox_for_an_owner_who_is_written_like_one_of_another_tenant() {
        MailSettings known = mailboxes.settings();
        MailSettings settings =
                new MailSettings(known.server(), known.standard(), Map.of("globex/mia", known.standard()));

        assertThat(settings.of(new TenantId("globex"), "mia")).contains(known.standard());
        assertThat(settings.of(TenantId.DEFAULT, "globex/mia")).isEmpty();
    }

    @Test
    void lets_no_text_begin_a_header_of_its_own() throws MessagingException {
        String evil = "1\r\nBcc: everybody@example.com";

        box.put(OURS, forMia("hello\r\nBcc: everybody@example.com"), evil, AT);
        box.put(OURS, forMia("hello\r\nBcc: everybody@example.com"), evil, AT);

        assertThat(only(MIA).getHeader("Bcc")).isNull();
        assertThat(only(MIA).getSubject()).isEqualTo("hello Bcc: everybody@example.com");
        assertThat(only(MIA).getHeader("X-CSM-Draft-Id", null)).matches("sha256-[0-9a-f]{64}");
    }

    @Test
    void finds_a_draft_by_the_longest_key_there_may_be() {
        String key = "k".repeat(2_000);
        box.put(OURS, draft(key, "mia", "one"), "1", AT);
        box.put(OURS, draft(key.substring(1) + "x", "mia", "other"), "1", AT);

        box.put(OURS, draft(key, "mia", "two"), "2", AT);

        assertThat(mailboxes.drafts(MIA)).containsExactly("other", "two");
    }

    @Test
    void says_where_drafts_go_and_changes_nothing() {
        assertThat(box.check())
                .isEqualTo("drafts go into a new folder Drafts of " + CSM + " at "
                        + mailboxes.settings().server()
                        + ", and into the mailboxes of representatives, of which there are 1");
        box.put(OURS, draft(KEY, null, "one"), "1", AT);
        assertThat(box.check()).startsWith("drafts go into Drafts of " + CSM);
        assertThat(List.of(mailboxes.drafts(MIA))).containsExactly(List.of());
    }
}
