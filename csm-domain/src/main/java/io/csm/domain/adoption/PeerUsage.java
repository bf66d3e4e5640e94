package io.csm.domain.adoption;

import static io.csm.domain.signal.StandardSignals.FEATURE_ADOPTION_RATE;
import static io.csm.domain.signal.StandardSignals.FEATURE_BREADTH;

import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.SignalSnapshot;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the other customers on the same plan use.
 *
 * @param accounts how many there are, the account itself not among them
 * @param rates the feature adoption rates of those of which one is known, 0 to 1, ascending
 * @param accountsByFeature how many of them used a feature in the last 30 days, by its name
 */
public record PeerUsage(int accounts, List<Double> rates, Map<String, Integer> accountsByFeature) {

    /** With fewer similar accounts than this nothing is compared. */
    public static final int FEWEST = 5;

    public PeerUsage {
        rates = rates.stream().sorted().toList();
        accountsByFeature = Map.copyOf(accountsByFeature);
    }

    /** Nobody to compare with. */
    public static PeerUsage none() {
        return new PeerUsage(0, List.of(), Map.of());
    }

    /**
     * The feature adoption rate that a score keeps. Where its scorecard does not read it, that is its derived breadth of
     * features, which is worked out in the same way; a breadth that was given may mean anything.
     */
    public static OptionalDouble rate(SignalSnapshot snapshot) {
        if (snapshot.isGiven(FEATURE_ADOPTION_RATE)) {
            return snapshot.value(FEATURE_ADOPTION_RATE);
        }
        boolean isDerived =
                snapshot.origin(FEATURE_BREADTH).filter(SignalOrigin::isDerived).isPresent();
        return isDerived ? snapshot.value(FEATURE_BREADTH) : OptionalDouble.empty();
    }

    /** Whether there are enough of them. */
    public boolean isEnough() {
        return rates.size() >= FEWEST;
    }

    /** The median of the rates; of two in the middle their mean. There must be one at least. */
    double medianRate() {
        int middle = rates.size() / 2;
        return rates.size() % 2 == 1 ? rates.get(middle) : (rates.get(middle - 1) + rates.get(middle)) / 2;
    }
}
