package io.csm.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingInstantsTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123456Z");
    private static final Instant FINER = AT.plusNanos(999);

    private static Touchpoint touchpoint(Instant at) {
        return new Touchpoint(
                new AccountId("A-1"),
                new FactId("system", "1"),
                at,
                Direction.OUTBOUND,
                "call",
                Optional.empty(),
                Optional.of(at),
                Optional.empty());
    }

    private static Ticket ticket(Instant at) {
        return new Ticket(
                new AccountId("A-1"),
                new FactId("system", "1"),
                at,
                Optional.of(at),
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void instants_of_facts_are_kept_to_the_microsecond() {
        assertThat(touchpoint(FINER)).isEqualTo(touchpoint(AT));
        assertThat(ticket(FINER)).isEqualTo(ticket(AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z"})
    void a_touchpoint_may_be_of_any_kept_year(Instant at) {
        assertThat(touchpoint(at).occurredAt()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.999999Z", "2200-01-01T00:00:00Z"})
    void a_touchpoint_of_another_year_is_refused(Instant at) {
        assertThatThrownBy(() -> touchpoint(at))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("occurred_at must be from 1970 to 2199 but was " + at);
    }
}
