package io.csm.application.contract;

import static io.csm.application.contract.FactBuilders.*;
import static io.csm.application.contract.Fixtures.*;
import static io.csm.domain.event.StandardEvents.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.event.port.EventRepository.Outcome;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.derivation.Feed;
import io.csm.domain.event.Event;
import io.csm.domain.event.SourceType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repository of events, and of facts where it shows events and feeds, must keep to. */
public abstract class EventRepositoryContract extends PortsContract {

    private static final Duration A_MICROSECOND = Duration.ofNanos(1_000);

    @BeforeEach
    void two_accounts_are_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two")));
    }

    private List<Outcome> append(Instant receivedAt, Event... events) {
        return ports().events().append(ACME, List.of(events), receivedAt);
    }

    private AccountFacts seen(Instant asOf, Instant knownOn) {
        return ports().facts().find(ACME, account("A-1"), new Viewpoint(asOf, knownOn));
    }

    private List<String> ids(Instant asOf, Instant knownOn) {
        return seen(asOf, knownOn).events().stream()
                .map(event -> event.id().id())
                .toList();
    }

    private static Event withPayload(String payload, Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.account(),
                event.occurredAt(),
                event.person(),
                event.subject(),
                event.quantity(),
                payload);
    }

    private static Event login(String id, Instant at) {
        return event("A-1", id, LOGIN, at);
    }

    @Test
    void events_come_back_as_they_were_sent() {
        Event full = new Event(
                new FactId("Zürich", "\uD83D\uDE00"),
                StandardEvents.find(SourceType.CUSTOM, "moon_landing").orElseThrow(),
                account("A-1"),
                Instant.parse("2026-03-01T23:59:59.999999Z"),
                Optional.of("Zoë"),
                Optional.of(""),
                Optional.of(Long.MIN_VALUE),
                "{\"a\": [1, \"ü\", null]}");

        assertThat(append(TUESDAY, full, login("e-2", MONDAY))).containsExactly(Outcome.STORED, Outcome.STORED);

        assertThat(seen(WEDNESDAY, WEDNESDAY).events()).containsExactly(full, login("e-2", MONDAY));
        assertThat(ports().events().count(ACME)).isEqualTo(2);
    }

    @Test
    void every_standard_type_comes_back() {
        Event[] all = ALL.stream()
                .map(type -> event("A-1", type.code(), type, MONDAY))
                .toArray(Event[]::new);
        append(MONDAY, all);

        assertThat(seen(MONDAY, MONDAY).events()).containsExactlyInAnyOrder(all);
    }

    @Test
    void nothing_sent_is_nothing_stored() {
        assertThat(append(MONDAY)).isEmpty();
        assertThat(ports().events().count(ACME)).isZero();
    }

    @Test
    void sending_one_twice_stores_one() {
        append(MONDAY, login("e-1", MONDAY));

        assertThat(append(TUESDAY, login("e-1", MONDAY), login("e-2", MONDAY)))
                .containsExactly(Outcome.DUPLICATE, Outcome.STORED);
        assertThat(ports().events().count(ACME)).isEqualTo(2);
    }

    @Test
    void whatever_differs_under_one_id_is_a_conflict() {
        Event sent = withPayload("{\"a\": 1}", about("x", by("kim", event("A-1", "e-1", FEATURE_USED, MONDAY))));
        append(MONDAY, sent);

        List<Outcome> outcomes = append(
                TUESDAY,
                sent,
                new Event(
                        sent.id(),
                        LOGIN,
                        sent.account(),
                        MONDAY,
                        sent.person(),
                        sent.subject(),
                        sent.quantity(),
                        sent.payload()),
                new Event(
                        sent.id(),
                        sent.type(),
                        account("A-2"),
                        MONDAY,
                        sent.person(),
                        sent.subject(),
                        sent.quantity(),
                        sent.payload()),
                new Event(
                        sent.id(),
                        sent.type(),
                        sent.account(),
                        MONDAY.plus(A_MICROSECOND),
                        sent.person(),
                        sent.subject(),
                        sent.quantity(),
                        sent.payload()),
                by("lee", sent),
                about("y", sent),
                new Event(
                        sent.id(),
                        sent.type(),
                        sent.account(),
                        MONDAY,
                        sent.person(),
                        sent.subject(),
                        Optional.of(1L),
                        sent.payload()),
                withPayload("{\"a\": 2}", sent));

        assertThat(outcomes.get(0)).isEqualTo(Outcome.DUPLICATE);
        assertThat(outcomes.subList(1, 8)).containsOnly(Outcome.CONFLICT);
        assertThat(seen(WEDNESDAY, WEDNESDAY).events()).containsExactly(sent);
    }

    @Test
    void where_a_text_begins_makes_a_difference() {
        Event person = new Event(
                id("e-1"), LOGIN, account("A-1"), MONDAY, Optional.of("x"), Optional.empty(), Optional.empty(), "{}");
        Event subject = new Event(
                id("e-1"), LOGIN, account("A-1"), MONDAY, Optional.empty(), Optional.of("x"), Optional.empty(), "{}");

        assertThat(append(MONDAY, person, subject, about("", person)))
                .containsExactly(Outcome.STORED, Outcome.CONFLICT, Outcome.CONFLICT);
    }

    @Test
    void of_two_with_one_id_the_first_is_stored() {
        List<Outcome> outcomes =
                append(MONDAY, login("e-1", MONDAY), login("e-1", MONDAY), login("e-1", TUESDAY), login("e-2", MONDAY));

        assertThat(outcomes).containsExactly(Outcome.STORED, Outcome.DUPLICATE, Outcome.CONFLICT, Outcome.STORED);
        assertThat(seen(WEDNESDAY, WEDNESDAY).events()).containsExactly(login("e-1", MONDAY), login("e-2", MONDAY));
    }

    @Test
    void an_id_is_an_id_of_its_source() {
        Event elsewhere = new Event(
                new FactId("other", "e-1"),
                LOGIN,
                account("A-1"),
                TUESDAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "{}");

        assertThat(append(MONDAY, login("e-1", MONDAY), elsewhere)).containsExactly(Outcome.STORED, Outcome.STORED);
    }

    @Test
    void an_event_of_an_unknown_account_is_told_and_its_id_stays_free() {
        Event early = event("A-9", "e-1", LOGIN, MONDAY);

        assertThat(append(MONDAY, early)).containsExactly(Outcome.UNKNOWN_ACCOUNT);
        assertThat(append(MONDAY, early, login("e-2", MONDAY)))
                .containsExactly(Outcome.UNKNOWN_ACCOUNT, Outcome.STORED);
        ports().accounts().saveAll(ACME, List.of(named("A-9", "Nine")));
        assertThat(append(TUESDAY, early)).containsExactly(Outcome.STORED);
    }

    @Test
    void an_event_is_seen_once_it_has_occurred_and_was_received() {
        append(WEDNESDAY, login("e-1", MONDAY));

        assertThat(ids(TUESDAY, WEDNESDAY)).containsExactly("e-1");
        assertThat(ids(MONDAY, WEDNESDAY)).containsExactly("e-1");
        assertThat(ids(MONDAY.minus(A_MICROSECOND), WEDNESDAY)).isEmpty();
        assertThat(ids(WEDNESDAY, WEDNESDAY.minus(A_MICROSECOND))).isEmpty();
    }

    @Test
    void events_are_seen_for_180_days() {
        Instant edge = WEDNESDAY.minus(Duration.ofDays(180));
        append(MONDAY, login("at the edge", edge), login("inside", edge.plus(A_MICROSECOND)), login("now", WEDNESDAY));

        assertThat(ids(WEDNESDAY, WEDNESDAY)).containsExactly("inside", "now");
    }

    @Test
    void the_newest_judgement_is_seen_whatever_its_age() {
        Instant longAgo = WEDNESDAY.minus(Duration.ofDays(2_000));
        append(
                MONDAY,
                event("A-1", "oldest", TAM_HEALTH, longAgo.minusSeconds(1)),
                event("A-1", "a", TAM_HEALTH, longAgo),
                event("A-1", "b", TAM_HEALTH, longAgo),
                event("A-1", "B", TAM_HEALTH, longAgo),
                login("recent", MONDAY));

        assertThat(ids(WEDNESDAY, WEDNESDAY)).containsExactly("b", "recent");
        assertThat(ids(longAgo.minusSeconds(1), WEDNESDAY)).containsExactly("oldest");
        assertThat(ids(WEDNESDAY, MONDAY.minus(A_MICROSECOND))).isEmpty();
    }

    @Test
    void a_recent_judgement_is_seen_once_and_hides_older_ones() {
        append(
                MONDAY,
                event("A-1", "old", TAM_HEALTH, MONDAY.minus(Duration.ofDays(400))),
                event("A-1", "first", TAM_HEALTH, MONDAY.minusSeconds(1)),
                event("A-1", "second", TAM_HEALTH, MONDAY));

        assertThat(ids(WEDNESDAY, WEDNESDAY)).containsExactly("first", "second");
    }

    @Test
    void events_come_by_time_and_then_by_id() {
        append(
                MONDAY,
                login("b", MONDAY),
                login("late", TUESDAY),
                login("B", MONDAY),
                event("A-2", "not ours", LOGIN, MONDAY));

        assertThat(ids(WEDNESDAY, WEDNESDAY)).containsExactly("B", "b", "late");
    }

    @Test
    void the_first_and_the_last_day_are_kept() {
        Instant last = Instant.parse("2199-12-31T23:59:59.999999Z");

        assertThat(append(MONDAY, login("first", Instant.EPOCH), login("last", last)))
                .containsOnly(Outcome.STORED);
        assertThat(ids(last, MONDAY)).containsExactly("last");
        assertThat(ids(Instant.EPOCH, MONDAY)).containsExactly("first");
    }

    @Test
    void a_feed_is_there_from_its_first_event_on() {
        append(TUESDAY, about("x", by("kim", event("A-2", "e-1", FEATURE_USED, MONDAY))));

        assertThat(seen(MONDAY, TUESDAY).feeds()).containsExactlyInAnyOrder(Feed.USAGE, Feed.LOGIN, Feed.PERSON);
        assertThat(seen(MONDAY.minus(A_MICROSECOND), TUESDAY).feeds()).isEmpty();
        assertThat(seen(MONDAY, TUESDAY.minus(A_MICROSECOND)).feeds()).isEmpty();
    }

    @Test
    void an_earlier_event_lets_its_feed_begin_earlier() {
        append(TUESDAY, login("e-1", TUESDAY), login("e-2", WEDNESDAY));
        append(WEDNESDAY, login("e-3", MONDAY));

        assertThat(seen(MONDAY, TUESDAY).feeds()).containsExactly(Feed.LOGIN);

        append(MONDAY, login("e-4", WEDNESDAY));

        assertThat(seen(MONDAY, MONDAY).feeds()).containsExactly(Feed.LOGIN);
    }

    @Test
    void what_is_not_stored_begins_no_feed() {
        append(MONDAY, event("A-9", "e-1", LOGIN, MONDAY), event("A-1", "e-2", CHURNED, MONDAY));
        append(MONDAY, event("A-1", "e-2", EMAIL_SENT, MONDAY));

        assertThat(seen(WEDNESDAY, WEDNESDAY).feeds()).isEmpty();
    }

    @Test
    void facts_begin_feeds_at_their_own_time() {
        ports().facts()
                .append(
                        ACME,
                        List.of(
                                ticket("A-2", "t-1"),
                                touchpoint("A-2", "p-1", TUESDAY),
                                subscription("A-2", "s-1", NEW_YEAR),
                                invoice("A-2", "i-1", NEW_YEAR.plusDays(1)),
                                contact("A-2", "c-1", ContactRole.CHAMPION),
                                onPlan("A-2", "pro")),
                        WEDNESDAY);
        Instant newYear = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(seen(newYear.minus(A_MICROSECOND), WEDNESDAY).feeds()).isEmpty();
        assertThat(seen(newYear, WEDNESDAY).feeds()).containsExactly(Feed.SUBSCRIPTION);
        assertThat(seen(newYear.plus(Duration.ofDays(1)), WEDNESDAY).feeds())
                .containsExactlyInAnyOrder(Feed.SUBSCRIPTION, Feed.INVOICE);
        assertThat(seen(MONDAY, WEDNESDAY).feeds())
                .containsExactlyInAnyOrder(Feed.SUBSCRIPTION, Feed.INVOICE, Feed.TICKET);
        assertThat(seen(TUESDAY, WEDNESDAY).feeds()).contains(Feed.TOUCHPOINT).doesNotContain(Feed.STAKEHOLDER);
        assertThat(seen(WEDNESDAY, WEDNESDAY).feeds())
                .contains(Feed.STAKEHOLDER)
                .doesNotContain(Feed.SPONSOR);
        assertThat(seen(WEDNESDAY, TUESDAY).feeds()).isEmpty();
    }

    @Test
    void a_contact_who_becomes_a_sponsor_begins_that_feed_then() {
        Contact user = contact("A-1", "c-1", ContactRole.USER);
        ports().facts().append(ACME, List.of(user), MONDAY);
        ports().facts().append(ACME, List.of(contact("A-1", "c-1", ContactRole.EXECUTIVE_SPONSOR)), TUESDAY);

        assertThat(seen(WEDNESDAY, MONDAY).feeds()).isEmpty();
        assertThat(seen(TUESDAY, TUESDAY).feeds()).isEqualTo(Set.of(Feed.STAKEHOLDER, Feed.SPONSOR));
    }
}
