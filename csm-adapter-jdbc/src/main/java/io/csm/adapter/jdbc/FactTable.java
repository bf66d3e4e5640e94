package io.csm.adapter.jdbc;

import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one kind of facts is kept: in which table, by which key, in which columns. What is done with facts is the same for
 * all kinds, and so are the statements, but for these names.
 *
 * @param name of the table
 * @param kind of facts
 * @param key the columns that name a fact; each version of it is one row
 * @param columns what it says
 * @param read reads a version
 */
record FactTable<F extends Fact>(
        String name, Class<F> kind, List<String> key, List<FactColumn<F>> columns, Read<F> read) {

    private static final String ACCOUNT = "account_no";

    FactTable {
        columns = List.copyOf(columns);
    }

    /** Reads a version of a fact of that account. */
    @FunctionalInterface
    interface Read<F> {
        F of(AccountId account, ResultSet row) throws SQLException;
    }

    private static final String STAGING_TABLE = """
            create temporary table if not exists staged_{table} on commit delete rows as
            select 0 as no, {all}
            from csm.{table}
            with no data;
            delete from pg_temp.staged_{table}
            """;

    String stagingTable() {
        return named(STAGING_TABLE);
    }

    private static final String COPY = "copy pg_temp.staged_{table} from stdin (format binary)";

    String copy() {
        return named(COPY);
    }

    // "before" is the version in force at that instant, "after" the next one; limit 1 makes each one probe of the
    // index.
    // What the version in force says already is not stored again.
    private static final String APPEND = """
            with news as materialized (
                select s.no, before.known_from, before.account_no as former_account_no,
                       coalesce(before.known_until, after.known_from, 'infinity') as known_until
                from pg_temp.staged_{table} s
                left join lateral (
                    select {v.all}, v.known_from, v.known_until
                    from csm.{table} v
                    where v.tenant_id = :tenant
                    and {v.key = s.key}
                    and v.known_from <= :receivedAt
                    order by v.known_from desc
                    limit 1) before on true
                left join lateral (
                    select v.known_from
                    from csm.{table} v
                    where v.tenant_id = :tenant
                    and {v.key = s.key}
                    and v.known_from > :receivedAt
                    order by v.known_from
                    limit 1) after on before.known_from is null
                where before.known_from is null
                or row ({before.content}) is distinct from row ({s.content})),
            ended as (
                update csm.{table} v set
                    known_until = :receivedAt
                from news n
                join pg_temp.staged_{table} s on s.no = n.no
                where v.tenant_id = :tenant
                and {v.key = s.key}
                and v.known_from = n.known_from
                and n.known_from < :receivedAt),
            replaced as (
                update csm.{table} v set
                    ({content}) = row ({s.content})
                from news n
                join pg_temp.staged_{table} s on s.no = n.no
                where v.tenant_id = :tenant
                and {v.key = s.key}
                and v.known_from = n.known_from
                and n.known_from = :receivedAt),
            added as (
                insert into csm.{table} (tenant_id, known_from, known_until, {all})
                select :tenant, :receivedAt, n.known_until, {s.all}
                from news n
                join pg_temp.staged_{table} s on s.no = n.no
                where n.known_from is null
                or n.known_from < :receivedAt)
            select n.no, a.account_id as former_account
            from news n
            left join csm.account a
              on a.tenant_id = :tenant
             and a.account_no = n.former_account_no
            order by n.no
            """;

    String append() {
        return named(APPEND);
    }

    private static final String FIND = """
            select {all}
            from csm.{table}
            where tenant_id = :tenant
            and account_no = :account
            and known_from <= :knownOn
            and known_until > :knownOn
            order by {key}
            """;

    String find() {
        return named(FIND);
    }

    private String named(String template) {
        return template.replace("{table}", name)
                .replace("{v.key = s.key}", list(key, " and ", column -> "v." + column + " = s." + column))
                .replace("{key}", String.join(", ", key))
                .replace("{all}", String.join(", ", all()))
                .replace("{v.all}", prefixed("v", all()))
                .replace("{s.all}", prefixed("s", all()))
                .replace("{content}", String.join(", ", content()))
                .replace("{s.content}", prefixed("s", content()))
                .replace("{before.content}", prefixed("before", content()));
    }

    /** Every column that is staged, in order. */
    private List<String> all() {
        return Stream.concat(key.stream(), content().stream()).toList();
    }

    private List<String> content() {
        List<String> content = new ArrayList<>();
        if (!key.contains(ACCOUNT)) {
            content.add(ACCOUNT);
        }
        columns.forEach(column -> content.add(column.name()));
        return content;
    }

    private static String prefixed(String alias, List<String> columns) {
        return list(columns, ", ", column -> alias + "." + column);
    }

    private static String list(List<String> columns, String separator, Function<String, String> show) {
        return columns.stream().map(show).collect(Collectors.joining(separator));
    }

    /** Writes a fact under a number of its own into the staging table. */
    void stage(BinaryCopy copy, int number, Fact fact, long accountNo) throws SQLException {
        F own = kind.cast(fact);
        copy.row(1 + all().size());
        copy.wholeNumber(number);
        if (!key.contains(ACCOUNT)) {
            copy.text(own.id().source());
            copy.text(own.id().id());
        }
        copy.bigNumber(accountNo);
        columns.forEach(column -> column.write().accept(copy, own));
    }
}
