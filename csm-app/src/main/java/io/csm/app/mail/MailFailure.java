package io.csm.app.mail;

import io.csm.app.mail.MailSettings.Mailbox;
import io.csm.app.mail.MailSettings.Server;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says what is off with a mail server. Nearly everything may be mended, so nearly everything may work later. */
final class MailFailure {

    private static final int LONGEST_QUOTE = 200;

    private MailFailure() {}

    static RuntimeException explain(Server server, Mailbox mailbox, Exception failure) {
        List<Throwable> chain = chain(failure);
        String said = said(chain, mailbox);
        String folded = said.toUpperCase(Locale.ROOT);
        if (folded.contains("[TOOBIG]") || folded.contains("[LIMIT]")) {
            return new ChannelRefused(
                    "the mail server " + server + " never takes this draft of " + mailbox.user() + ": " + said);
        }
        return new ChannelUnavailable(sentence(server, mailbox, chain, said), failure);
    }

    private static String sentence(Server server, Mailbox mailbox, List<Throwable> chain, String said) {
        if (has(chain, AuthenticationFailedException.class)) {
            return "the mail server " + server + " does not let " + mailbox.user() + " in: " + said
                    + "; correct the user or the password in the settings of mail";
        }
        if (has(chain, UnknownHostException.class)) {
            return "the mail server " + server + " is unknown: there is no address for this name";
        }
        if (has(chain, SocketTimeoutException.class)) {
            return "the mail server " + server + " did not answer in time";
        }
        if (has(chain, SSLException.class)) {
            return "the mail server " + server + " has no safe connection: " + said;
        }
        String folded = said.toUpperCase(Locale.ROOT);
        if (folded.contains("OVERQUOTA") || folded.contains("QUOTA")) {
            return "the mailbox " + mailbox.user() + " at " + server + " is full: " + said;
        }
        return "the mail server " + server + " did not take a draft for " + mailbox.user() + ": " + said;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable each = failure;
        while (each != null && !chain.contains(each)) {
            chain.add(each);
            each = each instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException()
                    : each.getCause();
        }
        return chain;
    }

    /** The words of whoever is nearest to the trouble, in one line, without the tag of the command. */
    private static String said(List<Throwable> chain, Mailbox mailbox) {
        String said = chain.stream()
                .map(each -> String.valueOf(each.getMessage()))
                .filter(message -> !message.isBlank() && !message.equals("null"))
                .reduce((outer, inner) -> inner)
                .orElse("no reason given")
                .replace(mailbox.password().value(), "***")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceFirst("^[A-Z]+\\d+ (NO|BAD) ", "")
                .strip();
        return said.substring(0, Math.min(LONGEST_QUOTE, said.length()));
    }
}
