package io.csm.domain.narrative;

import static io.csm.domain.signal.StandardSignals.CONTRACT_VALUE_BAND;
import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;

import io.csm.domain.health.Contribution;
import io.csm.domain.health.Contribution.Backing;
import io.csm.domain.signal.Signal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever else cost a measure more than half of its points, such as signals of a tenant's own. */
final class OtherWorries {

    /** How large a contract is and when it renews is no worry by itself. */
    private static final Set<Signal> NO_WORRY = Set.of(CONTRACT_VALUE_BAND, DAYS_TO_RENEWAL);

    private OtherWorries() {}

    static Stream<Worry> of(Situation situation, List<Worry> known) {
        Set<Signal> told = new HashSet<>(NO_WORRY);
        known.forEach(worry -> told.addAll(worry.about()));
        return situation.contributions().stream()
                .filter(each -> each.backing() == Backing.TRACKED && 2 * each.lost() > each.max())
                .filter(each -> each.inputs().stream().noneMatch(input -> told.contains(input.signal())))
                .map(each -> worry(situation, each));
    }

    private static Worry worry(Situation situation, Contribution contribution) {
        String reason = Prose.plain(contribution.reason());
        return new Worry(
                Set.of(),
                contribution.lost(),
                "At " + situation.who() + ", " + reason,
                reason,
                contribution.sentence(),
                Optional.empty());
    }
}
