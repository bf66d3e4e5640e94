package io.csm.domain.signal;

import io.csm.domain.account.AccountId;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;

/**
 * The standard thirteen signals, filled in by hand. The annotations tell an embedder's own Bean Validation and API
 * generator the ranges; the constructor refuses the same values without any provider.
 *
 * <pre>{@code
 * HealthSignals signals = HealthSignals.builder()
 *         .featureAdoptionRate(0.45).usageTrend(UsageTrend.DECLINING)
 *         .stakeholderEngagement(StakeholderEngagement.LOW)
 *         .invoicePaymentStatus(InvoicePaymentStatus.CURRENT).seatsUtilizationRate(0.6)
 *         .build();
 * }</pre>
 *
 * @param featureAdoptionRate share of the plan's features in use, 0 to 1; required
 * @param usageTrend required
 * @param loginFrequencyDays days between logins, at least 0; null: not tracked
 * @param daysSinceLastInteraction at least 0; null: not tracked
 * @param stakeholderEngagement required
 * @param npsScore 0 to 10; null: not tracked
 * @param invoicePaymentStatus required
 * @param daysToRenewal negative once the date has passed; null: no renewal date
 * @param seatsUtilizationRate used seats per bought seat, 0 to 2; required
 * @param openTicketCount at least 0; default 0
 * @param avgTicketSentiment default neutral
 * @param escalationCount90Days at least 0; default 0
 * @param tamHealthRag health as the technical account manager reports it; null: none
 */
