package io.csm.app.sample;

import static io.csm.domain.signal.StandardSignals.*;

import io.csm.domain.signal.Choice;
import io.csm.domain.signal.InvoicePaymentStatus;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StakeholderEngagement;
import io.csm.domain.signal.TamHealth;
import io.csm.domain.signal.TicketSentiment;
import io.csm.domain.signal.UsageTrend;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Reads the signals of one account off its hidden states, as its sources would have reported them on one day. */
final class MonthOfSignals {

    private final Customer customer;
    private final Year year;
    private final int month;
    private final LocalDate day;
    private final SignalCatalogue catalogue;
    private final SignalSnapshot.Builder snapshot;

    private MonthOfSignals(Customer customer, Year year, int month, SignalCatalogue catalogue) {
        this.customer = customer;
        this.year = year;
        this.month = month;
        this.day = year.day(month);
        this.catalogue = catalogue;
        this.snapshot = SignalSnapshot.of(
                catalogue, customer.id(), Year.takenAt(day), new SignalOrigin("crm", Year.at(day.minusDays(1), 20, 0)));
    }

    /** The snapshot of that month; a signal that the catalogue does not hold is left out. */
    static SignalSnapshot of(Customer customer, Year year, int month, SignalCatalogue catalogue) {
        MonthOfSignals signals = new MonthOfSignals(customer, year, month, catalogue);
        signals.product();
        signals.people();
        signals.money();
        signals.support();
        return signals.snapshot.build();
    }

    private void product() {
        int heard = isSilent("product") ? month - 1 : month;
        Dice dice = dice("product", heard);
        SignalOrigin product = origin("product", year.day(heard), 2, 15);
        double usage = customer.life().in(heard).usage();
        double habit = customer.role().dice("habit").between(0.6, 1.4);
        put(FEATURE_ADOPTION_RATE, percent(Math.min(1, usage * dice.between(0.98, 1.02))), product);
        put(USAGE_TREND, trend(customer.life().growth(heard), usage), product);
        put(SEATS_UTILIZATION_RATE, percent(seats(heard) * dice.between(0.98, 1.02)), product);
        if (customer.tracking().logins()) {
            double days = 1 + habit * 62 * StrictMath.pow(1 - usage, 2.3);
            put(LOGIN_FREQUENCY_DAYS, Math.round(days * dice.between(0.9, 1.1)), product);
        }
    }

    private static UsageTrend trend(double growth, double usage) {
        if (usage < 0.07) {
            return UsageTrend.INACTIVE;
        }
        return growth > 1.03 ? UsageTrend.GROWING : growth < 0.955 ? UsageTrend.DECLINING : UsageTrend.STABLE;
    }

    /** Seats follow usage slowly. */
    private double seats(int heard) {
        Condition now = customer.life().in(heard);
        double settled = 0.5 * now.usage() + 0.5 * customer.life().in(heard - 2).usage();
        return Math.min(1.9, now.demand() * (0.25 + 0.9 * settled));
    }

    private void people() {
        Condition condition = customer.life().in(month);
        SignalOrigin crm = origin("crm", day.minusDays(1), 20, 0);
        if (customer.tracking().conversations()) {
            LocalDate last = customer.diary().lastConversation(day);
            put(DAYS_SINCE_LAST_INTERACTION, ChronoUnit.DAYS.between(last, day), crm);
        }
        put(STAKEHOLDER_ENGAGEMENT, engagement(condition), crm);
        customer.contract()
                .renewalAsOf(day)
                .ifPresent(renewal -> put(DAYS_TO_RENEWAL, ChronoUnit.DAYS.between(day, renewal), crm));
        customer.diary()
                .lastAnswer(day)
                .ifPresent(answer -> put(NPS_SCORE, answer.score(), origin("survey", answer.on(), 11, 0)));
        if (customer.tracking().contacts()) {
            put(CHAMPION_STATUS, champion(condition), crm);
            put(EXECUTIVE_ACCESS, condition.relationship() > 0.55 ? "yes" : "no", crm);
        }
        if (customer.tracking().technicalManager()) {
            LocalDate review = day.minusDays(dice("tam", month).whole(2, 12));
            put(TAM_HEALTH_RAG, impression(condition), origin("tam", review, 14, 0));
        }
    }

