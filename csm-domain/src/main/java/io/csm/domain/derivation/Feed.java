package io.csm.domain.derivation;

import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Fact;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private static final Map<EventType, Feed> OF_EVENTS = Map.of(
            StandardEvents.EMAIL_SENT, EMAIL_SENT,
            StandardEvents.WEBINAR_ATTENDED, WEBINAR,
            StandardEvents.ESCALATION, ESCALATION);

    /** The feeds that an event belongs to. */
    public static Set<Feed> of(Event event) {
        EventType type = event.type();
        if (type.equals(StandardEvents.FEATURE_USED)) {
            return event.person().isPresent() ? Set.of(USAGE, LOGIN, PERSON) : Set.of(USAGE, LOGIN);
        }
        if (type.equals(StandardEvents.LOGIN)) {
            return event.person().isPresent() ? Set.of(LOGIN, PERSON) : Set.of(LOGIN);
        }
        return Optional.ofNullable(OF_EVENTS.get(type)).map(Set::of).orElse(Set.of());
    }

    /** The feeds that a fact belongs to. */
    public static Set<Feed> of(Fact fact) {
        return switch (fact.kind()) {
            case TERMS -> Set.of();
            case CONTACT -> of(((Contact) fact).role());
            case SUBSCRIPTION -> Set.of(SUBSCRIPTION);
            case INVOICE -> Set.of(INVOICE);
            case TICKET -> Set.of(TICKET);
            case TOUCHPOINT -> Set.of(TOUCHPOINT);
        };
    }

    private static Set<Feed> of(ContactRole role) {
        return switch (role) {
            case CHAMPION -> Set.of(STAKEHOLDER);
            case EXECUTIVE_SPONSOR -> Set.of(STAKEHOLDER, SPONSOR);
            case USER, BILLING -> Set.of();
        };
    }

    /** What is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
