package io.csm.adapter.jdbc;

import io.csm.application.access.TenantId;
import io.csm.application.user.port.UserRepository;
import io.csm.domain.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

final class JdbiUserRepository implements UserRepository {

    private final TenantTransactions transactions;

    JdbiUserRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    private static final String SAVE = """
            insert into csm.app_user (tenant_id, user_id, name, email)
            values (:tenant, :id, :name, :email)
            on conflict (tenant_id, user_id) do update set
                name  = excluded.name,
                email = excluded.email
            """;

    @Override
    public void saveAll(TenantId tenant, Collection<User> users) {
        if (users.isEmpty()) {
            return;
        }
        // in one order, so that two who save the same users wait for each other instead of dying in a deadlock
        List<User> inOrder =
                users.stream().sorted(Comparator.comparing(User::id)).toList();
        transactions.in(tenant, handle -> {
            PreparedBatch batch = handle.prepareBatch(SAVE);
            for (User user : inOrder) {
                batch.bind("tenant", tenant.value())
                        .bind("id", user.id())
                        .bind("name", user.name())
                        .bind("email", user.email())
                        .add();
            }
            return batch.execute();
        });
    }

    private static final String FIND = """
            select user_id, name, email
            from csm.app_user
            where tenant_id = :tenant
            and user_id = :id
            """;

    @Override
    public Optional<User> find(TenantId tenant, String id) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", tenant.value())
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static final String LIST = """
            select user_id, name, email
            from csm.app_user
            where tenant_id = :tenant
            order by user_id
            limit :limit
            """;

    @Override
    public List<User> list(TenantId tenant, int limit) {
        return transactions.in(
                tenant,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", tenant.value())
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    private static User read(ResultSet row) throws SQLException {
        return new User(row.getString("user_id"), row.getString("name"), Columns.text(row, "email"));
    }
}
