create schema csm;

-- The one place that says how tenants are kept apart: every table and every partition is handed to this function.
-- The owner is bound as well; a transaction without a tenant sees nothing and writes nothing.
create function csm.isolate_tenants(of_table regclass) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as
$$
begin
    execute format('alter table %s enable row level security', of_table);
    execute format('alter table %s force row level security', of_table);
    execute format('create policy one_tenant on %s using (tenant_id = nullif(current_setting(%L, true), %L))',
                   of_table, 'app.tenant_id', '');
end
$$;

revoke all on function csm.isolate_tenants(regclass) from public;
