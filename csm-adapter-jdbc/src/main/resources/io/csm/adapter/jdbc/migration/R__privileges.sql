-- What the application role may do, and nothing more. It reaches partitions through their table only; the history of
-- scores, events and given values can be added to and read, never changed.
grant usage on schema csm, csm_scheduler to "${application_role}";

grant select, insert, update
    on csm.account, csm.scan, csm.terms, csm.contact, csm.subscription, csm.invoice, csm.ticket, csm.touchpoint,
       csm.feed, csm.quarantine, csm.app_user, csm.alert, csm.delivery, csm.qbr,
       csm.opportunity
    to "${application_role}";

grant select, insert
    on csm.signal_value, csm.health_policy, csm.snapshot_layout, csm.health_score, csm.scorecard, csm.event,
       csm.domain_event, csm.model_answer
    to "${application_role}";

-- the outbox is emptied, and what is too old to keep takes its key along
grant select, insert, delete on csm.outbox, csm.event_key to "${application_role}";

-- "for update skip locked" asks for the right to update some column; of this one there is but one value
grant update (kind) on csm.outbox to "${application_role}";

-- deliveries are numbered before they go in
grant usage on sequence csm.delivery_delivery_no_seq to "${application_role}";

grant select, insert, update, delete on csm_scheduler.scheduled_tasks to "${application_role}";
grant select, insert on csm_scheduler.tenant to "${application_role}";

grant execute on function csm.create_partition(text, text, date) to "${application_role}";

grant select, insert, update on csm.chat_thread to "${application_role}";
