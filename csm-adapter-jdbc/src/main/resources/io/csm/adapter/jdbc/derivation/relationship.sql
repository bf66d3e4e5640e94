-- Relationship: touchpoints of all the past, each with the champion or sponsor that it was with.
stakeholder as (
    select account_no,
           fact_id as contact_id,
           bool_or(role = 'champion') as is_champion,
           bool_or(role = 'champion' and (left_on is null or left_on > :day::date)) as is_champion_there,
           bool_or(role = 'executive_sponsor' and (left_on is null or left_on > :day::date)) as is_sponsor_there
    from csm.contact
    where tenant_id = :tenant
    and role in ('champion', 'executive_sponsor')
    and known_from <= :knownOn
    and known_until > :knownOn
    {of the accounts}
    group by account_no, fact_id
),
champions as (
    select account_no, bool_or(is_champion_there) as are_there
    from stakeholder
    where is_champion
    group by account_no
),
conversation as (
    select account_no,
           contact_id,
           occurred_at,
           direction = 'two_way' as is_two_way,
           direction = 'outbound' and occurred_at > :from90 as is_outreach,
           coalesce(answered_at <= :asOf, false) as is_answered,
           direction = 'two_way' and occurred_at > :from90 as is_recent_talk
    from csm.touchpoint
    where tenant_id = :tenant
    and occurred_at <= :asOf
    and known_from <= :knownOn
    and known_until > :knownOn
    {of the accounts}
),
talked as (
    select account_no,
           max(occurred_at) as touched_at,
           max(occurred_at) filter (where is_two_way) as talked_at,
           count(*) filter (where occurred_at > :from30) as touchpoints,
           count(*) filter (where is_outreach) as outreach,
           count(*) filter (where is_outreach and is_answered) as outreach_answered,
           count(is_champion) filter (where is_recent_talk) as talks_with_stakeholders,
           bool_or(is_recent_talk and is_champion_there) as with_champion,
           bool_or(is_recent_talk and is_sponsor_there) as with_sponsor
    from conversation
    left join stakeholder using (account_no, contact_id)
    group by account_no
)