public record HealthSignals(
        @DecimalMin("0") @DecimalMax("1") double featureAdoptionRate,
        @NotNull UsageTrend usageTrend,
        @PositiveOrZero @Nullable Integer loginFrequencyDays,
        @PositiveOrZero @Nullable Integer daysSinceLastInteraction,
        @NotNull StakeholderEngagement stakeholderEngagement,
        @Min(0) @Max(10) @Nullable Integer npsScore,
        @NotNull InvoicePaymentStatus invoicePaymentStatus,
        @Nullable Integer daysToRenewal,
        @DecimalMin("0") @DecimalMax("2") double seatsUtilizationRate,
        @PositiveOrZero int openTicketCount,
        @NotNull TicketSentiment avgTicketSentiment,
        @PositiveOrZero int escalationCount90Days,
        @Nullable TamHealth tamHealthRag) {

    private static final AccountId UNNAMED = new AccountId("unnamed");
    private static final SignalOrigin BY_HAND = new SignalOrigin("given", Instant.EPOCH);

    public HealthSignals {
        required(StandardSignals.USAGE_TREND, usageTrend);
        required(StandardSignals.STAKEHOLDER_ENGAGEMENT, stakeholderEngagement);
        required(StandardSignals.INVOICE_PAYMENT_STATUS, invoicePaymentStatus);
        required(StandardSignals.AVG_TICKET_SENTIMENT, avgTicketSentiment);
        inRange(StandardSignals.FEATURE_ADOPTION_RATE, featureAdoptionRate);
        inRange(StandardSignals.LOGIN_FREQUENCY_DAYS, loginFrequencyDays);
        inRange(StandardSignals.DAYS_SINCE_LAST_INTERACTION, daysSinceLastInteraction);
        inRange(StandardSignals.NPS_SCORE, npsScore);
        inRange(StandardSignals.DAYS_TO_RENEWAL, daysToRenewal);
        inRange(StandardSignals.SEATS_UTILIZATION_RATE, seatsUtilizationRate);
        inRange(StandardSignals.OPEN_TICKET_COUNT, openTicketCount);
        inRange(StandardSignals.ESCALATION_COUNT_90_DAYS, escalationCount90Days);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A snapshot of an account without a name, for a score that nobody stores. */
    public SignalSnapshot asSnapshot() {
        return snapshot(UNNAMED, Instant.EPOCH, BY_HAND);
    }

    /** A snapshot of that account, observed then; its source is called {@code given}. */
    public SignalSnapshot of(AccountId account, Instant observedAt) {
        return snapshot(account, observedAt, new SignalOrigin("given", observedAt));
    }

    private SignalSnapshot snapshot(AccountId account, Instant at, SignalOrigin origin) {
        SignalSnapshot.Builder snapshot = SignalSnapshot.of(StandardSignals.CATALOGUE, account, at, origin)
                .number(StandardSignals.FEATURE_ADOPTION_RATE, featureAdoptionRate)
                .text(StandardSignals.USAGE_TREND, usageTrend.code())
                .text(StandardSignals.STAKEHOLDER_ENGAGEMENT, stakeholderEngagement.code())
                .text(StandardSignals.INVOICE_PAYMENT_STATUS, invoicePaymentStatus.code())
                .number(StandardSignals.SEATS_UTILIZATION_RATE, seatsUtilizationRate)
                .number(StandardSignals.OPEN_TICKET_COUNT, openTicketCount)
                .text(StandardSignals.AVG_TICKET_SENTIMENT, avgTicketSentiment.code())
                .number(StandardSignals.ESCALATION_COUNT_90_DAYS, escalationCount90Days);
        put(snapshot, StandardSignals.LOGIN_FREQUENCY_DAYS, loginFrequencyDays);
        put(snapshot, StandardSignals.DAYS_SINCE_LAST_INTERACTION, daysSinceLastInteraction);
        put(snapshot, StandardSignals.NPS_SCORE, npsScore);
        put(snapshot, StandardSignals.DAYS_TO_RENEWAL, daysToRenewal);
        if (tamHealthRag != null) {
            snapshot.text(StandardSignals.TAM_HEALTH_RAG, tamHealthRag.code());
        }
        return snapshot.build();
    }

    private static void put(SignalSnapshot.Builder snapshot, Signal signal, @Nullable Integer value) {
        if (value != null) {
            snapshot.number(signal, value);
        }
    }

    private static void required(Signal signal, @Nullable Object value) {
        if (value == null) {
            throw new InvalidSignal(signal.name(), "", "is required");
        }
    }

    private static void inRange(Signal signal, @Nullable Number value) {
        if (value != null) {
            signal.fromNumber(value.doubleValue());
        }
    }

    /** Collects the thirteen; what is not set is absent, and an absent required one is refused by {@link #build}. */
    public static final class Builder {
        private @Nullable Double featureAdoptionRate;
        private @Nullable UsageTrend usageTrend;
        private @Nullable Integer loginFrequencyDays;
        private @Nullable Integer daysSinceLastInteraction;
        private @Nullable StakeholderEngagement stakeholderEngagement;
        private @Nullable Integer npsScore;
        private @Nullable InvoicePaymentStatus invoicePaymentStatus;
        private @Nullable Integer daysToRenewal;
        private @Nullable Double seatsUtilizationRate;
        private int openTicketCount;
        private TicketSentiment avgTicketSentiment = TicketSentiment.NEUTRAL;
        private int escalationCount90Days;
        private @Nullable TamHealth tamHealthRag;

        private Builder() {}

        public Builder featureAdoptionRate(double value) {
            featureAdoptionRate = value;
            return this;
        }

        public Builder usageTrend(UsageTrend value) {
            usageTrend = value;
            return this;
        }

        public Builder loginFrequencyDays(int value) {
            loginFrequencyDays = value;
            return this;
        }

        public Builder daysSinceLastInteraction(int value) {
            daysSinceLastInteraction = value;
            return this;
        }

        public Builder stakeholderEngagement(StakeholderEngagement value) {
            stakeholderEngagement = value;
            return this;
        }

        public Builder npsScore(int value) {
            npsScore = value;
            return this;
        }

        public Builder invoicePaymentStatus(InvoicePaymentStatus value) {
            invoicePaymentStatus = value;
            return this;
        }

        public Builder daysToRenewal(int value) {
            daysToRenewal = value;
            return this;
        }

        public Builder seatsUtilizationRate(double value) {
            seatsUtilizationRate = value;
            return this;
        }

        public Builder openTicketCount(int value) {
            openTicketCount = value;
            return this;
        }

        public Builder avgTicketSentiment(TicketSentiment value) {
            avgTicketSentiment = value;
            return this;
        }

        public Builder escalationCount90Days(int value) {
            escalationCount90Days = value;
            return this;
        }

        public Builder tamHealthRag(TamHealth value) {
            tamHealthRag = value;
            return this;
        }

        /**
         * The signals.
         *
         * @throws InvalidSignal naming the signal, the value and the rule
         */
        public HealthSignals build() {
            return new HealthSignals(
                    set(StandardSignals.FEATURE_ADOPTION_RATE, featureAdoptionRate),
                    set(StandardSignals.USAGE_TREND, usageTrend),
                    loginFrequencyDays,
                    daysSinceLastInteraction,
                    set(StandardSignals.STAKEHOLDER_ENGAGEMENT, stakeholderEngagement),
                    npsScore,
                    set(StandardSignals.INVOICE_PAYMENT_STATUS, invoicePaymentStatus),
                    daysToRenewal,
                    set(StandardSignals.SEATS_UTILIZATION_RATE, seatsUtilizationRate),
                    openTicketCount,
                    avgTicketSentiment,
                    escalationCount90Days,
                    tamHealthRag);
        }

        private static <T> T set(Signal signal, @Nullable T value) {
            if (value == null) {
                throw new InvalidSignal(signal.name(), "", "is required");
            }
            return value;
        }
    }
}
