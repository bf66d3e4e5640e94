package io.csm.app.mail;

import io.csm.app.mail.MailSettings.Mailbox;
import io.csm.app.mail.MailSettings.Server;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.HeaderTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** The drafts folder of a mailbox, over a connection of its own. */
final class DraftsFolder implements AutoCloseable {

    /** How many of the newest messages are looked through when the server does not search by headers of ours. */
    private static final int NEWEST = 500;

    private static final String DRAFTS = "Drafts";
    private static final String FOR_DRAFTS = "\\Drafts";

    private final Session session;
    private final IMAPStore store;

    private DraftsFolder(Session session, IMAPStore store) {
        this.session = session;
        this.store = store;
    }

    static DraftsFolder connect(Server server, Mailbox mailbox, int timeoutMillis) throws MessagingException {
        String protocol = server.encrypted() ? "imaps" : "imap";
        Session session = Session.getInstance(properties("mail." + protocol + ".", server, timeoutMillis));
        Store store = session.getStore(protocol);
        store.connect(
                server.host(), server.port(), mailbox.user(), mailbox.password().value());
        return new DraftsFolder(session, (IMAPStore) store);
    }

    private static Properties properties(String prefix, Server server, int timeoutMillis) {
        String mustEncrypt = String.valueOf(!server.encrypted() && !server.isThisMachine());
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", String.valueOf(timeoutMillis));
        properties.setProperty(prefix + "timeout", String.valueOf(timeoutMillis));
        properties.setProperty(prefix + "writetimeout", String.valueOf(timeoutMillis));
        properties.setProperty(prefix + "starttls.enable", mustEncrypt);
        properties.setProperty(prefix + "starttls.required", mustEncrypt);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "peek", "true"); // looking at a draft must not mark it as read
        return properties;
    }

    Session session() {
        return session;
    }

    /** The folder that the server marks as the one for drafts, else the one of that name; empty when there is none. */
    Optional<IMAPFolder> find() throws MessagingException {
        Optional<IMAPFolder> byName = Optional.empty();
        for (Folder each : store.getDefaultFolder().list("*")) {
            IMAPFolder folder = (IMAPFolder) each;
            boolean holdsMessages = (folder.getType() & Folder.HOLDS_MESSAGES) != 0;
            if (holdsMessages && Arrays.asList(folder.getAttributes()).contains(FOR_DRAFTS)) {
                return Optional.of(folder);
            }
            if (holdsMessages && folder.getName().equalsIgnoreCase(DRAFTS) && byName.isEmpty()) {
                byName = Optional.of(folder);
            }
        }
        return byName;
    }

    /** The folder, made when there is none, open for changes. */
    IMAPFolder open() throws MessagingException {
        Optional<IMAPFolder> found = find();
        IMAPFolder folder = found.isPresent() ? found.get() : create();
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    private IMAPFolder create() throws MessagingException {
        Folder[] personal = store.getPersonalNamespaces();
        Folder root = personal.length > 0 ? personal[0] : store.getDefaultFolder();
        IMAPFolder folder = (IMAPFolder) root.getFolder(DRAFTS);
        if (!folder.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("the folder " + folder.getFullName() + " cannot be made");
        }
        folder.setSubscribed(true);
        return folder;
    }

    /** The drafts of that key, the oldest first. A search may find too much, so what is found is read. */
    static List<StoredDraft> draftsOf(IMAPFolder folder, String key) throws MessagingException {
        List<StoredDraft> found = among(folder, folder.search(new HeaderTerm(Markings.KEY, key)), key);
        if (!found.isEmpty()) {
            return found;
        }
        int last = folder.getMessageCount();
        return last == 0 ? List.of() : among(folder, folder.getMessages(Math.max(1, last - NEWEST + 1), last), key);
    }

    private static List<StoredDraft> among(Folder folder, Message[] messages, String key) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(Markings.KEY);
        profile.add(Markings.ID);
        profile.add(Markings.MADE);
        profile.add(FetchProfile.Item.FLAGS);
        folder.fetch(messages, profile);
        List<StoredDraft> drafts = new ArrayList<>();
        for (Message message : messages) {
            StoredDraft.of(message)
                    .filter(draft -> draft.markings().key().equals(key))
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    /**
     * Removes these messages and no others. A server that cannot do that keeps them, marked as deleted, until the mail
     * program of the user clears up: expunging all would take along what the user marked.
     */
    void remove(IMAPFolder folder, List<Message> messages) throws MessagingException {
        if (messages.isEmpty()) {
            return;
        }
        Message[] all = messages.toArray(Message[]::new);
        folder.setFlags(all, new Flags(Flags.Flag.DELETED), true);
        if (store.hasCapability("UIDPLUS")) {
            folder.expunge(all);
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
