create table csm.app_user (
    tenant_id text collate "C" not null,
    user_id   text collate "C" not null,
    name      text             not null,
    email     text,
    primary key (tenant_id, user_id)
);
select csm.isolate_tenants('csm.app_user');
