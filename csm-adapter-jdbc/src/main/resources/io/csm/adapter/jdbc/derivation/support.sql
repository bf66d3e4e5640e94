-- Support: the tickets of all the past, because a ticket is open until it is closed.
ticket as (
    select account_no,
           opened_at,
           escalated_at,
           opened_at <= :asOf and (closed_at is null or closed_at > :asOf) as is_open,
           case when opened_at > :from90 and opened_at <= :asOf then sentiment end as sentiment,
           case when closed_at > :from90 and closed_at <= :asOf then satisfaction end as satisfaction
    from csm.ticket
    where tenant_id = :tenant
    and known_from <= :knownOn
    and known_until > :knownOn
    {of the accounts}
),
supported as (
    select account_no,
           count(*) filter (where is_open) as open,
           count(*) filter (where opened_at > :from30 and opened_at <= :asOf) as tickets,
           count(*) filter (where escalated_at > :from90 and escalated_at <= :asOf) as escalated,
           bool_or(is_open and escalated_at <= :asOf) as is_escalated,
           sum(sentiment) as sentiment_sum,
           count(sentiment) as sentiments,
           sum(satisfaction) as satisfaction_sum,
           count(satisfaction) as satisfactions
    from ticket
    group by account_no
)
