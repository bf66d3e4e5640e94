-- tenant_id is the tenant's own name, so that nothing must be looked up before the tenant is set.
-- account_no stands for the account wherever many rows refer to it.
-- The folded columns are id and name in lower case, for look-ups that ignore case in any language.
create table csm.account (
    tenant_id    text collate "C" not null,
    account_no   bigint           not null generated always as identity,
    account_id   text collate "C" not null,
    name         text             not null,
    id_folded    text collate "C" not null,
    name_folded  text collate "C" not null,
    plan         text,
    segment_tags text[]           not null default '{}',
    stage        text,
    arr          numeric,
    arr_currency text,
    seats_bought integer,
    started_on   date,
    renews_on    date,
    owner        text,
    status       text             not null default 'active',
    churned_on   date,
    churn_reason text,
    primary key (tenant_id, account_no),
    unique (tenant_id, account_id),
    check (status in ('active', 'inactive', 'churned')),
    check ((arr is null) = (arr_currency is null))
);
select csm.isolate_tenants('csm.account');

-- Values given for single signals; the key is the whole row, so that sending one twice stores one.
create table csm.signal_value (
    tenant_id   text collate "C" not null,
    account_no  bigint           not null,
    signal      text collate "C" not null,
    observed_at timestamptz      not null,
    received_at timestamptz      not null,
    source      text collate "C" not null,
    value       text collate "C" not null,
    primary key (tenant_id, account_no, signal, observed_at, received_at, source, value),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no)
);
select csm.isolate_tenants('csm.signal_value');
