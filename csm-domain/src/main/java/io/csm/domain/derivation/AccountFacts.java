package io.csm.domain.derivation;

import io.csm.domain.account.AccountId;
import io.csm.domain.event.Event;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.fact.Viewpoint;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All that is known of one account from one viewpoint. Facts may lie after {@code asOf}, such as the end of a
 * subscription; derivations look at their times.
 *
 * @param viewpoint from when one looks
 * @param terms the account's own record
 * @param feeds what the tenant sends at all, seen from there
 * @param contacts the known version of each
 * @param subscriptions the known version of each
 * @param invoices the known version of each
 * @param tickets the known version of each
 * @param touchpoints the known version of each
 * @param events those known that occurred in the 180 days up to {@code asOf}, and the newest {@code tam_health} of any age;
 *     by when they occurred, then by id
 */
public record AccountFacts(
        Viewpoint viewpoint,
        Terms terms,
        Set<Feed> feeds,
        List<Contact> contacts,
        List<Subscription> subscriptions,
        List<Invoice> invoices,
        List<Ticket> tickets,
        List<Touchpoint> touchpoints,
        List<Event> events) {

    /** How far back the events go. */
    public static final Duration EVENTS = Duration.ofDays(180);

    public AccountFacts {
        Objects.requireNonNull(viewpoint, "viewpoint");
        Objects.requireNonNull(terms, "terms");
        feeds = Set.copyOf(feeds);
        contacts = List.copyOf(contacts);
        subscriptions = List.copyOf(subscriptions);
        invoices = List.copyOf(invoices);
        tickets = List.copyOf(tickets);
        touchpoints = List.copyOf(touchpoints);
        events = List.copyOf(events);
    }

    public AccountId account() {
        return terms.account();
    }
}
