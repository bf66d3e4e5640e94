-- The outbox: news about accounts that nobody has acted on yet. Written with the news, and only ever added to and taken
-- away, so that writers never wait for those who act.
create table csm.outbox (
    tenant_id  text collate "C" not null,
    entry_no   bigint           not null generated always as identity,
    account_no bigint           not null,
    kind       text collate "C" not null,
    created_at timestamptz      not null,
    primary key (tenant_id, entry_no),
    check (kind in ('account_changed'))
);
select csm.isolate_tenants('csm.outbox');

-- What belongs to no tenant: the jobs of the scheduler, and the names of the tenants for which it works.
create schema csm_scheduler;

create table csm_scheduler.tenant (
    tenant_id text collate "C" primary key
);

-- The table of db-scheduler, as its documentation gives it for PostgreSQL.
create table csm_scheduler.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on csm_scheduler.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on csm_scheduler.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on csm_scheduler.scheduled_tasks (priority desc, execution_time asc);
