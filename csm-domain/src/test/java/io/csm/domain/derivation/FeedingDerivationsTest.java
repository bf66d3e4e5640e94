package io.csm.domain.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.event.Event;
import io.csm.domain.event.EventType;
import io.csm.domain.event.SourceType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Fact;
import io.csm.domain.fact.FactId;
import io.csm.domain.fact.FactKind;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Subscription;
import io.csm.domain.fact.Term;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which feeds events and facts belong to, and from when on. */
class FeedingDerivationsTest {

    private static final AccountId ACCOUNT = new AccountId("A-1");
    private static final FactId ID = new FactId("system", "1");
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    private static String codes(Set<Feed> feeds) {
        return feeds.stream().map(Feed::code).sorted().collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # type            | without a person | by a person
            feature_used      | login usage      | login person usage
            login             | login            | login person
            email_sent        | email_sent       | email_sent
            email_opened      | ''               | ''
            webinar_attended  | webinar          | webinar
            tam_health        | ''               | ''
            churned           | ''               | ''
            escalation        | escalation       | escalation
            payment_failed    | ''               | ''
            nps_answer        | ''               | ''
            csat_answer       | ''               | ''
            custom.login      | ''               | ''
            """)
    void an_event_belongs_to_feeds(String type, String withoutPerson, String byPerson) {
        assertThat(codes(Feed.of(event(type, Optional.empty())))).isEqualTo(withoutPerson);
        assertThat(codes(Feed.of(event(type, Optional.of("kim"))))).isEqualTo(byPerson);
    }

    private static Event event(String type, Optional<String> person) {
        EventType of = StandardEvents.ofCode(type).orElseThrow();
        Optional<String> subject =
                Optional.of(of.subjects().stream().findFirst().orElse("something"));
        return new Event(
                ID,
                of,
                ACCOUNT,
                AT,
                person,
                subject.filter(any -> of.subjectRequired()),
                of.quantity().map(EventType.Quantity::from),
                "{}");
    }

    @ParameterizedTest
    @CsvSource({"CHAMPION, stakeholder", "EXECUTIVE_SPONSOR, sponsor stakeholder", "USER, ''", "BILLING, ''"})
    void a_contact_belongs_to_the_feeds_of_its_role(ContactRole role, String feeds) {
        Contact contact = new Contact(ACCOUNT, ID, "Kim", role, Optional.of(DAY));

        assertThat(codes(Feed.of(contact))).isEqualTo(feeds);
        assertThat(contact.begins()).isEmpty();
    }

    private static final List<Fact> ONE_OF_EACH = List.of(
            Terms.of(Account.named(ACCOUNT, "One").withRenewsOn(DAY).build()),
            new Contact(ACCOUNT, ID, "Kim", ContactRole.CHAMPION, Optional.empty()),
            new Subscription(
                    ACCOUNT,
                    ID,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    DAY,
                    Optional.of(DAY.plusDays(1)),
                    Optional.empty(),
                    Term.MONTHLY,
                    true),
            new Invoice(ACCOUNT, ID, Money.of("1", "EUR"), DAY, DAY.plusDays(9), Optional.empty()),
            new Ticket(
                    ACCOUNT,
                    ID,
                    AT,
                    Optional.of(AT.plusSeconds(1)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            new Touchpoint(
                    ACCOUNT,
                    ID,
                    AT,
                    Direction.INBOUND,
                    "call",
                    Optional.empty(),
                    Optional.of(AT.plusSeconds(1)),
                    Optional.empty()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TERMS        | ''           | ''
            CONTACT      | stakeholder  | ''
            SUBSCRIPTION | subscription | 2026-02-28T00:00:00Z
            INVOICE      | invoice      | 2026-02-28T00:00:00Z
            TICKET       | ticket       | 2026-03-02T08:00:00Z
            TOUCHPOINT   | touchpoint   | 2026-03-02T08:00:00Z
            """)
    void a_fact_belongs_to_feeds_from_when_it_begins(FactKind kind, String feeds, String begins) {
        Fact fact = ONE_OF_EACH.get(kind.ordinal());

        assertThat(fact.kind()).isEqualTo(kind);
        assertThat(codes(Feed.of(fact))).isEqualTo(feeds);
        assertThat(fact.begins().map(Instant::toString).orElse("")).isEqualTo(begins);
    }

    @Test
    void the_codes_of_feeds_are_stored_and_stay() {
        assertThat(Arrays.stream(Feed.values()).map(Feed::code))
                .containsExactly(
                        "usage",
                        "login",
                        "person",
                        "email_sent",
                        "webinar",
                        "touchpoint",
                        "stakeholder",
                        "sponsor",
                        "subscription",
                        "invoice",
                        "ticket",
                        "escalation");
    }

    @Test
    void a_type_is_found_by_its_code() {
        assertThat(StandardEvents.ALL)
                .allSatisfy(
                        type -> assertThat(StandardEvents.ofCode(type.code())).contains(type));
        assertThat(StandardEvents.ofCode("custom.anything"))
                .isEqualTo(StandardEvents.find(SourceType.CUSTOM, "anything"));
        assertThat(StandardEvents.ofCode("anything")).isEmpty();
    }
}
