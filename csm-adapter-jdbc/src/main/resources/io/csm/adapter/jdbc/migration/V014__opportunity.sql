-- Chances to sell an account more, one for each account, quarter and type. The quarter is its first day.
create table csm.opportunity (
    tenant_id           text collate "C" not null,
    account_no          bigint           not null,
    quarter             date             not null,
    type                text collate "C" not null,
    evidence            text[]           not null,
    arr_impact          numeric,
    arr_impact_currency text,
    talk_track          text             not null,
    confidence          text collate "C" not null,
    writer              text             not null,
    primary key (tenant_id, account_no, quarter, type),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no),
    check (type in ('seats', 'module', 'integration')),
    check (confidence in ('low', 'medium', 'high')),
    check ((arr_impact is null) = (arr_impact_currency is null))
);
create index opportunity_by_quarter on csm.opportunity (tenant_id, quarter desc);
select csm.isolate_tenants('csm.opportunity');
