-- Usage: the events of 90 days are read once and kept, because days, people and features are counted each by themselves;
-- counting distinct values in two steps, each a plain grouping, needs no sorting of events.
recent as materialized (
    select account_no, occurred_at, (occurred_at at time zone 'UTC')::date as day, type, person, subject, quantity
    from csm.event
    where tenant_id = :tenant
    and type in ('feature_used', 'login', 'email_sent', 'email_opened', 'webinar_attended', 'escalation', 'csat_answer')
    and occurred_at > :from90
    and occurred_at <= :asOf
    and received_at <= :knownOn
    {of the accounts}
),
happened as (
    select account_no,
           max(occurred_at) filter (where type in ('feature_used', 'login')) as active_at,
           max(occurred_at) filter (where type in ('email_sent', 'email_opened')) as mailed_at,
           max(occurred_at) filter (where type = 'webinar_attended') as webinar_at,
           sum(coalesce(quantity, 1)) filter (
               where type = 'feature_used' and occurred_at > :from30) as used,
           sum(coalesce(quantity, 1)) filter (
               where type = 'feature_used' and occurred_at > :from60 and occurred_at <= :from30) as used_before,
           count(*) filter (where type = 'email_sent') as emails_sent,
           count(*) filter (where type = 'email_opened') as emails_opened,
           count(*) filter (where type = 'webinar_attended') as webinars,
           count(*) filter (where type = 'escalation') as escalations,
           sum(quantity) filter (where type = 'csat_answer') as csat_sum,
           count(quantity) filter (where type = 'csat_answer') as csat_answers
    from recent
    group by account_no
),
active_day as (
    select account_no, day, bool_or(type = 'feature_used' and occurred_at > :from30) as is_used
    from recent
    where type in ('feature_used', 'login')
    group by account_no, day
),
active_day_with_gap as (
    select account_no, day, is_used, day - lag(day) over (partition by account_no order by day) as gap
    from active_day
),
rhythm as (
    select account_no,
           count(*) as active_days,
           count(*) filter (where is_used) as used_days,
           max(day) as last_day,
           percentile_cont(0.5) within group (order by gap) as median_gap
    from active_day_with_gap
    group by account_no
),
person as (
    select account_no, person, max(occurred_at) as active_at
    from recent
    where type in ('feature_used', 'login')
    and person is not null
    group by account_no, person
),
people as (
    select account_no, count(*) as active_90, count(*) filter (where active_at > :from30) as active_30
    from person
    group by account_no
),
feature as (
    select account_no, subject
    from recent
    where type = 'feature_used'
    and occurred_at > :from30
    and subject is not null
    group by account_no, subject
),
features as (
    select account_no, count(*) as used
    from feature
    group by account_no
),
-- Answers stand until the next one, so they are looked for in all the past; an index of their own keeps that short.
answer as (
    select distinct on (account_no, type) account_no, type, occurred_at, quantity, subject
    from csm.event
    where tenant_id = :tenant
    and type in ('nps_answer', 'tam_health')
    and occurred_at <= :asOf
    and received_at <= :knownOn
    {of the accounts}
    order by account_no, type, occurred_at desc, source desc, event_id desc
),
answered as (
    select account_no,
           max(quantity) filter (where type = 'nps_answer' and occurred_at > :from180) as nps,
           max(occurred_at) filter (where type = 'nps_answer') as nps_at,
           max(subject) filter (where type = 'tam_health') as rag,
           max(occurred_at) filter (where type = 'tam_health') as rag_at
    from answer
    group by account_no
)
