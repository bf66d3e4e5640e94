package io.csm.adapter.jdbc;

import static io.csm.application.contract.Fixtures.MONDAY;
import static io.csm.application.contract.Fixtures.account;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.signal.StandardSignals.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCodecTest {

    private static final int LAYOUT = 3;

    private static byte[] written(SignalSnapshot snapshot) {
        Bytes bytes = new Bytes();
        SnapshotCodec.write(snapshot, LAYOUT, bytes);
        return bytes.copy();
    }

    private static SignalSnapshot read(byte[] bytes, SignalCatalogue wrote, SignalCatalogue reads, Instant at) {
        SnapshotLayout layout = SnapshotLayout.fromJson(SnapshotLayout.of(wrote).toJson());
        return SnapshotCodec.read(bytes, number -> layout, reads, account("A-1"), at);
    }

    private static SignalSnapshot again(SignalSnapshot snapshot) {
        return read(written(snapshot), snapshot.catalogue(), snapshot.catalogue(), snapshot.takenAt());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_snapshot_comes_back_exactly(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            Instant at = MONDAY.plusNanos(random.nextInt() * 1_000L);
            SignalSnapshot snapshot = RandomSnapshots.of("A-1", at, CATALOGUE, random);

            assertThat(again(snapshot)).isEqualTo(snapshot);
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                0.1,
                0.3,
                1.0 / 3,
                0.1 + 0.2,
                1e-300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                123456789.123456789,
                9007199254740993.0,
                -2147483648.0,
                2147483648.0,
                Double.POSITIVE_INFINITY
            })
    void any_number_comes_back_to_the_last_bit_whatever_its_signal_allows(double value) {
        for (Signal signal : List.of(CATALOGUE.get("arr_growth_rate"), CATALOGUE.get("days_to_renewal"))) {
            SignalSnapshot snapshot = SignalSnapshot.of(
                            CATALOGUE, account("A-1"), MONDAY, new SignalOrigin("file", MONDAY))
                    .observed(signal, value, new SignalOrigin("file", MONDAY))
                    .build();

            double read = again(snapshot).value(signal).orElseThrow();

            assertThat(Double.doubleToRawLongBits(read)).isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @Test
    void nothing_given_is_nothing_read() {
        SignalSnapshot empty = SignalSnapshot.of(CATALOGUE, account("A-1"), MONDAY, new SignalOrigin("file", MONDAY))
                .build();

        assertThat(again(empty)).isEqualTo(empty);
    }

    @Test
    void an_ordinary_snapshot_takes_about_thirty_bytes() {
        assertThat(written(healthy("A-1").build())).hasSizeLessThan(32);
    }

    @Test
    void derived_values_of_several_ages_come_back_and_take_few_bytes() {
        SignalSnapshot.Builder derived =
                healthy("A-1").from(SignalOrigin.DERIVED).build().changed(MONDAY);
        for (int age = 1; age <= 6; age++) {
            Signal signal = StandardSignals.THIRTEEN.get(age);
            SignalOrigin origin = age == 3
                    ? new SignalOrigin("assumed", MONDAY.minusSeconds(86_400))
                    : SignalOrigin.derived(MONDAY.minusSeconds(age));
            derived.observed(signal, 1, origin);
        }

        SignalSnapshot snapshot = derived.build();

        assertThat(again(snapshot)).isEqualTo(snapshot);
        assertThat(written(snapshot)).hasSizeLessThan(55);
    }

    @Test
    void a_choice_keeps_its_word_when_the_options_of_today_stand_elsewhere() {
        Signal then = Signal.choice("mood", List.of("glad", "sad"));
        Signal today = Signal.choice("mood", List.of("angry", "sad", "glad"));
        SignalOrigin origin = new SignalOrigin("file", MONDAY);
        SignalSnapshot snapshot = SignalSnapshot.of(SignalCatalogue.of(List.of(then)), account("A-1"), MONDAY, origin)
                .text(then, "sad")
                .build();

        SignalSnapshot read = read(written(snapshot), snapshot.catalogue(), SignalCatalogue.of(List.of(today)), MONDAY);

        assertThat(read.toString()).endsWith("mood=sad");
    }

    @Test
    void a_signal_that_is_no_longer_known_is_left_behind() {
        SignalSnapshot snapshot = healthy("A-1").build();
        SignalCatalogue fewer = SignalCatalogue.of(List.of(CATALOGUE.get("nps_score"), CATALOGUE.get("usage_trend")));

        SignalSnapshot read = read(written(snapshot), CATALOGUE, fewer, MONDAY);

        assertThat(read.toString()).endsWith("nps_score=9 usage_trend=growing");
    }

    @Test
    void bytes_that_are_cut_or_too_many_are_refused() {
        byte[] bytes = written(healthy("A-1").build());

        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut, CATALOGUE, CATALOGUE, MONDAY)).isInstanceOf(RuntimeException.class);
        }
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> read(longer, CATALOGUE, CATALOGUE, MONDAY)).isInstanceOf(IllegalStateException.class);
    }
}
