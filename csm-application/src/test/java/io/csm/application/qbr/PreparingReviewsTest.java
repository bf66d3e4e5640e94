package io.csm.application.qbr;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.AgentSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.application.contract.EditedNarrator;
import io.csm.application.contract.SettableClock;
import io.csm.application.contract.WhatGoesOut;
import io.csm.application.memory.InMemoryPorts;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrText;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparingReviewsTest {

    private static final BooleanSupplier NEVER = () -> false;
    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final Instant IN_APRIL = Instant.parse("2026-04-01T04:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final InMemoryPorts ports = new InMemoryPorts();
    private CustomerSuccess csm = CustomerSuccess.over(ports, clock)
            .withAgentSettings(AgentSettings.defaults().withChannels(WhatGoesOut.ALL_CHANNELS));

    private void score(Instant at, String daysToRenewal, String... accounts) {
        for (String account : accounts) {
            ports.healthScores()
                    .append(
                            ACME,
                            STANDARD,
                            List.of(healthy(account)
                                    .with(DAYS_TO_RENEWAL, daysToRenewal)
                                    .at(at)
                                    .by(STANDARD)));
        }
    }

    private ZoneId zone = ZoneOffset.UTC;

    private Prepared quarterly(BooleanSupplier stopping) {
        return csm.agent().prepareQuarterlyReviews().prepare(MIA, zone, stopping);
    }

    private Prepared contracts() {
        return csm.agent().prepareContractReviews().prepare(MIA, NEVER);
    }

    private static List<String> prepared(Prepared round) {
        return round.prepared().stream().map(Object::toString).toList();
    }

    private static BooleanSupplier after(int questions) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.getAndIncrement() >= questions;
    }

    @Test
    void a_quarter_that_is_over_is_reviewed_once_for_each_account_that_had_a_score_in_it() {
        score(MONDAY, "200", "A-1", "A-2");
        score(IN_APRIL, "200", "A-3");
        clock.set(IN_APRIL);

        Prepared first = quarterly(NEVER);
        Prepared second = quarterly(NEVER);

        assertThat(prepared(first)).containsExactly("A-1", "A-2");
        assertThat(second).isEqualTo(new Prepared(List.of(), 2, List.of()));
        assertThat(ports.qbrs().listLatest(ACME, 9)).extracting(Qbr::period).containsExactly(Q1, Q1);
        assertThat(WhatGoesOut.of(ports).to("draft")).hasSize(2);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # zone             | now                  | quarter
            UTC                | 2026-04-01T04:00:00Z | Q1 2026
            UTC                | 2026-03-31T23:59:59Z | Q4 2025
            Asia/Tokyo         | 2026-03-31T19:00:00Z | Q1 2026
            Asia/Tokyo         | 2026-03-31T14:59:59Z | Q4 2025
            America/New_York   | 2026-04-01T08:00:00Z | Q1 2026
            America/New_York   | 2026-04-01T03:59:59Z | Q4 2025
            """)
    void a_quarter_is_over_when_it_is_over_where_the_tenant_is(ZoneId where, Instant now, String quarter) {
        zone = where;
        score(Instant.parse("2025-12-20T08:00:00Z"), "400", "A-1");
        clock.set(now);

        assertThat(prepared(quarterly(NEVER))).containsExactly("A-1");
        assertThat(quarterly(NEVER).there()).isEqualTo(1);

        assertThat(ports.qbrs().listLatest(ACME, 9))
                .extracting(qbr -> qbr.period().toString())
                .containsExactly(quarter);
    }

    @Test
    void a_round_that_was_stopped_goes_on_where_it_was() {
        score(MONDAY, "200", "A-1", "A-2", "A-3");
        clock.set(IN_APRIL);

        Prepared stopped = quarterly(after(1));
        clock.advance(A_DAY);
        Prepared resumed = quarterly(NEVER);

        assertThat(prepared(stopped)).containsExactly("A-1");
        assertThat(prepared(resumed)).containsExactly("A-2", "A-3");
        assertThat(resumed.there()).isEqualTo(1);
        assertThat(WhatGoesOut.of(ports).to("draft")).hasSize(3);
    }

    @Test
    void a_review_from_before_the_quarter_ended_is_prepared_again() {
        score(MONDAY, "200", "A-1");
        csm.agent().generateQbr().generate(MIA, account("A-1"), Optional.of(Q1), QbrTrigger.QUARTERLY);
        clock.set(IN_APRIL);

        assertThat(prepared(quarterly(NEVER))).containsExactly("A-1");
        assertThat(ports.qbrs().listLatest(ACME, 9)).hasSize(1);
    }

    @Test
    void one_that_fails_costs_the_others_nothing_and_is_tried_the_next_time() {
        score(MONDAY, "200", "A-1", "A-2", "A-3");
        clock.set(IN_APRIL);
        CustomerSuccess whole = csm;
        csm = csm.withNarrator(new EditedNarrator() {
            @Override
            public Written<QbrText> qbr(TenantId tenant, QbrFacts facts) {
                if (facts.brief().account().id().equals(account("A-2"))) {
                    throw new AccountNotFound(account("A-2"), "is gone");
                }
                return super.qbr(tenant, facts);
            }
        });

        Prepared round = quarterly(NEVER);
        csm = whole;

        assertThat(prepared(round)).containsExactly("A-1", "A-3");
        assertThat(round.failed()).containsExactly(new Prepared.Failed(account("A-2"), "account A-2 is gone"));
        assertThat(prepared(quarterly(NEVER))).containsExactly("A-2");
    }

    @ParameterizedTest
    @CsvSource({"91, false", "90, true", "1, true", "0, true", "-1, false"})
    void a_contract_is_reviewed_from_ninety_days_before_its_end_until_that_day(String days, boolean reviewed) {
        score(MONDAY, days, "A-1");

        assertThat(contracts().prepared()).hasSize(reviewed ? 1 : 0);
    }

    @Test
    void days_count_from_the_score_and_not_from_the_look() {
        score(MONDAY, "91", "A-1");
        clock.set(TUESDAY);

        assertThat(prepared(contracts())).containsExactly("A-1");
    }

    @Test
    void a_contract_is_reviewed_once_also_when_a_quarter_ends_meanwhile() {
        Instant day = Instant.parse("2026-03-01T08:00:00Z");
        int reviews = 0;
        for (int left = 95; left >= -5; left--) {
            clock.set(day);
            score(day, String.valueOf(left), "A-1");
            reviews += contracts().prepared().size();
            day = day.plus(A_DAY);
        }

        assertThat(reviews).isEqualTo(1);
        assertThat(ports.qbrs().listLatest(ACME, 9))
                .extracting(Qbr::generatedAt)
                .containsExactly(Instant.parse("2026-03-06T08:00:00Z"));
    }

    @Test
    void the_next_contract_of_an_account_is_reviewed_again() {
        score(MONDAY, "90", "A-1");
        contracts();
        Instant aYearLater = MONDAY.plus(Duration.ofDays(365));
        clock.set(aYearLater);
        score(aYearLater, "90", "A-1");

        assertThat(prepared(contracts())).containsExactly("A-1");
        assertThat(ports.qbrs().listLatest(ACME, 9)).extracting(Qbr::period).containsExactly(new Quarter(2027, 1), Q1);
    }

    @Test
    void a_quarterly_review_does_not_stand_for_that_of_a_contract() {
        score(MONDAY, "30", "A-1");
        csm.agent().generateQbr().generate(MIA, account("A-1"), Optional.of(Q1), QbrTrigger.QUARTERLY);

        assertThat(prepared(contracts())).containsExactly("A-1");
    }

    @Test
    void an_account_without_an_end_of_contract_has_no_such_review() {
        ports.healthScores()
                .append(
                        ACME,
                        STANDARD,
                        List.of(healthy("A-1").without(DAYS_TO_RENEWAL).by(STANDARD)));

        assertThat(contracts()).isEqualTo(new Prepared(List.of(), 0, List.of()));
    }
}
