-- Reviews, one for each account, period and trigger. The period is the first day of its quarter.
create table csm.qbr (
    tenant_id    text collate "C" not null,
    account_no   bigint           not null,
    period       date             not null,
    trigger      text collate "C" not null,
    generated_at timestamptz      not null,
    content      jsonb            not null,
    primary key (tenant_id, account_no, period, trigger),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no),
    check (trigger in ('quarterly', 'contract_proximity'))
);
create index qbr_by_time on csm.qbr (tenant_id, generated_at desc);
select csm.isolate_tenants('csm.qbr');
