-- Erasure of a source that must not be kept. Nothing else of the record is ever deleted.
--
-- What the source says goes: its text, its passages, what was proposed from it, the statements out of force that rested on
-- it, how it came in. What stays is the source's row with its digests, why, when and by whom it was erased, and every entry
-- of the log: of each erased change the commitment is kept, so that the log verifies, and the content and the salt are gone,
-- so that nobody can guess what it was.

create table erasure (
    source uuid primary key references source (id),
    collection_id uuid not null references collection (id),
    reason text not null check (length(reason) between 1 and 2000),
    erased_by text not null,
    erased_at timestamptz not null,
    change uuid not null unique references outbox (id)
);

alter table outbox
    add column commitment bytea check (length(commitment) = 32),
    add column erased_by uuid references outbox (id),
    add check ((commitment is null) = (erased_by is null));
create index on outbox (erased_by) where erased_by is not null;

-- Only the function below writes to the table, so a row of this transaction means that it is at work.
create function is_erasing() returns boolean language sql stable as $$
    select exists (select from public.erasure e join public.outbox o on o.id = e.change
                   where o.transaction = pg_current_xact_id())
$$;

create function guard_outbox() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.erased_by is null and new.erased_by is not null and is_erasing()
       and new.commitment = sha256(old.salt || convert_to(old.content, 'UTF8'))
       and (to_jsonb(new) - 'content' - 'salt' - 'commitment' - 'erased_by')
           = (to_jsonb(old) - 'content' - 'salt' - 'commitment' - 'erased_by') then
        return new;
    end if;
    raise exception 'rows of the outbox are never changed or deleted' using errcode = 'CN001';
end $$;
drop trigger guard_outbox on outbox;
create trigger guard_outbox before update or delete on outbox for each row execute function guard_outbox();

create or replace function require_change() returns trigger language plpgsql as $$
declare
    brought record;
begin
    if tg_op = 'DELETE' and is_erasing() and tg_table_name not in ('entity', 'source', 'erasure', 'reply') then
        return old;
    end if;
    if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then
        raise exception 'rows of % are never deleted', tg_table_name using errcode = 'CN001';
    end if;
    select o.transaction, o.collection_id into brought from outbox o where o.id = new.change;
    if not found or brought.transaction <> pg_current_xact_id() or brought.collection_id <> new.collection_id then
        raise exception 'a write to % brings no outbox row', tg_table_name using errcode = 'CN002';
    end if;
    return new;
end $$;

-- The statements that rest on a source or are about it, and those that took the place of such a one: the change that
-- recorded a replacement tells what it replaced.
create index on statement (supersedes);
create function statements_resting_on(erased uuid) returns table (id uuid) language sql stable as $$
    with recursive resting (id) as (
        select s.id from statement s left join passage p on p.id = s.passage
        where s.subject = erased or p.source = erased
        union
        select later.id from statement later join resting r on later.supersedes = r.id)
    select resting.id from resting
$$;

-- A reading that was under way while its source was erased must not bring the text back. As a trigger after the foreign keys
-- it looks when an erasure it had to wait for is done.
create function refuse_erased() returns trigger language plpgsql as $$
begin
    if exists (select from erasure e where e.source = (to_jsonb(new) ->> tg_argv[0])::uuid) then
        raise exception 'the source was erased' using errcode = 'CN005';
    end if;
    return null;
end $$;

do $$
declare
    each_table text;
begin
    foreach each_table in array array['capture', 'reading', 'embedded_metadata', 'fingerprint', 'derivation'] loop
        execute format('create trigger refuse_erased after insert on %I '
                       'for each row execute function refuse_erased(''source'')', each_table);
    end loop;
    foreach each_table in array array['unpacking', 'derivation'] loop
        execute format('create trigger refuse_erased_container after insert on %I '
                       'for each row execute function refuse_erased(''container'')', each_table);
    end loop;
end $$;

-- Erases what the record says of a source; the caller has looked that nothing in force rests on it, and removes the bytes
-- afterwards. As security definer it runs as the owner, who is held by row-level security to the collections of the session.
--
-- @return how many changes were closed for ever
create function erase_source(erased uuid, why text, brought uuid) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    gone uuid[];
    closed bigint;
begin
    perform from source where id = erased for update;
    insert into erasure (source, collection_id, reason, erased_by, erased_at, change)
        select erased, o.collection_id, why, o.author, o.changed_at, o.id
        from outbox o join source s on s.id = erased and s.collection_id = o.collection_id
        where o.id = brought and o.kind = 'source.erased' and o.subject = 'source:' || erased
              and o.transaction = pg_current_xact_id();
    if not found then
        raise exception 'an erasure of % brings no outbox row', erased using errcode = 'CN002';
    end if;

    select coalesce(array_agg(r.id), '{}') into gone from statements_resting_on(erased) r;
    if exists (select from statement s where s.id = any (gone) and s.subject <> erased
                                             and s.status not in ('rejected', 'superseded')) then
        raise exception 'statements in force rest on %', erased using errcode = 'CN006';
    end if;

    update outbox o
        set commitment = sha256(o.salt || convert_to(o.content, 'UTF8')),
            content = '{}', salt = decode(repeat('00', 32), 'hex'), erased_by = brought
        where o.erased_by is null and o.id <> brought
              and (o.subject = 'source:' || erased
                       and o.kind not in ('entity.created', 'source.preserved', 'source.erased')
                   or o.subject in (select 'candidate:' || c.id from candidate c where c.source = erased)
                   or o.subject in (select distinct s.subject_kind || ':' || s.subject from statement s where s.id = any (gone))
                       and (coalesce(o.content::jsonb ->> 'statement', o.content::jsonb ->> 'preferred'))::uuid = any (gone));
    get diagnostics closed = row_count;

    delete from resolution where subject = erased or preferred = any (gone);
    delete from statement where id = any (gone);
    update candidate set split_from = null, change = brought where source = erased and split_from is not null;
    delete from candidate where source = erased;
    delete from passage where source = erased;
    delete from fingerprint_band where source = erased;
    delete from fingerprint where source = erased;
    delete from likeness where one = erased or other = erased;
    delete from embedded_metadata where source = erased;
    delete from web_capture w using derivation d
        where w.container = d.container and w.place = d.place and erased in (d.source, d.container);
    delete from derivation where erased in (source, container);
    delete from unpacking where container = erased;
    delete from reading where source = erased;
    delete from capture where source = erased;
    return closed;
end $$;
revoke all on function erase_source(uuid, text, uuid) from public;
grant execute on function erase_source(uuid, text, uuid) to constancia;

create trigger require_change before insert or update or delete on erasure
    for each row execute function require_change();
create trigger require_change_whole before truncate on erasure
    for each statement execute function refuse_change();
create trigger refuse_change before update on erasure for each row execute function refuse_change();
grant select on erasure to constancia;
alter table erasure enable row level security;
alter table erasure force row level security;
create policy of_the_session on erasure
    using (collection_id = any ((select session_collections())::uuid[]))
    with check (collection_id = any ((select session_collections())::uuid[]));
create policy not_in_public on erasure as restrictive
    using (not (select session_is_public())) with check (not (select session_is_public()));
create policy of_the_archive on erasure for select to current_user using ((select session_is_archive()));
