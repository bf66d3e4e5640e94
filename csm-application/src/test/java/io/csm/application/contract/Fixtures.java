package io.csm.application.contract;

import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.health.Scan;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnRules;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.health.ShippedScorecards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The tenants, people, days, policies and accounts that tests speak of. */
public final class Fixtures {

    public static final TenantId ACME = new TenantId("acme");
    public static final TenantId GLOBEX = new TenantId("globex");
    public static final Actor MIA = Actor.administrator(ACME, Origin.EMBEDDED);

    public static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    public static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    public static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
    public static final Instant A_MONTH_BEFORE = MONDAY.minus(Duration.ofDays(31));

    public static final HealthPolicy STANDARD = HealthPolicy.of(ShippedScorecards.CSM_STANDARD);
    public static final HealthPolicy STRICT = new HealthPolicy(
            ShippedScorecards.CSM_STANDARD.withBands(
                    ShippedScorecards.CSM_STANDARD.bands().withEdges(90, 60)),
            new ChurnRules(120));

    private Fixtures() {}

    public static AccountId account(String id) {
        return new AccountId(id);
    }

    /** An account of which no more than the name is known. */
    public static Account named(String id, String name) {
        return Account.named(account(id), name).build();
    }

    /** A running scan of that content, started then. */
    public static Scan aScan(String id, String fingerprint, Instant startedAt) {
        return new Scan(
                id,
                fingerprint,
                new ScorecardRef("csm-standard", 1),
                startedAt,
                startedAt,
                startedAt,
                Scan.State.RUNNING,
                0,
                0);
    }

    /** All rows that the repository hands over. */
    public static List<HealthScoreRepository.Row> rows(
            HealthScoreRepository scores, TenantId tenant, Instant asOf, Instant earlier) {
        List<HealthScoreRepository.Row> rows = new ArrayList<>();
        scores.forEachAccount(tenant, asOf, earlier, rows::add);
        return rows;
    }

    public static String id(AccountHealth health) {
        return health.score().snapshot().account().value();
    }

    public static String id(HealthScoreRepository.Row row) {
        return row.account().id().value();
    }
}
