package io.csm.app.mail;

import io.csm.app.mail.MailSettings.Mailbox;
import io.csm.application.access.TenantId;
import io.csm.application.draft.port.DraftBox;
import io.csm.domain.draft.Draft;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * Puts drafts into the drafts folders of mailboxes. A draft is found again by headers of ours. One that a person changed
 * is the person's: it is never removed, and the next text stands beside it.
 */
public final class ImapDraftBox implements DraftBox {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MailSettings settings;
    private final int timeoutMillis;

    public ImapDraftBox(MailSettings settings) {
        this(settings, TIMEOUT);
    }

    ImapDraftBox(MailSettings settings, Duration timeout) {
        this.settings = settings;
        this.timeoutMillis = (int) timeout.toMillis();
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(DraftsFolder drafts) throws MessagingException, IOException;
    }

    @Override
    public void put(TenantId tenant, Draft draft, String id, Instant at) {
        Markings markings = Markings.of(tenant, draft.key(), id);
        Optional<Mailbox> own = draft.representative().flatMap(name -> settings.of(tenant, name));
        Mailbox mailbox = own.orElse(settings.standard());
        String body = own.isPresent() ? draft.body() : addressee(tenant, draft) + draft.body();
        work(mailbox, drafts -> {
            IMAPFolder folder = drafts.open();
            List<StoredDraft> there = DraftsFolder.draftsOf(folder, markings.key());
            if (!isAnyLater(there, at)) {
                Optional<StoredDraft> same = latest(there, markings);
                if (same.isEmpty()) {
                    Message message =
                            DraftMessage.of(drafts.session(), mailbox.user(), draft.subject(), body, markings, at);
                    folder.appendMessages(new Message[] {message});
                }
                drafts.remove(folder, replaced(there, same));
            }
            folder.close(false);
            return folder;
        });
    }

    /** A first line that says whom it is for, when it is not in the mailbox of that person. */
    private static String addressee(TenantId tenant, Draft draft) {
        String where = tenant.equals(TenantId.DEFAULT) ? "" : " (" + tenant + ")";
        return draft.representative()
                .map(name -> "for " + name.replaceAll("\\p{Cntrl}+", " ") + where + "\n\n")
                .orElse("");
    }

    /** A text that had to wait while a later one was put is out of date. */
    private static boolean isAnyLater(List<StoredDraft> there, Instant at) throws MessagingException {
        for (StoredDraft draft : there) {
            if (draft.madeAt().filter(made -> made.isAfter(at)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<StoredDraft> latest(List<StoredDraft> there, Markings markings) {
        return there.stream().filter(draft -> draft.markings().equals(markings)).reduce((older, newer) -> newer);
    }

    private static List<Message> replaced(List<StoredDraft> there, Optional<StoredDraft> kept)
            throws MessagingException, IOException {
        List<Message> replaced = new ArrayList<>();
        for (StoredDraft draft : there) {
            if (!Optional.of(draft).equals(kept) && draft.isUntouched()) {
                replaced.add(draft.message());
            }
        }
        return replaced;
    }

    /**
     * Connects to each mailbox, changes nothing, and says where drafts go.
     *
     * @throws io.csm.application.delivery.port.ChannelUnavailable when a mailbox cannot be opened
     */
    public String check() {
        Set<Mailbox> others = new LinkedHashSet<>(settings.representatives().values());
        others.remove(settings.standard());
        String folder = folderOf(settings.standard());
        others.forEach(this::folderOf);
        return "drafts go into " + folder + " of " + settings.standard().user() + " at " + settings.server()
                + (others.isEmpty()
                        ? ""
                        : ", and into the mailboxes of representatives, of which there are " + others.size());
    }

    private String folderOf(Mailbox mailbox) {
        return work(
                mailbox, drafts -> drafts.find().map(IMAPFolder::getFullName).orElse("a new folder Drafts"));
    }

    private <T> T work(Mailbox mailbox, Work<T> work) {
        try (DraftsFolder drafts = DraftsFolder.connect(settings.server(), mailbox, timeoutMillis)) {
            return work.in(drafts);
        } catch (MessagingException | IOException failure) {
            throw MailFailure.explain(settings.server(), mailbox, failure);
        }
    }
}