    private static StakeholderEngagement engagement(Condition condition) {
        return condition.relationship() > 0.62
                ? StakeholderEngagement.HIGH
                : condition.relationship() > 0.38 ? StakeholderEngagement.MEDIUM : StakeholderEngagement.LOW;
    }

    private String champion(Condition condition) {
        if (customer.role().story() == Story.CHAMPION_LEFT
                && month >= customer.role().turn()) {
            return "left";
        }
        return condition.relationship() < 0.4 ? "at_risk" : "active";
    }

    private static TamHealth impression(Condition condition) {
        return condition.impression() > 0.6
                ? TamHealth.GREEN
                : condition.impression() > 0.45 ? TamHealth.AMBER : TamHealth.RED;
    }

    private void money() {
        InvoicePaymentStatus status = switch (customer.life().monthsUnpaid(month)) {
            case 0 -> InvoicePaymentStatus.CURRENT;
            case 1 -> InvoicePaymentStatus.OVERDUE_30;
            case 2 -> InvoicePaymentStatus.OVERDUE_60;
            default -> InvoicePaymentStatus.OVERDUE_90_PLUS;
        };
        put(INVOICE_PAYMENT_STATUS, status, origin("billing", day.minusDays(1), 17, 30));
    }

    private void support() {
        if (isSilent("support")) {
            return;
        }
        Dice dice = dice("support", month);
        Condition condition = customer.life().in(month);
        SignalOrigin support = origin("support", day, 4, 40);
        double trouble = 1 - condition.calm();
        long open = (long) (8 * trouble * customer.role().plan().tickets() + dice.between(0, 0.5));
        put(OPEN_TICKET_COUNT, Math.max(0, open), support);
        put(AVG_TICKET_SENTIMENT, sentiment(condition.calm() + dice.between(-0.02, 0.02)), support);
        put(ESCALATION_COUNT_90_DAYS, customer.diary().escalationsBefore(day), support);
    }

    private static TicketSentiment sentiment(double calm) {
        if (calm > 0.8) {
            return TicketSentiment.POSITIVE;
        }
        return calm > 0.55
                ? TicketSentiment.NEUTRAL
                : calm > 0.32 ? TicketSentiment.NEGATIVE : TicketSentiment.CRITICAL;
    }

    /** Now and then a source has nothing new; never in the first month of an account, nor twice in a row. */
    private boolean isSilent(String source) {
        boolean isKnownBefore = month > 0 && customer.contract().runsOn(year.day(month - 1));
        return isKnownBefore
                && month % 2 == 0
                && dice("silence of " + source, month).chance(0.03);
    }

    private Dice dice(String purpose, int inMonth) {
        return customer.role().dice(purpose + " " + inMonth);
    }

    private static SignalOrigin origin(String source, LocalDate on, int hour, int minute) {
        return new SignalOrigin(source, Year.at(on, hour, minute));
    }

    private void put(Signal signal, double number, SignalOrigin origin) {
        if (catalogue.holds(signal)) {
            snapshot.observed(signal, signal.fromNumber(number), origin);
        }
    }

    private void put(Signal signal, long number, SignalOrigin origin) {
        put(signal, (double) number, origin);
    }

    private void put(Signal signal, String option, SignalOrigin origin) {
        if (catalogue.holds(signal)) {
            snapshot.observed(signal, signal.fromText(option), origin);
        }
    }

    private void put(Signal signal, Choice choice, SignalOrigin origin) {
        put(signal, choice.code(), origin);
    }

    private static double percent(double value) {
        return Math.rint(value * 100) / 100;
    }
}
