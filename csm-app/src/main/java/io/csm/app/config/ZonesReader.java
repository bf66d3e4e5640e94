package io.csm.app.config;

import io.csm.app.jobs.JobSettings;
import io.csm.application.access.TenantId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Reads in which time zones jobs have their times. */
final class ZonesReader {

    private final FoundSettings found;

    ZonesReader(FoundSettings found) {
        this.found = found;
    }

    JobSettings read(JobSettings jobs) {
        ZoneId zone = found.checked(
                "jobs.time_zone",
                () -> found.text("jobs.time_zone").map(ZonesReader::zone).orElse(jobs.zone()));
        return jobs.withZones(zone, found.checked("jobs.tenant_time_zones", this::ofTenants));
    }

    private Map<TenantId, ZoneId> ofTenants() {
        Map<TenantId, ZoneId> zones = new HashMap<>();
        found.text("jobs.tenant_time_zones").ifPresent(text -> {
            for (String pair : text.split(",", -1)) {
                String[] parts = pair.strip().split("=", -1);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("time zones of tenants must be written like"
                            + " 'acme=Europe/Berlin, other=America/New_York' but one was '" + pair.strip() + "'");
                }
                zones.put(new TenantId(parts[0].strip()), zone(parts[1].strip()));
            }
        });
        return zones;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "a time zone must be one of the tz database, such as Europe/Berlin, but was '" + name + "'",
                    unknown);
        }
    }
}
