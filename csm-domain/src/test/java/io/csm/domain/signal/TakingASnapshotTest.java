package io.csm.domain.signal;

import static io.csm.domain.fixture.SnapshotFixture.ACME;
import static io.csm.domain.fixture.SnapshotFixture.FILE;
import static io.csm.domain.fixture.SnapshotFixture.NOON;
import static io.csm.domain.fixture.SnapshotFixture.aSnapshot;
import static io.csm.domain.fixture.SnapshotFixture.anEmptySnapshot;
import static io.csm.domain.signal.StandardSignals.AVG_TICKET_SENTIMENT;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static io.csm.domain.signal.StandardSignals.NPS_SCORE;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;
import static io.csm.domain.signal.StandardSignals.THIRTEEN;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakingASnapshotTest {

    private static final Instant LAST_WEEK = Instant.parse("2026-02-23T08:00:00Z");
    private static final SignalOrigin SURVEY = new SignalOrigin("survey", LAST_WEEK);
    private static final Signal TRAINING_HOURS = Signal.wholeNumber("training_hours", 0);

    @Test
    void tells_given_from_assumed_and_not_tracked() {
        SignalSnapshot snapshot = anEmptySnapshot().with(OPEN_TICKET_COUNT, "0").build();

        assertThat(snapshot.value(OPEN_TICKET_COUNT)).hasValue(0);
        assertThat(snapshot.isGiven(OPEN_TICKET_COUNT)).isTrue();
        assertThat(snapshot.value(AVG_TICKET_SENTIMENT))
                .hasValue(AVG_TICKET_SENTIMENT.valueOf(TicketSentiment.NEUTRAL));
        assertThat(snapshot.isGiven(AVG_TICKET_SENTIMENT)).isFalse();
        assertThat(snapshot.value(NPS_SCORE)).isEmpty();
        assertThat(snapshot.isGiven(NPS_SCORE)).isFalse();
    }

    @Test
    void knows_where_each_value_comes_from() {
        SignalSnapshot snapshot = SignalSnapshot.of(CATALOGUE, ACME, NOON, FILE)
                .number(OPEN_TICKET_COUNT, 3)
                .observed(NPS_SCORE, 9, SURVEY)
                .build();

        assertThat(snapshot.origin(NPS_SCORE)).contains(SURVEY);
        assertThat(snapshot.origin(OPEN_TICKET_COUNT)).contains(FILE);
        assertThat(snapshot.origin(AVG_TICKET_SENTIMENT)).isEmpty();
        assertThat(snapshot.origin(USAGE_TREND)).isEmpty();
        assertThat(snapshot.takenAt()).isEqualTo(NOON);
    }

    @Test
    void means_the_same_in_a_longer_catalogue() {
        SignalSnapshot snapshot = SignalSnapshot.of(SignalCatalogue.of(THIRTEEN), ACME, NOON, FILE)
                .number(OPEN_TICKET_COUNT, 3)
                .observed(NPS_SCORE, 9, SURVEY)
                .build();

        SignalSnapshot longer = snapshot.in(CATALOGUE);

        assertThat(longer).isEqualTo(snapshot);
        assertThat(longer.catalogue()).isEqualTo(CATALOGUE);
        assertThat(longer.origin(NPS_SCORE)).contains(SURVEY);
        assertThat(longer.origin(OPEN_TICKET_COUNT)).contains(FILE);
        assertThat(longer.isGiven(AVG_TICKET_SENTIMENT)).isFalse();
    }

    @Test
    void leaves_behind_what_another_catalogue_does_not_know() {
        SignalCatalogue own = CATALOGUE.with(List.of(TRAINING_HOURS));
        SignalSnapshot snapshot = aSnapshot().in(own).with(TRAINING_HOURS, "12").build();

        assertThat(snapshot.in(CATALOGUE).value(TRAINING_HOURS)).isEmpty();
        assertThat(snapshot.in(CATALOGUE).givenSignals()).isEqualTo(THIRTEEN);
        assertThat(snapshot.in(own)).isSameAs(snapshot);
    }

    @Test
    void is_read_as_it_is_by_the_catalogue_that_its_own_grew_from() {
        SignalCatalogue own = CATALOGUE.with(List.of(TRAINING_HOURS));
        SignalSnapshot snapshot = aSnapshot().in(own).build();
        SignalCatalogue anotherOrder = SignalCatalogue.of(List.of(USAGE_TREND, NPS_SCORE));

        assertThat(snapshot.readableBy(CATALOGUE)).isSameAs(snapshot);
        assertThat(snapshot.readableBy(own)).isSameAs(snapshot);
        assertThat(snapshot.readableBy(anotherOrder).catalogue()).isEqualTo(anotherOrder);
        assertThat(snapshot.in(CATALOGUE).readableBy(own).catalogue()).isEqualTo(own);
    }

    @Test
    void changes_from_everything_known_and_leaves_the_original() {
        SignalSnapshot before = aSnapshot().build();

        SignalSnapshot after = before.changed(LAST_WEEK)
                .observed(NPS_SCORE, 3, SURVEY)
                .nothing(USAGE_TREND)
                .build();

        assertThat(after.value(NPS_SCORE)).hasValue(3);
        assertThat(after.value(USAGE_TREND)).isEmpty();
        assertThat(after.origin(OPEN_TICKET_COUNT)).contains(FILE);
        assertThat(after.takenAt()).isEqualTo(LAST_WEEK);
        assertThat(before).isEqualTo(aSnapshot().build());
    }

    @Test
    void forgets_the_origin_of_a_value_that_was_overwritten() {
        SignalSnapshot surveyed = SignalSnapshot.of(CATALOGUE, ACME, NOON, FILE)
                .observed(NPS_SCORE, 9, SURVEY)
                .build();

        SignalSnapshot corrected = surveyed.changed(NOON).number(NPS_SCORE, 5).build();

        assertThat(corrected.origin(NPS_SCORE)).contains(FILE);
        assertThat(surveyed.origin(NPS_SCORE)).contains(SURVEY);
    }

    @Test
    void does_not_change_when_its_builder_goes_on() {
        SignalSnapshot.Builder builder = SignalSnapshot.of(CATALOGUE, ACME, NOON, FILE)
                .number(NPS_SCORE, 3)
                .text(USAGE_TREND, "stable");
        SignalSnapshot first = builder.build();

        builder.observed(NPS_SCORE, 9, SURVEY).nothing(USAGE_TREND);

        assertThat(first).hasToString("A-1 at 2026-03-02T12:00:00Z: usage_trend=stable nps_score=3");
        assertThat(first.origin(NPS_SCORE)).contains(FILE);
        assertThat(builder.build()).hasToString("A-1 at 2026-03-02T12:00:00Z: nps_score=9");
    }

    @Test
    void is_equal_when_account_instant_values_and_origins_are() {
        SignalSnapshot snapshot = aSnapshot().build();

        assertThat(snapshot)
                .isEqualTo(aSnapshot().build())
                .hasSameHashCodeAs(aSnapshot().build());
        assertThat(snapshot).isNotEqualTo(aSnapshot().with(NPS_SCORE, "9").build());
        assertThat(snapshot).isNotEqualTo(aSnapshot().without(NPS_SCORE).build());
        assertThat(snapshot).isNotEqualTo(snapshot.changed(LAST_WEEK).build());
        assertThat(snapshot)
                .isNotEqualTo(
                        snapshot.changed(NOON).observed(NPS_SCORE, 10, SURVEY).build());
        assertThat(snapshot)
                .isNotEqualTo(SignalSnapshot.of(CATALOGUE, new AccountId("A-2"), NOON, FILE)
                        .build());
    }

    @Test
    void prints_what_was_given() {
        SignalSnapshot snapshot =
                anEmptySnapshot().with("usage_trend=growing nps_score=7.0").build();

        assertThat(snapshot).hasToString("A-1 at 2026-03-02T12:00:00Z: usage_trend=growing nps_score=7");
    }

    @Test
    void refuses_an_origin_without_a_source() {
        assertThatThrownBy(() -> new SignalOrigin(" ", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source must have 1 to 60 characters but was ' '");
        assertThatThrownBy(() -> new SignalOrigin("x".repeat(61), NOON))
                .hasMessageStartingWith("source must have 1 to 60 characters");
    }
}
