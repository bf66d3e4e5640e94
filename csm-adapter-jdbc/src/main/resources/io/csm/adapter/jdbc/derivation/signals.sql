-- All that was counted, by account; and then the signals, as the derivations define them.
listed as (
    select account_no, account_id, status, churned_on
    from csm.account
    where tenant_id = :tenant
    {of the accounts}
),
portfolio as (
    select account_no,
           account_id,
           case when churned_on is not null then churned_on > :day::date else status <> 'churned' or coalesce(running, 0) > 0
           end as is_customer,
           active_at, mailed_at, webinar_at, touched_at, nps_at, rag_at,
           term.plan_features,
           coalesce(features.used, 0) as features,
           coalesce(happened.used, 0) as used,
           coalesce(used_before, 0) as used_before,
           coalesce(active_days, 0) as active_days,
           coalesce(used_days, 0) as used_days,
           last_day, median_gap,
           coalesce(active_30, 0) as people,
           coalesce(active_90, 0) as people_90,
           coalesce(term.seats_bought, subscribed.seats) as seats,
           talked_at,
           coalesce(touchpoints, 0) as touchpoints,
           coalesce(talks_with_stakeholders, 0) as talks_with_stakeholders,
           coalesce(outreach, 0) as outreach,
           coalesce(outreach_answered, 0) as outreach_answered,
           are_there as champions_are_there,
           coalesce(with_champion, false) as with_champion,
           coalesce(with_sponsor, false) as with_sponsor,
           nps, rag,
           coalesce(emails_sent, 0) as emails_sent,
           coalesce(emails_opened, 0) as emails_opened,
           coalesce(webinars, 0) as webinars,
           coalesce(unpaid.days, 0) as days_overdue,
           coalesce(term.renews_on, subscribed.renews_on) as renews_on,
           coalesce(term.arr, case when is_one_currency then subscribed.arr end) as contract_value,
           case when is_one_currency_ever and arr_before <> 0 then
               greatest(-1, least(100,
                   (coalesce(subscribed.arr, 0) - arr_before)::double precision / arr_before::double precision))
           end as growth,
           coalesce(supported.open, 0) as open_tickets,
           coalesce(tickets, 0) as tickets,
           coalesce(escalated, 0) + coalesce(escalations, 0) as escalations,
           coalesce(is_escalated, false) as is_escalated,
           sentiment_sum,
           coalesce(sentiments, 0) as sentiments,
           coalesce(csat_sum, 0) + coalesce(satisfaction_sum, 0) as satisfaction_sum,
           coalesce(csat_answers, 0) + coalesce(satisfactions, 0) as satisfactions,
           term.stage
    from listed
    left join happened using (account_no)
    left join rhythm using (account_no)
    left join people using (account_no)
    left join features using (account_no)
    left join answered using (account_no)
    left join champions using (account_no)
    left join talked using (account_no)
    left join term using (account_no)
    left join subscribed using (account_no)
    left join unpaid using (account_no)
    left join supported using (account_no)
)
select account_id, is_customer, active_at, mailed_at, webinar_at, touched_at, nps_at, rag_at,
       case when :usage and plan_features > 0
            then least(1, features::double precision / plan_features) end as feature_adoption_rate,
       case when not :usage then null
            when used = 0 then 'inactive'
            when used_before = 0 then 'growing'
            when 10 * used >= 11 * used_before then 'growing'
            when 4 * used <= 3 * used_before then 'declining'
            else 'stable' end as usage_trend,
       case when not :login then null
            when active_days = 0 then 90
            when active_days = 1 then :day::date - last_day
            else floor(median_gap + 0.5) end as login_frequency_days,
       case when :touchpoint then :day::date - (talked_at at time zone 'UTC')::date end as days_since_last_interaction,
       case when not (:touchpoint and :stakeholder) then null
            when talks_with_stakeholders >= 6 then 'high'
            when talks_with_stakeholders >= 2 then 'medium'
            else 'low' end as stakeholder_engagement,
       nps as nps_score,
       case when not :invoice then null
            when days_overdue <= 0 then 'current'
            when days_overdue <= 30 then 'overdue_30'
            when days_overdue <= 60 then 'overdue_60'
            else 'overdue_90_plus' end as invoice_payment_status,
       renews_on - :day::date as days_to_renewal,
       case when :person and seats > 0 then least(2, people::double precision / seats) end as seats_utilization_rate,
       case when :ticket then open_tickets end as open_ticket_count,
       case when not :ticket or sentiments = 0 then null
            when sentiment_sum >= 25 * sentiments then 'positive'
            when sentiment_sum >= -25 * sentiments then 'neutral'
            when sentiment_sum >= -75 * sentiments then 'negative'
            else 'critical' end as avg_ticket_sentiment,
       case when :ticket or :escalation then escalations end as escalation_count_90_days,
       rag as tam_health_rag,
       case when not :person then null
            when people_90 = 0 then 0
            else people::double precision / people_90 end as active_user_rate,
       case when :touchpoint then touchpoints end as touchpoints_30_days,
       case when :email_sent and emails_sent > 0
            then least(1, emails_opened::double precision / emails_sent) end as email_open_rate,
       case when :webinar then webinars end as webinars_attended_90_days,
       case when not :stakeholder or champions_are_there is null then null
            when not champions_are_there then 'left'
            when not :touchpoint or with_champion then 'active'
            else 'at_risk' end as champion_status,
       case when not (:sponsor and :touchpoint) then null
            when with_sponsor then 'yes'
            else 'no' end as executive_access,
       case when :subscription then growth end as arr_growth_rate,
       case when contract_value >= 100000 then 'enterprise'
            when contract_value >= 25000 then 'mid_market'
            when contract_value is not null then 'small' end as contract_value_band,
       case when :ticket then tickets end as tickets_30_days,
       case when satisfactions > 0
            then satisfaction_sum::double precision / satisfactions end as csat_average,
       case when not :ticket then null
            when is_escalated then 'yes'
            else 'no' end as open_escalation,
       case when :usage and plan_features > 0
            then least(1, features::double precision / plan_features) end as feature_breadth,
       case when not :usage then null
            when used_days >= 15 then 'power'
            when used_days >= 8 then 'regular'
            when used_days >= 3 then 'light'
            else 'minimal' end as usage_depth,
       case when not :touchpoint or outreach = 0 then null
            when outreach_answered = 0 then 'none'
            when 3 * outreach_answered < outreach then 'rare'
            when 3 * outreach_answered < 2 * outreach then 'slow'
            else 'responsive' end as outreach_response,
       case when not :subscription or growth is null then null
            when growth >= 0.05 then 'expanding'
            when growth <= -0.05 then 'contracting'
            else 'stable' end as growth_status,
       case when :usage then least(1, used_days::double precision / 30) end as usage_frequency,
       case when not :usage then null
            when used_days = 0 then 0
            else least(1, used::double precision / (10 * used_days)) end as usage_depth_rate,
       case when stage in ('onboarding', 'adoption', 'maturity', 'renewal') then stage end as lifecycle_stage
from portfolio
order by account_id
