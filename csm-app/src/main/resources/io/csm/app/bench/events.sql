-- More events, numbered from the one number to the other, in the order of time as they would have come. One account in a
-- hundred has a tenth of them, and a few features and persons have most.
insert into csm.event (tenant_id, account_no, occurred_at, received_at, quantity, type, source, event_id, person, subject)
select 'bench', account_no, occurred_at, occurred_at + interval '1 minute',
       case type
           when 'feature_used' then 1 + floor(random() * 5)
           when 'nps_answer' then floor(random() * 11)
           when 'csat_answer' then 1 + floor(random() * 5) end,
       type, 'bench', 'event-' || n,
       case when type in ('feature_used', 'login')
           then 'person-' || account_no || '-' || floor(random() * random() * 20) end,
       case type
           when 'feature_used' then 'feature-' || floor(random() * random() * 20)
           when 'tam_health' then (array ['GREEN', 'AMBER', 'RED'])[1 + floor(random() * 3)::int] end
from (
    select n,
           first + floor(power(random(), 2) * accounts)::bigint as account_no,
           timestamptz '2026-03-01T06:00Z' - interval '9600 hours' * ((until - n)::double precision / (until - after))
               as occurred_at,
           (array ['feature_used', 'login', 'email_sent', 'email_opened', 'webinar_attended', 'escalation', 'csat_answer',
                   'nps_answer', 'tam_health'])[
               width_bucket(random(), array [0, 0.7, 0.9, 0.94, 0.97, 0.98, 0.985, 0.99, 0.995])] as type
    from (select min(account_no) as first, count(*) as accounts from csm.account) portfolio,
         (select ?::bigint as after, ?::bigint as until) wanted,
         generate_series(after + 1, until) n) event;
