package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.domain.churn.ChurnRules;
import io.csm.domain.churn.HealthPolicy;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The policies that ever scored, each under a number. A number is never given twice, not even after a failure. */
final class PolicyDictionary {

    private static final int MOST_CACHED = 200;

    private record ByNumber(TenantId tenant, int number) {}

    private record ByPolicy(TenantId tenant, HealthPolicy policy) {}

    private final BoundedCache<ByNumber, HealthPolicy> policies = new BoundedCache<>(MOST_CACHED);
    private final BoundedCache<ByPolicy, Integer> numbers = new BoundedCache<>(MOST_CACHED);

    /** The number of the policy, which is added when it is new. */
    int numberOf(Handle handle, TenantId tenant, HealthPolicy policy, TenantTransactions transactions) {
        ByPolicy key = new ByPolicy(tenant, policy);
        return numbers.find(key).orElseGet(() -> {
            int number = add(handle, tenant, policy);
            transactions.afterCommit(() -> numbers.put(key, number));
            return number;
        });
    }

    private static final String FIND = """
            select policy_no
            from csm.health_policy
            where tenant_id = :tenant and digest = :digest
            """;

    private static final String ADD = """
            insert into csm.health_policy (tenant_id, digest, scorecard, version, document, churn_window_days)
            values (:tenant, :digest, :scorecard, :version, cast(:document as jsonb), :window)
            on conflict (tenant_id, digest) do nothing
            """;

    private static int add(Handle handle, TenantId tenant, HealthPolicy policy) {
        String document = ScorecardJson.write(policy.scorecard());
        int window = policy.churnRules().windowDays();
        byte[] digest = Digest.of(window + " " + document);
        Optional<Integer> found = find(handle, tenant, digest);
        if (found.isPresent()) {
            return found.get();
        }
        handle.createUpdate(ADD)
                .bind("tenant", tenant.value())
                .bind("digest", digest)
                .bind("scorecard", policy.scorecard().name())
                .bind("version", policy.scorecard().version())
                .bind("document", document)
                .bind("window", window)
                .execute();
        return find(handle, tenant, digest).orElseThrow();
    }

    private static Optional<Integer> find(Handle handle, TenantId tenant, byte[] digest) {
        return handle.createQuery(FIND)
                .bind("tenant", tenant.value())
                .bind("digest", digest)
                .mapTo(Integer.class)
                .findOne();
    }

    private static final String GET = """
            select document, churn_window_days
            from csm.health_policy
            where tenant_id = :tenant and policy_no = :number
            """;

    HealthPolicy get(Handle handle, TenantId tenant, int number) {
        ByNumber key = new ByNumber(tenant, number);
        return policies.find(key).orElseGet(() -> {
            HealthPolicy policy = handle.createQuery(GET)
                    .bind("tenant", tenant.value())
                    .bind("number", number)
                    .map((row, context) -> new HealthPolicy(
                            ScorecardJson.read(row.getString("document")),
                            new ChurnRules(row.getInt("churn_window_days"))))
                    .one();
            policies.put(key, policy);
            return policy;
        });
    }
}
