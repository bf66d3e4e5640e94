-- The stream of events, by month of their occurrence. What the derivations read stands in columns of its own.
create table csm.event (
    tenant_id   text collate "C" not null,
    account_no  bigint           not null,
    occurred_at timestamptz      not null,
    received_at timestamptz      not null,
    quantity    bigint,
    type        text collate "C" not null,
    source      text collate "C" not null,
    event_id    text collate "C" not null,
    person      text collate "C",
    subject     text collate "C",
    payload     jsonb,
    primary key (tenant_id, account_no, occurred_at, source, event_id)
) partition by range (occurred_at);
-- Answers stand until the next one, however long ago, and are few: with an index of their own they are found without a
-- walk through all the past.
create index event_answers on csm.event (tenant_id, account_no, type, occurred_at)
    where type in ('nps_answer', 'tam_health');
select csm.isolate_tenants('csm.event');

-- One row per event, so that an id is stored once whatever its time: a digest of source and id, and one of the content
-- by which a repetition is told from another event under the same id.
create table csm.event_key (
    tenant_id   text collate "C" not null,
    key         uuid             not null,
    content     uuid             not null,
    occurred_at timestamptz      not null,
    primary key (tenant_id, key)
);
select csm.isolate_tenants('csm.event_key');

-- Events that were not taken, and why.
create table csm.quarantine (
    tenant_id   text collate "C" not null,
    entry_no    bigint           not null generated always as identity,
    received_at timestamptz      not null,
    closed_at   timestamptz,
    state       text             not null default 'open',
    digest      uuid             not null,
    source      text collate "C" not null,
    event_id    text collate "C" not null,
    account_id  text collate "C" not null,
    field       text             not null,
    value       text             not null,
    rule        text             not null,
    document    text             not null,
    primary key (tenant_id, entry_no),
    check (state in ('open', 'stored', 'discarded'))
);
create unique index quarantine_open on csm.quarantine (tenant_id, digest) where state = 'open';
create index quarantine_open_by_event on csm.quarantine (tenant_id, source, event_id) where state = 'open';
select csm.isolate_tenants('csm.quarantine');
