package io.csm.application.health;

import io.csm.application.access.TenantId;
import io.csm.application.health.port.ScanRepository;
import io.csm.domain.fact.Viewpoint;
import io.csm.domain.health.HealthScore;

/** Tells from where a stored score was made: as a scan says, or with the knowledge of its own instant. */
final class ScoreViewpoints {

    private final ScanRepository scans;

    ScoreViewpoints(ScanRepository scans) {
        this.scans = scans;
    }

    Viewpoint of(TenantId tenant, HealthScore score) {
        return scans.findByInstant(tenant, score.scoredAt())
                .map(Scan::viewpoint)
                .orElseGet(() -> Viewpoint.at(score.scoredAt()));
    }
}
