package io.csm.app.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.csm.app.database.Secret;
import io.csm.app.mail.MailSettings.Mailbox;
import io.csm.app.mail.MailSettings.Server;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A mail server with the mailboxes of csm@ and mia@example.com, and what a person does with a mail program. */
public final class Mailboxes implements AutoCloseable {

    public static final String CSM = "csm@example.com";
    public static final String MIA = "mia@example.com";
    public static final String PASSWORD = "geheim-4711";

    private final GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());

    public Mailboxes() {
        server.start();
        server.setUser(CSM, CSM, PASSWORD);
        server.setUser(MIA, MIA, PASSWORD);
    }

    /** What {@code mail.url} is set to. */
    public String url() {
        return "imap://127.0.0.1:" + server.getImap().getPort();
    }

    MailSettings settings() {
        return settings(PASSWORD);
    }

    MailSettings settings(String password) {
        return new MailSettings(
                new Server("127.0.0.1", server.getImap().getPort(), false),
                new Mailbox(CSM, new Secret(password)),
                Map.of("mia", new Mailbox(MIA, new Secret(password))));
    }

    @FunctionalInterface
    interface Work<T> {
        T in(Folder folder) throws MessagingException;
    }

    /** What somebody does in the folder with a program of their own. */
    <T> T in(String user, String folder, Work<T> work) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), user, PASSWORD);
            Folder opened = store.getFolder(folder);
            if (!opened.exists()) {
                opened.create(Folder.HOLDS_MESSAGES);
            }
            opened.open(Folder.READ_WRITE);
            T result = work.in(opened);
            opened.close(false);
            return result;
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The subjects in a drafts folder, in their order; of those on their way out, with a cross in front. */
    public List<String> drafts(String user) {
        return in(user, "Drafts", folder -> {
            List<String> subjects = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                subjects.add((message.isSet(Flags.Flag.DELETED) ? "x " : "") + message.getSubject());
            }
            return subjects;
        });
    }

    /** A person writes a draft. */
    void write(String user, String subject, Map<String, String> headers, Flags flags) {
        in(user, "Drafts", folder -> {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setSubject(subject);
            message.setText("written by hand");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            message.setFlags(flags, true);
            folder.appendMessages(new Message[] {message});
            return folder;
        });
    }

    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        server.stop();
    }
}
