-- Accounts of tenant bench with terms, contacts, subscriptions, invoices, tickets and touchpoints over 400 days.
select csm.create_partition('event', 'month', month::date)
from generate_series(date '2025-01-01', date '2026-03-01', interval '1 month') month;

select csm.create_partition('touchpoint', 'year', year::date)
from generate_series(date '2025-01-01', date '2026-01-01', interval '1 year') year;

insert into csm.account (tenant_id, account_id, name, id_folded, name_folded)
select 'bench', 'A-' || n, 'Account ' || n, 'a-' || n, 'account ' || n
from generate_series(10000001, 10000000 + ?) n;

insert into csm.terms (tenant_id, account_no, known_from, plan_features, seats_bought, stage)
select 'bench', account_no, timestamptz '2025-01-01T00:00Z', 20, 5 + floor(random() * 20), 'adoption'
from csm.account;

insert into csm.contact (tenant_id, source, fact_id, known_from, account_no, name, role, left_on)
select 'bench', 'crm', account_no || '-' || n, timestamptz '2025-01-01T00:00Z', account_no, '',
       (array ['champion', 'executive_sponsor', 'user'])[n], case when random() < 0.1 then date '2025-11-01' end
from csm.account, generate_series(1, 3) n;

insert into csm.subscription (tenant_id, source, fact_id, known_from, account_no, seats, arr, arr_currency, starts_on,
                              term, trial)
select 'bench', 'billing', account_no || '-' || n, timestamptz '2025-01-01T00:00Z', account_no, 5,
       round((random() * 100000)::numeric, 2), 'EUR', date '2023-06-01' + floor(random() * 900)::int,
       (array ['annual', 'monthly'])[n], random() < 0.1
from csm.account, generate_series(1, 2) n;

insert into csm.invoice (tenant_id, source, fact_id, known_from, account_no, amount, amount_currency, issued_on, due_on,
                         paid_on)
select 'bench', 'billing', account_no || '-' || n, timestamptz '2025-01-01T00:00Z', account_no, 99.90, 'EUR',
       date '2025-01-28' + 30 * n, date '2025-02-11' + 30 * n,
       case when random() < 0.97 then date '2025-02-10' + 30 * n end
from csm.account, generate_series(0, 12) n;

insert into csm.ticket (tenant_id, source, fact_id, known_from, account_no, opened_at, closed_at, escalated_at, sentiment,
                        satisfaction)
select 'bench', 'desk', account_no || '-' || n, opened_at, account_no, opened_at,
       case when random() < 0.9 then opened_at + interval '50 hours' end,
       case when random() < 0.1 then opened_at + interval '9 hours' end,
       floor(random() * 201) - 100, case when random() < 0.3 then 1 + floor(random() * 5) end
from (
    select account_no, n, timestamptz '2026-03-01T06:00Z' - random() * interval '9600 hours' as opened_at
    from csm.account, generate_series(1, 5) n) ticket;

insert into csm.touchpoint (tenant_id, source, fact_id, known_from, occurred_at, account_no, direction, channel,
                            contact_id, answered_at)
select 'bench', 'crm', account_no || '-' || n, occurred_at, occurred_at, account_no,
       (array ['two_way', 'two_way', 'outbound', 'inbound'])[1 + floor(random() * 4)::int], 'call',
       account_no || '-' || 1 + floor(random() * 3), case when random() < 0.5 then occurred_at + interval '9 hours' end
from (
    select account_no, n, timestamptz '2026-03-01T06:00Z' - random() * interval '9600 hours' as occurred_at
    from csm.account, generate_series(1, 15) n) touchpoint;

insert into csm.feed (tenant_id, feed, first_occurred_at, first_received_at)
select 'bench', feed, timestamptz '2025-01-01T00:00Z', timestamptz '2025-01-01T00:00Z'
from unnest(array ['usage', 'login', 'person', 'email_sent', 'webinar', 'touchpoint', 'stakeholder', 'sponsor',
                   'subscription', 'invoice', 'ticket', 'escalation']) feed;
