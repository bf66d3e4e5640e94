-- What a scan knows: nothing that was received later. The scans so far knew what was known when they started. The owner
-- is bound to one tenant as well, and these are the rows of all.
alter table csm.scan add column known_on timestamptz;
alter table csm.scan no force row level security;
update csm.scan set known_on = started_at;
alter table csm.scan force row level security;
alter table csm.scan alter column known_on set not null;
