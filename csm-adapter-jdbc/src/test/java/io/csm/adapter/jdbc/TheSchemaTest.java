package io.csm.adapter.jdbc;

import static io.csm.application.contract.FactBuilders.event;
import static io.csm.application.contract.FactBuilders.touchpoint;
import static io.csm.application.contract.Fixtures.ACME;
import static io.csm.application.contract.Fixtures.MONDAY;
import static io.csm.application.contract.Fixtures.STANDARD;
import static io.csm.application.contract.SnapshotBuilder.healthy;
import static io.csm.domain.event.StandardEvents.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheSchemaTest {

    private static TestDatabase withAPartition() {
        TestDatabase database = TestDatabase.empty();
        database.adapter()
                .healthScores()
                .append(ACME, STANDARD, List.of(healthy("A-1").by(STANDARD)));
        database.adapter().events().append(ACME, List.of(event("A-1", "e-1", LOGIN, MONDAY)), MONDAY);
        database.adapter().facts().append(ACME, List.of(touchpoint("A-1", "p-1", MONDAY)), MONDAY);
        return database;
    }

    @Test
    void keeps_tenants_apart_in_every_table_and_partition() {
        assertThat(withAPartition().ask(resource("tenancy_rules.sql"))).isEmpty();
    }

    @Test
    void can_be_sharded_by_tenant() {
        assertThat(withAPartition().ask(sharding("csm"))).isEmpty();
    }

    @Test
    void holds_tables_of_tenants_only() {
        assertThat(withAPartition()
                        .ask("select relname from pg_class where relnamespace = 'csm'::regnamespace"
                                + " and relkind in ('r', 'p', 'v', 'm', 'f') and not relispartition order by 1"))
                .containsExactly(
                        "account",
                        "alert",
                        "app_user",
                        "chat_thread",
                        "contact",
                        "delivery",
                        "domain_event",
                        "event",
                        "event_key",
                        "feed",
                        "health_policy",
                        "health_score",
                        "invoice",
                        "model_answer",
                        "opportunity",
                        "outbox",
                        "qbr",
                        "quarantine",
                        "scan",
                        "scorecard",
                        "signal_value",
                        "snapshot_layout",
                        "subscription",
                        "terms",
                        "ticket",
                        "touchpoint");
    }

    @Test
    void holds_nothing_of_a_tenant_but_its_name_outside_of_them() {
        assertThat(withAPartition().ask("""
                        select c.relname || '.' || a.attname
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where c.relnamespace = 'csm_scheduler'::regnamespace
                        and c.relkind in ('r', 'p', 'v', 'm', 'f')
                        and c.relname <> 'scheduled_tasks'
                        """)).containsExactly("tenant.tenant_id");
    }

    @Test
    void the_rules_of_sharding_find_what_breaks_them() {
        TestDatabase database = TestDatabase.migrated();
        database.asSuperuser("""
                create schema bad;
                create collation bad.loose (provider = icu, locale = 'und', deterministic = false);
                create table bad.one (tenant_id text not null, id int, n int unique, primary key (tenant_id, id));
                create table bad.two (tenant_id varchar, id serial, one_id int,
                    foreign key (tenant_id, one_id) references bad.one on delete set null);
                create table bad.three (id int);
                create table bad.four (tenant_id text not null, t int) partition by range (t);
                create table bad.five partition of bad.four default partition by range (t);
                create table bad.six () inherits (bad.three);
                create table bad.seven (tenant_id text collate bad.loose not null);
                create function bad.f() returns trigger language plpgsql as 'begin return new; end';
                create trigger t before insert on bad.one for each row execute function bad.f();
                create rule r as on insert to bad.three do instead nothing
                """);

        assertThat(database.ask(sharding("bad")))
                .containsExactlyInAnyOrder(
                        "five: partitions in partitions",
                        "one: a trigger",
                        "one: a unique or exclusion index without tenant_id",
                        "seven: tenant_id has a collation that is not deterministic",
                        "six has no tenant_id",
                        "six: inheritance",
                        "three has no tenant_id",
                        "three: a rewrite rule",
                        "two: a foreign key that would change tenant_id",
                        "two: a sequence that is no bigint",
                        "two: tenant_id is no text",
                        "two: tenant_id may be null or is generated");
    }

    @Test
    void the_rules_of_tenancy_find_what_breaks_them() {
        TestDatabase database = TestDatabase.migrated();
        database.asSuperuser("""
                create table csm.bad (id int unique, tenant_id text);
                create policy open on csm.bad using (true);
                grant all on csm.bad to csm_app;
                grant update (created_at) on csm.outbox to csm_app;
                create table csm.worse (tenant_id text not null primary key) partition by list (tenant_id);
                alter table csm.worse owner to csm_app;
                create function csm.open() returns int language sql security definer as 'select 1'
                """);

        assertThat(database.ask(resource("tenancy_rules.sql")))
                .contains(
                        "bad: tenant_id is not its first column",
                        "bad: row-level security is not forced",
                        "bad: not exactly one policy, for everything and everybody",
                        "bad: tenant_id does not lead a primary or unique key",
                        "bad: has no primary key",
                        "the application may delete bad",
                        "the application may update bad",
                        "the application may update created_at of outbox",
                        "the application owns worse",
                        "everybody may run open",
                        "open runs as its owner without a search_path of its own");
    }

    @Test
    void migrating_again_changes_nothing() {
        TestDatabase database = TestDatabase.migrated();
        String history =
                "select version || checksum || installed_rank from csm_flyway.flyway_schema_history order by 1";
        List<String> before = database.ask(history);

        JdbcAdapter.migrate(database.owner(), TestDatabase.APPLICATION);

        assertThat(database.ask(history)).isEqualTo(before);
    }

    @Test
    void two_instances_migrate_at_once() throws InterruptedException {
        TestDatabase database = TestDatabase.blank();

        InParallel.run(2, any -> JdbcAdapter.migrate(database.owner(), TestDatabase.APPLICATION));

        assertThat(database.adapter().accounts().count(ACME)).isZero();
    }

    @Test
    void a_role_that_is_no_plain_name_is_refused() {
        assertThatThrownBy(() -> JdbcAdapter.migrate(TestDatabase.empty().owner(), "x\" superuser --"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the application role must be");
    }

    private static String sharding(String schema) {
        return resource("sharding_rules.sql").replace(":schema", schema);
    }

    private static String resource(String name) {
        try (InputStream in = TheSchemaTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
