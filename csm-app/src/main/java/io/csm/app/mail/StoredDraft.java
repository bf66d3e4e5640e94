package io.csm.app.mail;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A message in a drafts folder that bears our headers. */
record StoredDraft(Message message, Markings markings) {

    /** What a message says of itself; empty when it is none of ours, or on its way out. */
    static Optional<StoredDraft> of(Message message) throws MessagingException {
        Optional<String> key = header(message, Markings.KEY);
        Optional<String> id = header(message, Markings.ID);
        if (key.isEmpty() || id.isEmpty() || message.isSet(Flags.Flag.DELETED)) {
            return Optional.empty();
        }
        return Optional.of(new StoredDraft(message, new Markings(key.get(), id.get())));
    }

    private static Optional<String> header(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length != 1
                ? Optional.empty()
                : Optional.of(values[0].replaceAll("\\r?\\n", "").strip());
    }

    /** When its text was made; empty when it does not say so. */
    Optional<Instant> madeAt() throws MessagingException {
        try {
            return header(message, Markings.MADE).map(Instant::parse);
        } catch (DateTimeParseException illegible) {
            return Optional.empty();
        }
    }

    /** Whether it is as we wrote it: to nobody, with that subject and that text. Otherwise a person is at work on it. */
    boolean isUntouched() throws MessagingException, IOException {
        boolean isToNobody = message.getAllRecipients() == null;
        if (!isToNobody || !message.isMimeType("text/plain") || !(message.getContent() instanceof String text)) {
            return false;
        }
        String subject = Optional.ofNullable(message.getSubject()).orElse("");
        return header(message, Markings.TEXT)
                .filter(Markings.fingerprint(subject, text)::equals)
                .isPresent();
    }
}
