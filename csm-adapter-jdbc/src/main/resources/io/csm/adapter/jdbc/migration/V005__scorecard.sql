-- The scorecards that a tenant published; a published version never changes.
create table csm.scorecard (
    tenant_id    text collate "C" not null,
    name         text collate "C" not null,
    version      integer          not null,
    document     jsonb            not null,
    published_at timestamptz      not null,
    published_by text             not null,
    primary key (tenant_id, name, version)
);
select csm.isolate_tenants('csm.scorecard');
