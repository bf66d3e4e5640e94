package io.csm.app.mail;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A draft as a message: to nobody, as a person says whom it is for. */
final class DraftMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private DraftMessage(Session session) {
        super(session);
    }

    static DraftMessage of(Session session, String user, String subject, String body, Markings markings, Instant at)
            throws MessagingException {
        String text = body.replaceAll("\\r\\n?", "\n");
        DraftMessage message = new DraftMessage(session);
        Optional<InternetAddress> from = address(user);
        if (from.isPresent()) {
            message.setFrom(from.get());
        }
        message.setSubject(subject, UTF_8);
        message.setText(text.replace("\n", "\r\n"), UTF_8);
        message.setHeader("Date", DATE.format(at));
        message.setHeader(Markings.KEY, markings.key());
        message.setHeader(Markings.ID, markings.id());
        message.setHeader(Markings.MADE, at.toString());
        message.setHeader(Markings.TEXT, Markings.fingerprint(subject, text));
        message.setFlag(Flags.Flag.DRAFT, true);
        message.saveChanges();
        return message;
    }

    /** Some servers know their users by names that are no addresses; a mail program then fills in its own. */
    private static Optional<InternetAddress> address(String user) {
        try {
            return user.contains("@") ? Optional.of(new InternetAddress(user, true)) : Optional.empty();
        } catch (AddressException none) {
            return Optional.empty();
        }
    }

    /** None: the mail program that sends it gives one, and ours would name this machine. */
    @Override
    protected void updateMessageID() {}
}
