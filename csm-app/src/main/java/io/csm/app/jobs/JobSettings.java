package io.csm.app.jobs;

import io.csm.application.access.TenantId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/**
 * How often jobs run, and in which time zone.
 *
 * @param scoreChangesEvery from one scoring of a tenant's changed accounts to the next; 0.1 seconds to 1 hour, default 5
 *     seconds
 * @param zone the time zone of the jobs that have a time of day; default UTC
 * @param zones those of tenants that live elsewhere
 */
public record JobSettings(Duration scoreChangesEvery, ZoneId zone, Map<TenantId, ZoneId> zones) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    public JobSettings {
        Objects.requireNonNull(zone, "zone");
        zones = Map.copyOf(zones);
        if (scoreChangesEvery.compareTo(SHORTEST) < 0 || scoreChangesEvery.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("jobs.score_changes_every must be from " + SHORTEST + " to " + LONGEST
                    + " but was " + scoreChangesEvery);
        }
    }

    public static JobSettings defaults() {
        return new JobSettings(Duration.ofSeconds(5), ZoneOffset.UTC, Map.of());
    }

    public JobSettings withScoreChangesEvery(Duration every) {
        return new JobSettings(every, zone, zones);
    }

    /** In another time zone, and these tenants in their own. */
    public JobSettings withZones(ZoneId other, Map<TenantId, ZoneId> ofTenants) {
        return new JobSettings(scoreChangesEvery, other, ofTenants);
    }

    /** The time zone in which a tenant lives. */
    public ZoneId zoneOf(TenantId tenant) {
        return zones.getOrDefault(tenant, zone);
    }
}
