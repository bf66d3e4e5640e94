-- What keeps a schema from being sharded by tenant_id on a distributed PostgreSQL; each row is a violation.
-- The name of the schema stands for :schema.
with tab as (
    select c.oid, c.relname, c.relkind, c.relispartition, a.attnum as tenant, a.attnotnull, a.attgenerated, a.atttypid
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = ':schema'::regnamespace and c.relkind in ('r', 'p'))
select relname || ' has no tenant_id' from tab where tenant is null
union all
select relname || ': tenant_id may be null or is generated' from tab where not attnotnull or attgenerated <> ''
union all
select relname || ': tenant_id is no text' from tab where atttypid <> 'text'::regtype
union all
select relname || ': tenant_id has a collation that is not deterministic'
from tab join pg_attribute a on a.attrelid = tab.oid and a.attnum = tenant join pg_collation l on l.oid = a.attcollation
where not l.collisdeterministic
union all
select relname || ': a unique or exclusion index without tenant_id'
from tab join pg_index i on i.indrelid = tab.oid
where (i.indisunique or i.indisexclusion) and not tenant = any (i.indkey::int2[])
union all
select tab.relname || ': a foreign key without tenant_id at the same place'
from tab
join pg_constraint f on f.conrelid = tab.oid and f.contype = 'f'
left join tab target on target.oid = f.confrelid
where not exists (
    select from unnest(f.conkey, f.confkey) pair (ours, theirs) where ours = tab.tenant and theirs = target.tenant)
union all
select relname || ': a foreign key that would change tenant_id'
from tab join pg_constraint f on f.conrelid = tab.oid and f.contype = 'f'
where f.confdeltype in ('n', 'd') or f.confupdtype in ('c', 'n', 'd')
union all
select relname || ': a trigger' from tab join pg_trigger t on t.tgrelid = tab.oid and not t.tgisinternal
union all
select relname || ': a rewrite rule' from tab join pg_rewrite r on r.ev_class = tab.oid
union all
select relname || ': partitions in partitions' from tab where relkind = 'p' and relispartition
union all
select relname || ': inheritance' from tab join pg_inherits h on h.inhrelid = tab.oid where not relispartition
union all
select relname || ': a sequence that is no bigint'
from tab
join pg_depend d on d.refobjid = tab.oid and d.deptype in ('a', 'i')
join pg_sequence s on s.seqrelid = d.objid
where s.seqtypid <> 'bigint'::regtype
order by 1
