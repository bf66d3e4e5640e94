-- What would let one tenant see another's rows, or the application more than it needs; each row is a violation.
with tab as (
    select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, a.attnum as tenant, a.attnotnull
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relnamespace = 'csm'::regnamespace and c.relkind in ('r', 'p')),
app as (
    select oid, rolsuper, rolbypassrls from pg_roles where rolname = 'csm_app')
select relname || ': tenant_id is not its first column'
from tab where tenant is distinct from 1 or not attnotnull
union all
select relname || ': row-level security is not forced' from tab where not relrowsecurity or not relforcerowsecurity
union all
select relname || ': not exactly one policy, for everything and everybody'
from tab
where (select count(*) from pg_policy p where p.polrelid = tab.oid) <> 1
or not exists (
    select from pg_policy p
    where p.polrelid = tab.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}' and p.polwithcheck is null
    and pg_get_expr(p.polqual, p.polrelid)
        = '(tenant_id = NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))')
union all
select relname || ': tenant_id does not lead a primary or unique key'
from tab join pg_index i on i.indrelid = tab.oid where i.indisunique and i.indkey[0] <> tenant
union all
select tab.relname || ': tenant_id does not lead a foreign key'
from tab join pg_constraint f on f.conrelid = tab.oid and f.contype = 'f' join tab target on target.oid = f.confrelid
where f.conkey[1] <> tab.tenant or f.confkey[1] <> target.tenant
union all
select relname || ': has no primary key'
from tab where not exists (select from pg_index i where i.indrelid = tab.oid and i.indisprimary)
union all
select 'the application owns ' || relname from pg_class join app on relowner = app.oid
where relnamespace::regnamespace::text !~ '^pg_t'
union all
select 'the application bypasses row-level security' from app where rolsuper or rolbypassrls
union all
select 'the application may ' || p || ' ' || relname
from tab, app, unnest(array['truncate', 'references', 'trigger']) p
where has_table_privilege(app.oid, tab.oid, p)
union all
select 'the application may delete ' || relname
from tab, app where has_table_privilege(app.oid, tab.oid, 'delete') and relname not in ('outbox', 'event_key')
union all
select 'the application may update ' || relname
from tab, app where has_table_privilege(app.oid, tab.oid, 'update') 
and relname not in (
    'account', 'alert', 'app_user', 'chat_thread', 'contact', 'delivery', 'feed', 'invoice', 'opportunity', 'qbr',
    'quarantine', 'scan', 'subscription', 'terms', 'ticket', 'touchpoint')
union all
select 'the application may update ' || attname || ' of ' || relname
from tab join pg_attribute on attrelid = tab.oid and attnum > 0, app
where not has_table_privilege(app.oid, tab.oid, 'update') and has_column_privilege(app.oid, tab.oid, attnum, 'update')
and (relname, attname) <> ('outbox', 'kind')
union all
select 'the application reaches the partition ' || relname
from tab, app where relispartition and has_table_privilege(app.oid, tab.oid, 'select, insert')
union all
select 'everybody may run ' || p.proname
from pg_proc p
where p.pronamespace = 'csm'::regnamespace
and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0)
union all
select p.proname || ' runs as its owner without a search_path of its own'
from pg_proc p
where p.pronamespace = 'csm'::regnamespace and p.prosecdef
and not exists (select from unnest(p.proconfig) setting where setting = 'search_path=pg_catalog, pg_temp')
order by 1
