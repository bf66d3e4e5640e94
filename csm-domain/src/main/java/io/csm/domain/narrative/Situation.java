package io.csm.domain.narrative;

import static io.csm.domain.event.StandardEvents.FEATURE_USED;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;

import io.csm.domain.account.Account;
import io.csm.domain.account.Money;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.ChurnAssessment.Finding;
import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.event.Event;
import io.csm.domain.fact.Invoice;
import io.csm.domain.fact.Ticket;
import io.csm.domain.health.AdjustmentOutcome;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A brief as a writer reads it: what had happened by its instant, counted and sorted once. */
final class Situation {

    private static final Duration MONTH = Duration.ofDays(30);

    private final AccountBrief brief;
    private final People people;
    private final List<Contribution> contributions;
    private final Set<ChurnTrigger> fired;
    private final Map<String, long[]> usesOfFeatures = new TreeMap<>();
    private long usesNow;
    private long usesBefore;

    Situation(AccountBrief brief) {
        this.brief = brief;
        people = new People(brief);
        contributions = score().contributions();
        fired = brief.health().churn().findings().stream()
                .filter(Finding::fired)
                .map(Finding::rule)
                .collect(Collectors.toUnmodifiableSet());
        countUses();
    }

    private void countUses() {
        Instant upTo = brief.asOf();
        Instant monthAgo = upTo.minus(MONTH);
        Instant twoMonthsAgo = monthAgo.minus(MONTH);
        for (Event event : brief.facts().events()) {
            Instant when = event.occurredAt();
            if (event.type().equals(FEATURE_USED) && when.isAfter(twoMonthsAgo) && !when.isAfter(upTo)) {
                boolean now = when.isAfter(monthAgo);
                usesNow += now ? event.amount() : 0;
                usesBefore += now ? 0 : event.amount();
                event.subject()
                        .ifPresent(
                                feature -> usesOfFeatures.computeIfAbsent(feature, name -> new long[2])[now ? 0 : 1] +=
                                        event.amount());
            }
        }
    }

    AccountBrief brief() {
        return brief;
    }

    Account account() {
        return brief.account();
    }

    HealthScore score() {
        return brief.health().score();
    }

    LocalDate day() {
        return brief.day();
    }

    People people() {
        return people;
    }

