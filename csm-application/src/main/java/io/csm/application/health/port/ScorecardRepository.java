package io.csm.application.health.port;

import io.csm.application.access.TenantId;
import io.csm.application.health.PublishedScorecard;
import io.csm.domain.health.ScorecardRef;
import java.util.List;
import java.util.Optional;

/** The scorecards that a tenant published; a published version never changes. */
public interface ScorecardRepository {

    /**
     * Adds a version.
     *
     * @throws VersionExists when that version of that name is published already
     */
    void append(TenantId tenant, PublishedScorecard scorecard);

    Optional<PublishedScorecard> find(TenantId tenant, ScorecardRef ref);

    /** The highest version of that name. */
    Optional<PublishedScorecard> findLatest(TenantId tenant, String name);

    /** Every version, by name and then by version. */
    List<PublishedScorecard> list(TenantId tenant);
}
