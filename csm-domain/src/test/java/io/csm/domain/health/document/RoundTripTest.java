package io.csm.domain.health.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.health.document.DocumentNode.Entry;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private static final int SCORECARDS = 3000;

    @ParameterizedTest
    @MethodSource("shipped")
    void reads_every_shipped_scorecard_back(Scorecard scorecard) {
        assertThat(ScorecardReader.read(ScorecardWriter.write(scorecard))).isEqualTo(scorecard);
    }

    static Stream<Scorecard> shipped() {
        return ShippedScorecards.ALL.stream();
    }

    @Test
    void reads_any_scorecard_back() {
        for (long seed = 0; seed < SCORECARDS; seed++) {
            Scorecard scorecard = RandomScorecards.of(seed);

            Scorecard read = ScorecardReader.read(ScorecardWriter.write(scorecard));

            assertThat(read).as("seed %d", seed).isEqualTo(scorecard);
            assertThat(read.ownSignals())
                    .as("seed %d", seed)
                    .map(Signal::whenAbsent)
                    .isEqualTo(absent(scorecard));
        }
    }

    private static List<OptionalDouble> absent(Scorecard scorecard) {
        return scorecard.ownSignals().stream().map(Signal::whenAbsent).toList();
    }

    @Test
    void does_not_depend_on_the_order_of_keys() {
        for (long seed = 0; seed < SCORECARDS; seed++) {
            Scorecard scorecard = RandomScorecards.of(seed);

            DocumentNode reversed = reversed(ScorecardWriter.write(scorecard));

            assertThat(ScorecardReader.read(reversed)).as("seed %d", seed).isEqualTo(scorecard);
        }
    }

    private static DocumentNode reversed(DocumentNode node) {
        return node.match(
                mapping -> new Mapping(reversedEntries(mapping), mapping.location()),
                list -> new DocumentNode.Sequence(
                        list.items().stream().map(RoundTripTest::reversed).toList(), list.location()),
                value -> value);
    }

    private static List<Entry> reversedEntries(Mapping mapping) {
        List<Entry> entries = new ArrayList<>();
        mapping.entries().forEach(entry -> entries.add(new Entry(entry.key(), reversed(entry.value()))));
        Collections.reverse(entries);
        return entries;
    }
}
