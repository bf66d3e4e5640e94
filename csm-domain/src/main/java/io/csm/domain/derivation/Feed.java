package io.csm.domain.derivation;

import java.util.Locale;

/**
 * A kind of fact that a tenant may or may not send at all. Where it is sent, an account without any has none; where it
 * is not, nobody knows.
 */
public enum Feed {
    /** {@code feature_used} events. */
    USAGE,
    /** {@code login} events, or {@code feature_used}: who uses a feature has logged in. */
    LOGIN,
    /** {@code login} or {@code feature_used} events that name a person. */
    PERSON,
    EMAIL_SENT,
    WEBINAR,
    TOUCHPOINT,
    /** Contacts with the role of champion or executive sponsor. */
    STAKEHOLDER,
    /** Contacts with the role of executive sponsor. */
    SPONSOR,
    SUBSCRIPTION,
    INVOICE,
    TICKET,
    /** {@code escalation} events. */
    ESCALATION;

    /** What is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