    /** Who it is about: {@code Globex (Enterprise plan, renewal stage, 240,000 USD a year)}. */
    String who() {
        List<String> parts = new ArrayList<>();
        account().plan().map(Prose::plain).ifPresent(plan -> parts.add(withNoun(plan, "plan")));
        account().stage().map(Prose::plain).ifPresent(stage -> parts.add(withNoun(stage.replace('_', ' '), "stage")));
        arr().ifPresent(arr -> parts.add(Prose.money(arr) + " a year"));
        return name() + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    String name() {
        return Prose.plain(account().name());
    }

    private static String withNoun(String word, String noun) {
        return word.toLowerCase(Locale.ROOT).endsWith(noun) ? word : word + " " + noun;
    }

    Optional<Money> arr() {
        return account().arr();
    }

    /** The value as it travels; {@code NaN} when it is not tracked. */
    double value(Signal signal) {
        return score().snapshot().value(signal).orElse(Double.NaN);
    }

    /** Whether CSM worked the value out itself. */
    boolean isDerived(Signal signal) {
        return score().snapshot().origin(signal).filter(SignalOrigin::isDerived).isPresent();
    }

    /** The word of a choice; empty when it is not tracked. */
    String word(Signal signal) {
        double value = value(signal);
        return Double.isNaN(value) ? "" : signal.show(value);
    }

    boolean isGreen() {
        return score().rag() == Rag.GREEN;
    }

    boolean hasFired(ChurnTrigger rule) {
        return fired.contains(rule);
    }

    List<Contribution> contributions() {
        return contributions;
    }

    /** The days to the renewal, negative once it has passed; empty when no date is known. */
    Optional<Long> daysToRenewal() {
        double days = value(DAYS_TO_RENEWAL);
        return Double.isNaN(days) ? Optional.empty() : Optional.of((long) days);
    }

    /** {@code 6 January 2027, in 41 days}. */
    String dayAndDistance(long days) {
        return days == 0
                ? "today, " + Prose.day(day())
                : "on " + Prose.day(day().plusDays(days)) + ", " + Prose.fromToday(days);
    }

    /** Until when to act, before the renewal where it is near. */
    String deadline() {
        boolean near = daysToRenewal()
                .filter(days -> days > 0 && days <= brief.health().rules().windowDays())
                .isPresent();
        return near ? "before the renewal" : "by " + Prose.day(day().plusDays(MONTH.toDays()));
    }

    long usesNow() {
        return usesNow;
    }

    /** In the 30 days before the last 30. */
    long usesBefore() {
        return usesBefore;
    }

    /** The feature that lost most uses; empty when none lost any. */
    Optional<FeatureDrop> steepestDrop() {
        return usesOfFeatures.entrySet().stream()
                .map(each -> new FeatureDrop(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .filter(drop -> drop.lost() > 0)
                .max(Comparator.comparingLong(FeatureDrop::lost)
                        .thenComparing(FeatureDrop::feature, Comparator.reverseOrder()));
    }

    record FeatureDrop(String feature, long now, long before) {
        long lost() {
            return before - now;
        }
    }

    /** Those open, the longest open first; those escalated before all others. */
    List<Ticket> openTickets() {
        return brief.facts().tickets().stream()
                .filter(ticket -> ticket.isOpen(brief.asOf()))
                .sorted(Comparator.comparing((Ticket ticket) -> !isEscalated(ticket))
                        .thenComparing(Ticket::openedAt)
                        .thenComparing(Ticket::id))
                .toList();
    }

    boolean isEscalated(Ticket ticket) {
        return ticket.escalatedAt().filter(at -> !at.isAfter(brief.asOf())).isPresent();
    }

    /** Those issued, due and not paid, the oldest first. */
    List<Invoice> overdueInvoices() {
        return brief.facts().invoices().stream()
                .filter(invoice -> invoice.isUnpaid(day()) && invoice.dueOn().isBefore(day()))
                .sorted(Comparator.comparing(Invoice::dueOn).thenComparing(Invoice::id))
                .toList();
    }

    /** The points that measures and adjustments over these signals took from the score. */
    double lost(Set<Signal> signals) {
        double byMeasures = tracked(signals).mapToDouble(Contribution::lost).sum();
        return byMeasures + score().beforeAdjustments() * (1 - factor(signals));
    }

    /** {@code ; this costs 12 of 15 points}, and what adjustments take; empty when it costs nothing. */
    String price(Set<Signal> signals) {
        double lost = tracked(signals).mapToDouble(Contribution::lost).sum();
        double max = tracked(signals).mapToDouble(Contribution::max).sum();
        double factor = factor(signals);
        List<String> parts = new ArrayList<>();
        if (lost > 0) {
            parts.add("costs " + Figures.show(lost, 1) + " of " + Prose.count(Math.round(max), "point"));
        }
        if (factor < 1) {
            parts.add("takes " + Prose.percent(1 - factor) + " off the score");
        }
        return parts.isEmpty() ? "" : "; this " + Prose.list(parts);
    }

    private Stream<Contribution> tracked(Set<Signal> signals) {
        return contributions.stream()
                .filter(each -> each.backing() == Contribution.Backing.TRACKED)
                .filter(each -> each.inputs().stream().anyMatch(input -> signals.contains(input.signal())));
    }

    private double factor(Set<Signal> signals) {
        return score().adjustments().stream()
                .filter(each -> signals.contains(each.adjustment().condition().signal()))
                .mapToDouble(AdjustmentOutcome::factor)
                .reduce(1, (one, other) -> one * other);
    }
}
