-- Every rule that ever scored, once: the scorecard with the bands in force, and the churn window.
create table csm.health_policy (
    tenant_id         text collate "C" not null,
    policy_no         bigint           not null generated always as identity,
    digest            bytea            not null,
    scorecard         text             not null,
    version           integer          not null,
    document          jsonb            not null,
    churn_window_days integer          not null,
    primary key (tenant_id, policy_no),
    unique (tenant_id, digest)
);
select csm.isolate_tenants('csm.health_policy');

-- What the bytes of a stored snapshot stand for: its signals in order, with type and options.
create table csm.snapshot_layout (
    tenant_id text collate "C" not null,
    layout_no bigint           not null generated always as identity,
    digest    bytea            not null,
    signals   jsonb            not null,
    primary key (tenant_id, layout_no),
    unique (tenant_id, digest)
);
select csm.isolate_tenants('csm.snapshot_layout');

-- One row per account and scan, score and snapshot in one; a few hundred million rows are normal, so every byte counts:
-- the order of the columns leaves no padding, numbers stand for account and policy, and there is no foreign key.
-- None is needed: rows are only ever inserted by a join with account, and accounts are never deleted.
-- rag: G A R. risk: C(ritical) H(igh) M(edium) L(ow). triggered_by: C(ontract) U(sage) B(oth) N(one).
create table csm.health_score (
    tenant_id    text collate "C" not null,
    account_no   bigint           not null,
    scored_at    timestamptz      not null,
    value        double precision not null,
    coverage     double precision not null,
    policy_no    integer          not null,
    rag          "char"           not null,
    risk         "char"           not null,
    triggered_by "char"           not null,
    signals      bytea            not null,
    primary key (tenant_id, account_no, scored_at)
) partition by range (scored_at);
select csm.isolate_tenants('csm.health_score');

-- The application role owns nothing, so it asks for the partition of a month (in UTC) here. Attaching, unlike
-- "create table ... partition of", does not wait for those who read the history, nor they for it.
create function csm.create_health_score_month(of_day date) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as
$$
declare
    month     constant date := make_date(extract(year from of_day)::int, extract(month from of_day)::int, 1);
    partition constant text := 'health_score_' || to_char(month, 'YYYY_MM');
begin
    if month not between date '1970-01-01' and date '2199-12-01' then
        raise exception 'scores are kept from 1970 to 2199 but not of %', to_char(month, 'YYYY-MM')
            using errcode = 'invalid_parameter_value';
    end if;
    if exists (select from pg_class where relnamespace = 'csm'::regnamespace and relname = partition) then
        return;
    end if;
    -- whoever is second waits for the first to commit, and then finds its partition
    perform pg_advisory_xact_lock(hashtextextended('csm.create_health_score_month', 0));
    if exists (select from pg_class where relnamespace = 'csm'::regnamespace and relname = partition) then
        return;
    end if;
    execute format('create table csm.%I (like csm.health_score including all)', partition);
    perform csm.isolate_tenants(format('csm.%I', partition)::regclass);
    execute format('alter table csm.health_score attach partition csm.%I for values from (%L) to (%L)',
                   partition, month::timestamptz, (month + interval '1 month')::timestamptz);
end
$$;

revoke all on function csm.create_health_score_month(date) from public;
