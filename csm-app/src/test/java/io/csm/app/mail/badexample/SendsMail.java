package io.csm.app.mail.badexample;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

/** What nothing of CSM may do. */
public final class SendsMail {

    private SendsMail() {}

    public static void send(Session session) throws MessagingException {
        session.getTransport("smtp").close();
    }
}
