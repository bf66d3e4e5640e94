package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.account.port.AccountRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

final class JdbiAccountRepository implements AccountRepository {

    private static final int BATCH = 1_000;

    private final TenantTransactions transactions;

    JdbiAccountRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String SAVE = """
            insert into csm.account
                (tenant_id, account_id, name, id_folded, name_folded, plan, plan_features, segment_tags, stage, arr, arr_currency,
                 seats_bought, started_on, renews_on, owner, status, churned_on, churn_reason)
            values
                (:tenant, :id, :name, :idFolded, :nameFolded, :plan, :planFeatures, :tags, :stage, :arr, :currency,
                 :seats, :startedOn, :renewsOn, :owner, :status, :churnedOn, :churnReason)
            on conflict (tenant_id, account_id) do update set
                name          = excluded.name,
                name_folded   = excluded.name_folded,
                plan          = excluded.plan,
                plan_features = excluded.plan_features,
                segment_tags  = excluded.segment_tags,
                stage         = excluded.stage,
                arr           = excluded.arr,
                arr_currency  = excluded.arr_currency,
                seats_bought  = excluded.seats_bought,
                started_on    = excluded.started_on,
                renews_on     = excluded.renews_on,
                owner         = excluded.owner,
                status        = excluded.status,
                churned_on    = excluded.churned_on,
                churn_reason  = excluded.churn_reason
            """;

    @Override
    public void saveAll(TenantId tenant, Collection<Account> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        transactions.in(tenant, handle -> {
            PreparedBatch batch = handle.prepareBatch(SAVE);
            // in one order, so that two who save the same accounts wait for each other instead of dying in a deadlock
            for (Account account : inOrder(accounts)) {
                add(batch, tenant, account);
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            return batch.execute();
        });
    }

    private static List<Account> inOrder(Collection<Account> accounts) {
        return accounts.stream().sorted(Comparator.comparing(Account::id)).toList();
    }

    private static void add(PreparedBatch batch, TenantId tenant, Account account) {
        batch.bind("tenant", tenant.value())
                .bind("id", account.id().value())
                .bind("name", account.name())
                .bind("idFolded", folded(account.id().value()))
                .bind("nameFolded", folded(account.name()))
                .bind("plan", account.plan())
                .bind("planFeatures", account.planFeatures())
                .bindByType("tags", account.segmentTags().toArray(String[]::new), String[].class)
                .bind("stage", account.stage())
                .bind("arr", account.arr().map(Money::amount))
                .bind("currency", account.arr().map(money -> money.currency().getCurrencyCode()))
                .bind("seats", account.seatsBought())
                .bind("startedOn", account.startedOn())
                .bind("renewsOn", account.renewsOn())
                .bind("owner", account.owner())
                .bind("status", account.status().code())
                .bind("churnedOn", account.churnedOn())
                .bind("churnReason", account.churnReason())
                .add();
    }

    private static final String UNKNOWN = """
            select distinct s.account_id
            from pg_temp.staged_score s
            where not exists (
                select from csm.account a where a.tenant_id = :tenant and a.account_id = s.account_id)
            order by s.account_id
            """;

    private static final String ADD_UNKNOWN = """
            insert into csm.account (tenant_id, account_id, name, id_folded, name_folded)
            select :tenant, u.id, u.id, u.folded, u.folded
            from unnest(:ids, :folded) u (id, folded)
            order by u.id
            on conflict (tenant_id, account_id) do nothing
            """;

    /** Adds an account for every staged score whose account is not known; tells of how many that was true. */
    static int addUnknown(Handle handle, TenantId tenant) {
        List<String> ids = handle.createQuery(UNKNOWN)
                .bind("tenant", tenant.value())
                .mapTo(String.class)
                .list();
        if (!ids.isEmpty()) {
            handle.createUpdate(ADD_UNKNOWN)
                    .bind("tenant", tenant.value())
                    .bindByType("ids", ids.toArray(String[]::new), String[].class)
                    .bindByType(
                            "folded",
                            ids.stream().map(JdbiAccountRepository::folded).toArray(String[]::new),
                            String[].class)
                    .execute();
        }
        return ids.size();
    }

    private static final String FIND = """
            select account_id, name, plan, plan_features, segment_tags, stage, arr, arr_currency, seats_bought,
                   started_on, renews_on, owner, status, churned_on, churn_reason
            from csm.account
            where tenant_id = :tenant
            and account_id = :account
            """;

    @Override
    public Optional<Account> find(TenantId tenant, AccountId account) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", tenant.value())
                        .bind("account", account.value())
                        .map((row, context) -> AccountRow.read(row))
                        .findOne());
    }

    private static final String FIND_ALL = """
            select account_id, name, plan, plan_features, segment_tags, stage, arr, arr_currency, seats_bought, started_on, renews_on,
                   owner, status, churned_on, churn_reason
            from csm.account
            where tenant_id = :tenant
            and account_id = any(:accounts)
            """;

    @Override
    public List<Account> findAll(TenantId tenant, Collection<AccountId> accounts) {
        String[] ids = accounts.stream().map(AccountId::value).distinct().toArray(String[]::new);
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND_ALL)
                        .bind("tenant", tenant.value())
                        .bindByType("accounts", ids, String[].class)
                        .map((row, context) -> AccountRow.read(row))
                        .list());
    }

    private static final String LIST_STARTING_WITH = """
            select account_id, name, plan, plan_features, segment_tags, stage, arr, arr_currency, seats_bought,
                   started_on, renews_on, owner, status, churned_on, churn_reason
            from csm.account
            where tenant_id = :tenant
            and (starts_with(id_folded, :text) or starts_with(name_folded, :text))
            order by account_id
            limit :limit
            """;

    @Override
    public List<Account> listStartingWith(TenantId tenant, String text, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST_STARTING_WITH)
                        .bind("tenant", tenant.value())
                        .bind("text", folded(text))
                        .bind("limit", limit)
                        .map((row, context) -> AccountRow.read(row))
                        .list());
    }

    private static final String COUNT = """
            select count(*)
            from csm.account
            where tenant_id = :tenant
            """;

    @Override
    public long count(TenantId tenant) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(COUNT)
                        .bind("tenant", tenant.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** Lower case by Unicode, which the database knows for some locales only. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
