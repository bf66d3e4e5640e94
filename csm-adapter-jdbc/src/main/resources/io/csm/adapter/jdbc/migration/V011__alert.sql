-- What somebody was, or will be, told of. One that waits has been raised and was not announced yet.
create table csm.alert (
    tenant_id          text collate "C" not null,
    alert_id           text collate "C" not null,
    account_no         bigint           not null,
    type               text collate "C" not null,
    severity           text collate "C" not null,
    causes             text[]           not null,
    message            text             not null,
    evidence           text[]           not null,
    raised_at          timestamptz      not null,
    first_raised_at    timestamptz      not null,
    raises             integer          not null,
    state              text collate "C" not null,
    snoozed_until      timestamptz,
    changed_at         timestamptz      not null,
    changed_by         text             not null,
    waits              boolean          not null,
    announced_at       timestamptz,
    announced_alone_at timestamptz,
    primary key (tenant_id, alert_id),
    foreign key (tenant_id, account_no) references csm.account (tenant_id, account_no),
    check (type in ('churn_risk', 'score_dip', 'renewal')),
    check (severity in ('info', 'warning', 'critical')),
    check (state in ('open', 'acknowledged', 'snoozed', 'resolved')),
    check ((snoozed_until is not null) = (state = 'snoozed'))
);
create index alert_latest on csm.alert (tenant_id, account_no, type, raised_at desc, alert_id desc);
create index alert_by_state on csm.alert (tenant_id, state);
create index alert_waiting on csm.alert (tenant_id, alert_id) where waits;
create index alert_announced_alone on csm.alert (tenant_id, announced_alone_at) where announced_alone_at is not null;
select csm.isolate_tenants('csm.alert');
