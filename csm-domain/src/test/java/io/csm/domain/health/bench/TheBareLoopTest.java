package io.csm.domain.health.bench;

import static io.csm.domain.health.ShippedScorecards.CSM_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.csm.domain.fixture.RandomSnapshots;
import io.csm.domain.signal.SignalSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheBareLoopTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void computes_the_number_that_the_scorecard_computes(long seed) {
        RandomSnapshots random = RandomSnapshots.seeded(seed);
        for (int i = 0; i < 2000; i++) {
            SignalSnapshot snapshot = random.forScorecard(CSM_STANDARD);

            assertThat(BareLoop.score(snapshot))
                    .isCloseTo(CSM_STANDARD.score(snapshot).value(), within(1e-9));
        }
    }
}
