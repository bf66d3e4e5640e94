-- Facts that other systems report. Each row is one version of a fact, known from known_from until known_until; the
-- version that is known now has 'infinity'. What was known at an instant is a plain filter, without sorting.

alter table csm.account add column plan_features integer;

-- What the account's own record said, kept each time it changed.
create table csm.terms (
    tenant_id     text collate "C" not null,
    account_no    bigint           not null,
    known_from    timestamptz      not null,
    known_until   timestamptz      not null default 'infinity',
    plan          text,
    plan_features integer,
    seats_bought  integer,
    arr           numeric,
    arr_currency  text,
    renews_on     date,
    stage         text,
    primary key (tenant_id, account_no, known_from),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no)
);
select csm.isolate_tenants('csm.terms');

create table csm.contact (
    tenant_id   text collate "C" not null,
    source      text collate "C" not null,
    fact_id     text collate "C" not null,
    known_from  timestamptz      not null,
    known_until timestamptz      not null default 'infinity',
    account_no  bigint           not null,
    name        text             not null,
    role        text             not null,
    left_on     date,
    primary key (tenant_id, source, fact_id, known_from),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no),
    check (role in ('champion', 'executive_sponsor', 'user', 'billing'))
);
create index contact_by_account on csm.contact (tenant_id, account_no);
select csm.isolate_tenants('csm.contact');

create table csm.subscription (
    tenant_id    text collate "C" not null,
    source       text collate "C" not null,
    fact_id      text collate "C" not null,
    known_from   timestamptz      not null,
    known_until  timestamptz      not null default 'infinity',
    account_no   bigint           not null,
    plan         text,
    seats        integer,
    arr          numeric,
    arr_currency text,
    starts_on    date             not null,
    ends_on      date,
    renews_on    date,
    term         text             not null,
    trial        boolean          not null,
    primary key (tenant_id, source, fact_id, known_from),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no),
    check (term in ('monthly', 'annual')),
    check ((arr is null) = (arr_currency is null))
);
create index subscription_by_account on csm.subscription (tenant_id, account_no);
select csm.isolate_tenants('csm.subscription');

create table csm.invoice (
    tenant_id       text collate "C" not null,
    source          text collate "C" not null,
    fact_id         text collate "C" not null,
    known_from      timestamptz      not null,
    known_until     timestamptz      not null default 'infinity',
    account_no      bigint           not null,
    amount          numeric          not null,
    amount_currency text             not null,
    issued_on       date             not null,
    due_on          date             not null,
    paid_on         date,
    primary key (tenant_id, source, fact_id, known_from),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no)
);
create index invoice_by_account on csm.invoice (tenant_id, account_no);
select csm.isolate_tenants('csm.invoice');

create table csm.ticket (
    tenant_id    text collate "C" not null,
    source       text collate "C" not null,
    fact_id      text collate "C" not null,
    known_from   timestamptz      not null,
    known_until  timestamptz      not null default 'infinity',
    account_no   bigint           not null,
    opened_at    timestamptz      not null,
    closed_at    timestamptz,
    escalated_at timestamptz,
    sentiment    smallint,
    satisfaction smallint,
    priority     text,
    subject      text,
    primary key (tenant_id, source, fact_id, known_from),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no),
    check (sentiment between -100 and 100),
    check (satisfaction between 1 and 5)
);
create index ticket_by_account on csm.ticket (tenant_id, account_no);
select csm.isolate_tenants('csm.ticket');

-- By year of the conversation, so that what is too old to keep goes by dropping a partition.
create table csm.touchpoint (
    tenant_id   text collate "C" not null,
    source      text collate "C" not null,
    fact_id     text collate "C" not null,
    known_from  timestamptz      not null,
    occurred_at timestamptz      not null,
    known_until timestamptz      not null default 'infinity',
    account_no  bigint           not null,
    direction   text             not null,
    channel     text             not null,
    contact_id  text collate "C",
    answered_at timestamptz,
    summary     text,
    primary key (tenant_id, source, fact_id, known_from, occurred_at),
    check (direction in ('two_way', 'outbound', 'inbound'))
) partition by range (occurred_at);
create index touchpoint_by_account on csm.touchpoint (tenant_id, account_no, occurred_at);
select csm.isolate_tenants('csm.touchpoint');

-- Which kinds of facts the tenant sends at all, and since when: where a kind is sent, an account without any has none.
create table csm.feed (
    tenant_id         text collate "C" not null,
    feed              text collate "C" not null,
    first_occurred_at timestamptz      not null,
    first_received_at timestamptz      not null,
    primary key (tenant_id, feed)
);
select csm.isolate_tenants('csm.feed');

-- Makes the partition of a table that holds a day, a month or a year long (in UTC). Attaching, unlike "create table ...
-- partition of", does not wait for those who read the table, nor they for it.
create function csm.create_partition(of_table text, unit text, of_day date) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
as
$$
declare
    first     constant date := date_trunc(unit, of_day::timestamp)::date;
    until     constant date := (first + ('1 ' || unit)::interval)::date;
    partition constant text := of_table || '_' || to_char(first, case unit when 'month' then 'YYYY_MM' else 'YYYY' end);
begin
    if (of_table, unit) not in (('health_score', 'month'), ('event', 'month'), ('touchpoint', 'year')) then
        raise exception 'table % has no partitions by %', of_table, unit using errcode = 'invalid_parameter_value';
    end if;
    if first not between date '1970-01-01' and date '2199-12-01' then
        raise exception '% is kept from 1970 to 2199 but not of %', replace(of_table, '_', ' '), of_day
            using errcode = 'invalid_parameter_value';
    end if;
    if exists (select from pg_class where relnamespace = 'csm'::regnamespace and relname = partition) then
        return;
    end if;
    -- whoever is second waits for the first to commit, and then finds its partition
    perform pg_advisory_xact_lock(hashtextextended('csm.create_partition.' || of_table, 0));
    if exists (select from pg_class where relnamespace = 'csm'::regnamespace and relname = partition) then
        return;
    end if;
    execute format('create table csm.%I (like csm.%I including all)', partition, of_table);
    perform csm.isolate_tenants(format('csm.%I', partition)::regclass);
    execute format('alter table csm.%I attach partition csm.%I for values from (%L) to (%L)',
                   of_table, partition, first::timestamptz, until::timestamptz);
end
$$;

revoke all on function csm.create_partition(text, text, date) from public;

drop function csm.create_health_score_month(date);
