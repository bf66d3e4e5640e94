create table csm.scan (
    tenant_id   text collate "C" not null,
    scan_id     text collate "C" not null,
    fingerprint text             not null,
    scorecard   text             not null,
    version     integer          not null,
    as_of       timestamptz      not null,
    started_at  timestamptz      not null,
    state       text             not null,
    scored      bigint           not null,
    refused     bigint           not null,
    primary key (tenant_id, scan_id),
    check (state in ('running', 'completed', 'cancelled'))
);
create index scan_by_start on csm.scan (tenant_id, started_at desc, scan_id);
select csm.isolate_tenants('csm.scan');
