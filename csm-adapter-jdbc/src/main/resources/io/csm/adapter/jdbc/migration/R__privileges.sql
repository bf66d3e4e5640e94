-- What the application role may do, and nothing more. It reaches partitions through their table only; history can be
-- added to and read, never changed.
grant usage on schema csm to "${application_role}";

grant select, insert, update on csm.account, csm.scan to "${application_role}";

grant select, insert
    on csm.signal_value, csm.health_policy, csm.snapshot_layout, csm.health_score, csm.scorecard
    to "${application_role}";

grant execute on function csm.create_health_score_month(date) to "${application_role}";
