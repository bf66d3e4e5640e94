package io.csm.app.sample;

import static io.csm.domain.signal.StandardSignals.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.access.TenantId;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.derivation.DerivedValue;
import io.csm.domain.derivation.StandardDerivations;
import io.csm.domain.fact.Terms;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Derives the signals of every account from its facts, and compares them with those given in its newest month. */
class FactsThatAgreeWithSignalsTest {

    private static final double ROUNDING = 1e-9;
    /** When everything is known, whatever day the sample is of. */
    private static final Instant LATER = Instant.parse("2199-01-01T00:00:00Z");

    private static final Map<String, Derived> OF_DAY = new TreeMap<>();

    /** The sample of a day, with what follows from its facts. */
    private record Derived(Sample sample, InMemoryPorts ports) {

        static Derived asOf(String day) {
            Sample sample = Sample.asOf(LocalDate.parse(day));
            InMemoryPorts ports = new InMemoryPorts();
            Instant received = sample.portfolio().takenAt(sample.day(0));
            ports.unitOfWork().commit(TenantId.DEFAULT, () -> {
                ports.accounts().saveAll(TenantId.DEFAULT, sample.portfolio().accounts());
                ports.facts()
                        .append(
                                TenantId.DEFAULT,
                                sample.portfolio().accounts().stream()
                                        .map(Terms::of)
                                        .toList(),
                                received);
                ports.facts().append(TenantId.DEFAULT, sample.portfolio().facts(), received);
                return ports.events()
                        .append(TenantId.DEFAULT, sample.portfolio().events(), received);
            });
            return new Derived(sample, ports);
        }

        List<Newest> newest() {
            return sample.portfolio().accounts().stream().map(this::newest).toList();
        }

        private Newest newest(Account account) {
            List<AccountHealth> history = sample.history(account.id());
            SignalSnapshot given = history.get(history.size() - 1).score().snapshot();
            return new Newest(account, given, values(account.id(), given.takenAt()));
        }

        Map<Signal, Double> values(AccountId account, Instant at) {
            return StandardDerivations.derive(ports.facts().find(TenantId.DEFAULT, account, new Viewpoint(at, LATER)))
                    .stream()
                    .collect(Collectors.toMap(DerivedValue::signal, DerivedValue::value));
        }
    }

    /** What was given for an account and what follows from its facts. */
    private record Newest(Account account, SignalSnapshot given, Map<Signal, Double> derived) {

        boolean isGiven(Signal signal) {
            return given.isGiven(signal);
        }

        boolean agreesOn(Signal signal) {
            return derived.containsKey(signal)
                    && derived.get(signal) == given.value(signal).orElseThrow();
        }

        /** No whole number of features would be nearer to the rate. */
        boolean usesAsManyFeaturesAsGiven() {
            double off = derived.get(FEATURE_ADOPTION_RATE)
                    - given.value(FEATURE_ADOPTION_RATE).orElseThrow();
            return Math.abs(off) <= 0.5 / account.planFeatures().orElseThrow() + ROUNDING;
        }

        String sentence(Signal signal) {
            return account.id() + ": given " + given.value(signal) + ", derived " + derived.get(signal);
        }
    }

    private static Stream<String> days() {
        return Stream.of("2026-06-30", "2026-11-24", "2024-02-29", "2027-09-15");
    }

    private static Stream<Arguments> exactSignals() {
        return days().flatMap(day -> Stream.of(
                        USAGE_TREND,
                        DAYS_TO_RENEWAL,
                        INVOICE_PAYMENT_STATUS,
                        OPEN_TICKET_COUNT,
                        AVG_TICKET_SENTIMENT,
                        ESCALATION_COUNT_90_DAYS,
                        DAYS_SINCE_LAST_INTERACTION,
                        NPS_SCORE)
                .map(signal -> Arguments.of(day, signal)));
    }

    private static Derived of(String day) {
        return OF_DAY.computeIfAbsent(day, Derived::asOf);
    }

    @ParameterizedTest
    @MethodSource("exactSignals")
    void give_each_account_the_signal_of_its_newest_month(String day, Signal signal) {
        List<Newest> known = of(day).newest().stream()
                .filter(newest -> newest.isGiven(signal))
                .toList();

        assertThat(known).hasSizeGreaterThan(90);
        assertThat(known.stream().filter(newest -> !newest.agreesOn(signal)))
                .extracting(newest -> newest.sentence(signal))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("days")
    void use_as_many_features_as_the_rate_says(String day) {
        assertThat(of(day).newest()).hasSize(200);
        assertThat(of(day).newest().stream().filter(newest -> !newest.usesAsManyFeaturesAsGiven()))
                .extracting(newest -> newest.sentence(FEATURE_ADOPTION_RATE))
                .isEmpty();
    }
}
