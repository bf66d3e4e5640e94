package io.csm.domain.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One customer of the vendor. Only the id is certain; whatever else is not known is absent, never zero.
 *
 * <p>Built with {@link #named(AccountId, String)} and the {@code with} methods.
 */
public final class Account {

    private final AccountId id;
    private final String name;
    private final Optional<String> plan;
    private final Optional<Integer> planFeatures;
    private final List<String> segmentTags;
    private final Optional<String> stage;
    private final Optional<Money> arr;
    private final Optional<Integer> seatsBought;
    private final Optional<LocalDate> startedOn;
    private final Optional<LocalDate> renewsOn;
    private final Optional<String> owner;
    private final AccountStatus status;
    private final Optional<LocalDate> churnedOn;
    private final Optional<String> churnReason;

    private Account(Builder builder) {
        id = Objects.requireNonNull(builder.id, "id");
        name = builder.name.isBlank() ? id.value() : builder.name;
        plan = builder.plan;
        planFeatures = builder.planFeatures;
        segmentTags = List.copyOf(builder.segmentTags);
        stage = builder.stage;
        arr = builder.arr;
        seatsBought = builder.seatsBought;
        startedOn = builder.startedOn;
        renewsOn = builder.renewsOn;
        owner = builder.owner;
        status = builder.churnedOn.isPresent() ? AccountStatus.CHURNED : builder.status;
        churnedOn = builder.churnedOn;
        churnReason = builder.churnReason;
        refuseBelow(0, "seats bought", seatsBought);
        refuseBelow(1, "plan features", planFeatures);
    }

    private static void refuseBelow(int least, String what, Optional<Integer> count) {
        count.filter(number -> number < least).ifPresent(number -> {
            throw new IllegalArgumentException(what + " must be at least " + least + " but was " + number);
        });
    }

    /** Starts an account with the two things every list shows; a blank name shows the id instead. */
    public static Builder named(AccountId id, String name) {
        return new Builder(id, name);
    }

    /** An account of which nothing but the id is known. */
    public static Account known(AccountId id) {
        return named(id, id.value()).build();
    }

    public AccountId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Optional<String> plan() {
        return plan;
    }

    /** How many features the plan includes. */
    public Optional<Integer> planFeatures() {
        return planFeatures;
    }

    public List<String> segmentTags() {
        return segmentTags;
    }

    public Optional<String> stage() {
        return stage;
    }

    /** Annual recurring revenue. */
    public Optional<Money> arr() {
        return arr;
    }

    public Optional<Integer> seatsBought() {
        return seatsBought;
    }

    public Optional<LocalDate> startedOn() {
        return startedOn;
    }

    public Optional<LocalDate> renewsOn() {
        return renewsOn;
    }

    /** The customer-success manager who looks after the account. */
    public Optional<String> owner() {
        return owner;
    }

    public AccountStatus status() {
        return status;
    }

    public Optional<LocalDate> churnedOn() {
        return churnedOn;
    }

    public Optional<String> churnReason() {
        return churnReason;
    }

    /**
     * Whether it is a customer on that day: until the day on which it churned. One that is marked as churned without a
     * day is one as long as it pays.
     */
    public boolean isCustomer(LocalDate day, boolean pays) {
        return churnedOn.map(day::isBefore).orElse(status != AccountStatus.CHURNED || pays);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account account && facts().equals(account.facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }

    private List<Object> facts() {
        return List.of(
                id,
                name,
                plan,
                planFeatures,
                segmentTags,
                stage,
                arr,
                seatsBought,
                startedOn,
                renewsOn,
                owner,
                status,
                churnedOn,
                churnReason);
    }

    /** Collects what is known of an account. */
    public static final class Builder {
        private final AccountId id;
        private final String name;
        private Optional<String> plan = Optional.empty();
        private Optional<Integer> planFeatures = Optional.empty();
        private List<String> segmentTags = List.of();
        private Optional<String> stage = Optional.empty();
        private Optional<Money> arr = Optional.empty();
        private Optional<Integer> seatsBought = Optional.empty();
        private Optional<LocalDate> startedOn = Optional.empty();
        private Optional<LocalDate> renewsOn = Optional.empty();
        private Optional<String> owner = Optional.empty();
        private AccountStatus status = AccountStatus.ACTIVE;
        private Optional<LocalDate> churnedOn = Optional.empty();
        private Optional<String> churnReason = Optional.empty();

        private Builder(AccountId id, String name) {
            this.id = id;
            this.name = name;
        }

        public Builder withPlan(String value) {
            plan = Optional.of(value);
            return this;
        }

        /** How many features the plan includes, at least 1. */
        public Builder withPlanFeatures(int value) {
            planFeatures = Optional.of(value);
            return this;
        }

        public Builder withSegmentTags(List<String> values) {
            segmentTags = values;
            return this;
        }

        public Builder withStage(String value) {
            stage = Optional.of(value);
            return this;
        }

        public Builder withArr(Money value) {
            arr = Optional.of(value);
            return this;
        }

        public Builder withSeatsBought(int value) {
            seatsBought = Optional.of(value);
            return this;
        }

        public Builder withStartedOn(LocalDate value) {
            startedOn = Optional.of(value);
            return this;
        }

        public Builder withRenewsOn(LocalDate value) {
            renewsOn = Optional.of(value);
            return this;
        }

        public Builder withOwner(String value) {
            owner = Optional.of(value);
            return this;
        }

        /** Active or inactive; an account that left is made with {@link #withChurn}. */
        public Builder withStatus(AccountStatus value) {
            status = value;
            return this;
        }

        /** Marks the account as churned on that day, for that reason. */
        public Builder withChurn(LocalDate on, Optional<String> reason) {
            status = AccountStatus.CHURNED;
            churnedOn = Optional.of(on);
            churnReason = reason;
            return this;
        }

        public Account build() {
            return new Account(this);
        }
    }
}
