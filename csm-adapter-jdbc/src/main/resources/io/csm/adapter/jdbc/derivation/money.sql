-- Money: what the account's own record says, its subscriptions other than trials, and what it has not paid.
term as (
    select account_no, plan_features, seats_bought, arr, renews_on, stage
    from csm.terms
    where tenant_id = :tenant
    and known_from <= :knownOn
    and known_until > :knownOn
    {of the accounts}
),
subscription as (
    select account_no,
           seats,
           arr,
           arr_currency,
           starts_on <= :day::date and (ends_on is null or ends_on >= :day::date) as runs,
           starts_on <= :day::date - 365 and (ends_on is null or ends_on >= :day::date - 365) as ran,
           coalesce(renews_on, ends_on) as ends_or_renews_on,
           case when term = 'annual' then starts_on end as repeats_from,
           greatest(1, extract(year from :day::date)::int - extract(year from starts_on)::int) as years
    from csm.subscription
    where tenant_id = :tenant
    and not trial
    and known_from <= :knownOn
    and known_until > :knownOn
    {of the accounts}
),
-- An annual one renews on the first anniversary that is not past; what began on 29 February renews on the 28th between.
renewing as (
    select account_no, seats, arr, arr_currency, runs, ran,
           coalesce(
               ends_or_renews_on,
               case when (repeats_from + make_interval(years => years))::date >= :day::date
                   then (repeats_from + make_interval(years => years))::date
                   else (repeats_from + make_interval(years => years + 1))::date
               end) as renews_on
    from subscription
    where runs
    or ran
),
subscribed as (
    select account_no,
           count(*) filter (where runs) as running,
           sum(seats) filter (where runs) as seats,
           min(renews_on) filter (where runs) as renews_on,
           sum(arr) filter (where runs) as arr,
           sum(arr) filter (where ran) as arr_before,
           min(arr_currency) filter (where runs) = max(arr_currency) filter (where runs) as is_one_currency,
           min(arr_currency) = max(arr_currency) as is_one_currency_ever
    from renewing
    group by account_no
),
unpaid as (
    select account_no, :day::date - min(due_on) as days
    from csm.invoice
    where tenant_id = :tenant
    and issued_on <= :day::date
    and (paid_on is null or paid_on > :day::date)
    and known_from <= :knownOn
    and known_until > :knownOn
    {of the accounts}
    group by account_no
)
