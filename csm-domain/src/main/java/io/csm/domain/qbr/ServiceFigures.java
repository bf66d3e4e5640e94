package io.csm.domain.qbr;

import io.csm.domain.derivation.Feed;
import io.csm.domain.event.Event;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Ticket;
import io.csm.domain.fact.Touchpoint;
import io.csm.domain.narrative.Prose;
import io.csm.domain.qbr.Reviewed.Stretch;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.StandardSignals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How the account was served in a quarter, and what it says of that. */
final class ServiceFigures {

    private static final double HOURS_OF_A_DAY = 24;
    private static final Comparator<Event> NEWEST =
            Comparator.comparing(Event::occurredAt).thenComparing(Event::id);

    private final Reviewed reviewed;

    ServiceFigures(Reviewed reviewed) {
        this.reviewed = reviewed;
    }

    Stream<Metric> metrics() {
        return Stream.of(tickets(), timeToSolve(), satisfaction(), nps(), escalations(), conversations(), invoices())
                .flatMap(Optional::stream);
    }

    /** The figure of the quarter and of the one before, where there is one of the quarter. */
    private Optional<Metric> metric(String name, String source, Function<Stretch, Optional<String>> figure) {
        return Optional.of(reviewed.now())
                .filter(now -> reviewed.hasBegun())
                .flatMap(figure)
                .map(value -> new Metric(name, value, figure.apply(reviewed.before()), source));
    }

    private Optional<Metric> tickets() {
        return metric(
                "support tickets",
                "the help desk",
                stretch -> Optional.of(stretch)
                        .filter(any -> reviewed.has(Feed.TICKET))
                        .map(any -> opened(any) + " opened, " + solved(any).size() + " solved"));
    }

    /** Tickets opened in the quarter, none where nobody tells of them. */
    long opened() {
        return reviewed.has(Feed.TICKET) ? opened(reviewed.now()) : 0;
    }

    /** Tickets closed in the quarter, none where nobody tells of them. */
    long solved() {
        return reviewed.has(Feed.TICKET) ? solved(reviewed.now()).size() : 0;
    }

    private long opened(Stretch stretch) {
        return reviewed.brief().facts().tickets().stream()
                .filter(ticket -> stretch.holds(ticket.openedAt()))
                .count();
    }

    /** The tickets closed in that stretch. */
    private List<Ticket> solved(Stretch stretch) {
        return reviewed.brief().facts().tickets().stream()
                .filter(ticket -> reviewed.has(Feed.TICKET))
                .filter(ticket -> ticket.closedAt().filter(stretch::holds).isPresent())
                .toList();
    }

    private Optional<Metric> timeToSolve() {
        return metric("median time to solve a ticket", "the help desk", this::timeToSolve);
    }

    private Optional<String> timeToSolve(Stretch stretch) {
        long[] hours = solved(stretch).stream()
                .mapToLong(ticket -> Duration.between(
                                ticket.openedAt(), ticket.closedAt().orElseThrow())
                        .toHours())
                .sorted()
                .toArray();
        return hours.length == 0 ? Optional.empty() : Optional.of(days(median(hours) / HOURS_OF_A_DAY));
    }

    private static double median(long... sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    private static String days(double days) {
        String shown = Figures.show(days, 1);
        return shown.equals("0") ? "about an hour" : shown + (shown.equals("1") ? " day" : " days");
    }

    private Optional<Metric> satisfaction() {
        return metric("satisfaction with support", "answers to surveys and after tickets", this::satisfaction);
    }

    private Optional<String> satisfaction(Stretch stretch) {
        long[] answers = LongStream.concat(
                        reviewed.events(stretch, StandardEvents.CSAT_ANSWER).mapToLong(Event::amount),
                        solved(stretch).stream()
                                .flatMap(ticket -> ticket.satisfaction().stream())
                                .mapToLong(Integer::longValue))
                .toArray();
        return LongStream.of(answers).average().stream()
                .mapToObj(mean -> Figures.show(mean, 1) + " of 5, by " + Prose.count(answers.length, "answer"))
                .findFirst();
    }

    /** By the newest answer to the survey, unless somebody gave another since. */
    private Optional<Metric> nps() {
        OptionalDouble known = reviewed.brief().value(StandardSignals.NPS_SCORE);
        Optional<Event> latest = answerBy(reviewed.brief().asOf())
                .filter(event -> known.isEmpty() || event.amount() == known.getAsDouble());
        Optional<String> given = known.stream()
                .mapToObj(score -> Figures.show(score, 0) + " of 10")
                .findFirst();
        return latest.map(ServiceFigures::answer)
                .or(() -> given)
                .map(value -> new Metric(
                        "likelihood to recommend us",
                        value,
                        latest.flatMap(now -> answerBy(
                                                reviewed.period().begins().minusNanos(1000))
                                        .filter(earlier -> !earlier.equals(now)))
                                .map(ServiceFigures::answer),
                        latest.isPresent() ? "the latest answer to the survey" : "as it was reported"));
    }

    private Optional<Event> answerBy(Instant instant) {
        return reviewed.brief().facts().events().stream()
                .filter(event -> event.type().equals(StandardEvents.NPS_ANSWER)
                        && !event.occurredAt().isAfter(instant))
                .max(NEWEST);
    }

    private static String answer(Event event) {
        return event.amount() + " of 10 on " + Prose.day(Reviewed.dayOf(event.occurredAt()));
    }

    private Optional<Metric> escalations() {
        return metric(
                "escalations",
                "the help desk",
                stretch -> Optional.of(stretch)
                        .filter(any -> reviewed.has(Feed.TICKET) || reviewed.has(Feed.ESCALATION))
                        .map(any -> String.valueOf(escalated(any))));
    }

    private long escalated(Stretch stretch) {
        return reviewed.brief().facts().tickets().stream()
                        .filter(ticket ->
                                ticket.escalatedAt().filter(stretch::holds).isPresent())
                        .count()
                + reviewed.events(stretch, StandardEvents.ESCALATION).count();
    }

    private Optional<Metric> conversations() {
        return metric(
                "conversations with us",
                "our notes",
                stretch -> Optional.of(stretch)
                        .filter(any -> reviewed.has(Feed.TOUCHPOINT))
                        .map(any -> String.valueOf(talked(any))));
    }

    private long talked(Stretch stretch) {
        return reviewed.brief().facts().touchpoints().stream()
                .filter(Touchpoint::isTwoWay)
                .filter(touchpoint -> stretch.holds(touchpoint.occurredAt()))
                .count();
    }

    private Optional<Metric> invoices() {
        return metric("invoices paid on time", "billing", this::invoices);
    }

    /** Of those due in that stretch; one due today may still be paid on time. */
    private Optional<String> invoices(Stretch stretch) {
        LocalDate day = reviewed.brief().day();
        List<Invoice> due = reviewed.brief().facts().invoices().stream()
                .filter(invoice -> stretch.holds(invoice.dueOn()))
                .filter(invoice -> invoice.dueOn().isBefore(day) || !invoice.isUnpaid(day))
                .toList();
        long onTime = due.stream()
                .filter(invoice -> !invoice.isUnpaid(invoice.dueOn()))
                .count();
        return due.isEmpty() ? Optional.empty() : Optional.of(onTime + " of " + due.size());
    }
}
