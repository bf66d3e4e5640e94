package io.csm.domain.narrative;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.fact.Contact;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The people at an account, and when somebody last talked with one of them. */
final class People {

    private static final Comparator<Contact> BY_ID = Comparator.comparing(Contact::id);

    private final AccountBrief brief;
    private final Optional<Touchpoint> conversation;

    People(AccountBrief brief) {
        this.brief = brief;
        conversation = brief.facts().touchpoints().stream()
                .filter(touchpoint -> touchpoint.isTwoWay() && happened(touchpoint.occurredAt()))
                .max(Comparator.comparing(Touchpoint::occurredAt).thenComparing(Touchpoint::id));
    }

    private boolean happened(Instant instant) {
        return !instant.isAfter(brief.asOf());
    }

    /** Somebody in that role who is there. */
    Optional<Contact> find(ContactRole role) {
        return brief.facts().contacts().stream()
                .filter(contact -> contact.role() == role && contact.isThere(brief.day()) && isNamed(contact))
                .min(BY_ID);
    }

    private static boolean isNamed(Contact contact) {
        return !Prose.plain(contact.name()).isEmpty();
    }

    /** The champion who left last; empty while another is there. */
    Optional<Contact> championWhoLeft() {
        List<Contact> champions = brief.facts().contacts().stream()
                .filter(contact -> contact.role() == ContactRole.CHAMPION)
                .toList();
        if (champions.stream().anyMatch(champion -> champion.isThere(brief.day()))) {
            return Optional.empty();
        }
        return champions.stream()
                .max(Comparator.comparing((Contact gone) -> gone.leftOn().orElse(LocalDate.MIN))
                        .thenComparing(BY_ID.reversed()));
    }

    /** The first of these roles that somebody has, {@code Dana Fox (champion)}; else {@code otherwise}. */
    String oneOf(String otherwise, ContactRole... roles) {
        return List.of(roles).stream()
                .flatMap(role -> find(role).stream())
                .findFirst()
                .map(People::named)
                .orElse(otherwise);
    }

    /** Whoever speaks for us, else who decides, else whoever there is. */
    String closest() {
        return oneOf("your main contact", ContactRole.CHAMPION, ContactRole.EXECUTIVE_SPONSOR, ContactRole.USER);
    }

    /** Whoever decides, else who speaks for us. */
    String decider() {
        return oneOf("whoever decides on the contract", ContactRole.EXECUTIVE_SPONSOR, ContactRole.CHAMPION);
    }

    /** {@code Dana Fox (champion)}; of one without a name the role. */
    static String named(Contact contact) {
        String role = contact.role().code().replace('_', ' ');
        return isNamed(contact) ? Prose.plain(contact.name()) + " (" + role + ")" : "the " + role;
    }

    Optional<LocalDate> lastConversation() {
        return conversation.map(touchpoint -> dayOf(touchpoint.occurredAt()));
    }

    /** With whom it was, {@code  with Dana Fox (champion)}; empty when that is not known. */
    String withWhom() {
        return conversation
                .flatMap(Touchpoint::contact)
                .flatMap(id -> brief.facts().contacts().stream()
                        .filter(contact -> contact.id().id().equals(id) && isNamed(contact))
                        .min(BY_ID))
                .map(contact -> " with " + named(contact))
                .orElse("");
    }

    /** Messages of ours since the last conversation, in at most 90 days, that nobody answered. */
    long unanswered() {
        Instant from = brief.asOf().minus(Duration.ofDays(90));
        Instant since =
                conversation.map(Touchpoint::occurredAt).filter(from::isBefore).orElse(from);
        return brief.facts().touchpoints().stream()
                .filter(touchpoint -> touchpoint.direction() == Direction.OUTBOUND
                        && touchpoint.occurredAt().isAfter(since)
                        && happened(touchpoint.occurredAt())
                        && touchpoint.answeredAt().filter(this::happened).isEmpty())
                .count();
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
