-- What a chat calls the thread of an account.
create table csm.chat_thread (
    tenant_id text collate "C" not null,
    thread    text collate "C" not null,
    ts        text collate "C" not null,
    primary key (tenant_id, thread)
);
select csm.isolate_tenants('csm.chat_thread');
