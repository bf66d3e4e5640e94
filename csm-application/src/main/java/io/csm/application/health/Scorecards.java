package io.csm.application.health;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.health.port.ScorecardRepository;
import io.csm.application.health.port.VersionExists;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scorecards that a tenant can use: the shipped ones and those it published. A name alone means the highest
 * version; {@code name@2} means that one.
 */
public final class Scorecards {

    private final ScorecardRepository published;
    private final HealthSettings settings;
    private final Clock clock;

    public Scorecards(ScorecardRepository published, HealthSettings settings, Clock clock) {
        this.published = published;
        this.settings = settings;
        this.clock = clock;
    }

    /** What publishing did. */
    public enum Publication {
        PUBLISHED,
        /** The very same document was published before; nothing changed. */
        ALREADY_PUBLISHED
    }

    /** Every scorecard and version that the tenant can use, the shipped ones first. */
    public List<Scorecard> list(Actor actor) {
        List<Scorecard> all = new ArrayList<>(ShippedScorecards.ALL);
        published.list(actor.tenant()).forEach(each -> all.add(each.scorecard()));
        return all;
    }

    /**
     * The scorecard of that name, or {@code name@version}.
     *
     * @throws ScorecardNotFound with similar names
     */
    public Scorecard get(Actor actor, String asked) {
        return find(actor.tenant(), asked)
                .orElseThrow(() -> new ScorecardNotFound(
                        asked,
                        list(actor).stream().map(Scorecard::name).distinct().toList()));
    }

    /** The policy of that scorecard, or of the tenant's default, under the tenant's settings. */
    public HealthPolicy policy(Actor actor, Optional<String> asked) {
        Scorecard scorecard = get(actor, asked.orElse(settings.scorecard()));
        return new HealthPolicy(underSettings(scorecard), settings.churnRules());
    }

    private Scorecard underSettings(Scorecard scorecard) {
        return scorecard.equals(ShippedScorecards.CSM_STANDARD)
                ? scorecard.withBands(settings.standardBands())
                : scorecard;
    }

    /**
     * Publishes a document as the next version of its name.
     *
     * @throws VersionExists when that version stands for something else
     * @throws IllegalArgumentException when the name is a shipped one's, or a version is left out
     */
    public Publication publish(Actor actor, Scorecard scorecard) {
        if (ShippedScorecards.find(scorecard.name()).isPresent()) {
            throw new IllegalArgumentException("the name " + scorecard.name()
                    + " belongs to a shipped scorecard; give yours another, such as my-" + scorecard.name());
        }
        Optional<PublishedScorecard> same = published.find(actor.tenant(), scorecard.ref());
        if (same.isPresent()) {
            if (same.get().scorecard().equals(scorecard)) {
                return Publication.ALREADY_PUBLISHED;
            }
            throw new VersionExists(highest(actor.tenant(), scorecard.name()));
        }
        followsTheHighest(actor.tenant(), scorecard.ref());
        published.append(actor.tenant(), new PublishedScorecard(scorecard, clock.instant(), actor.user()));
        return Publication.PUBLISHED;
    }

    private void followsTheHighest(TenantId tenant, ScorecardRef ref) {
        int next = published
                        .findLatest(tenant, ref.name())
                        .map(latest -> latest.scorecard().version())
                        .orElse(0)
                + 1;
        if (ref.version() != next) {
            throw new IllegalArgumentException("the next version of scorecard " + ref.name() + " must be " + next
                    + " but the document says " + ref.version());
        }
    }

    private ScorecardRef highest(TenantId tenant, String name) {
        return published.findLatest(tenant, name).orElseThrow().scorecard().ref();
    }

    private Optional<Scorecard> find(TenantId tenant, String asked) {
        int at = asked.indexOf('@');
        String name = at < 0 ? asked : asked.substring(0, at);
        Optional<Scorecard> shipped = ShippedScorecards.find(name);
        if (at < 0) {
            return shipped.or(() -> published.findLatest(tenant, name).map(PublishedScorecard::scorecard));
        }
        String version = asked.substring(at + 1);
        if (!version.matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        ScorecardRef ref = new ScorecardRef(name, Integer.parseInt(version));
        return shipped.filter(scorecard -> scorecard.ref().equals(ref))
                .or(() -> published.find(tenant, ref).map(PublishedScorecard::scorecard));
    }
}
