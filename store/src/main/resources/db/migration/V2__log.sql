-- The database's side of the transparency log: which change became which leaf.
--
-- An index is given here first, durably; then the leaf is written to the tiles and signed. What was given and is not yet
-- in the tiles after a crash is written again, the same bytes. Only the owner gives indices, in a session that names the
-- scope 'log'; the application role sees where the changes of its collections stand and can alter nothing of it.

create function session_is_log() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('constancia.scope', true), '') = 'log'
$$;

-- Where a change stands in the log is said in log_entry; a row of the outbox is never changed at all.
alter table outbox drop column leaf;
drop trigger guard_outbox on outbox;
drop function guard_outbox();
create trigger guard_outbox before update or delete on outbox for each row execute function refuse_change();

create policy of_the_log on outbox for select to current_user using ((select session_is_log()));
-- The check of the whole record looks into every collection, and has to know which there are.
create policy of_the_log on collection for select to current_user using ((select session_is_log()));

-- One log after the other: a log that lost entries ends, and the next one begins with an entry about the last checkpoint.
create table log (
    number int primary key check (number > 0),
    origin text not null unique,
    begun_at timestamptz not null,
    -- the last signed checkpoint that was seen
    size bigint not null default 0 check (size >= 0),
    checkpoint text
);

create table log_entry (
    log int not null references log (number),
    leaf bigint not null check (leaf >= 0),
    -- null in entry 0 of a log that follows another
    change uuid references outbox (id),
    collection_id uuid references collection (id),
    -- as the leaf has it: blinded
    subject text not null,
    leaf_hash bytea not null check (length(leaf_hash) = 32),
    primary key (log, leaf),
    unique (change, log),
    check ((change is null) = (collection_id is null)),
    check (change is not null or (leaf = 0 and log > 1))
);
create index on log_entry (subject, log, leaf);

create table log_checkpoint (
    log int not null references log (number),
    size bigint not null check (size > 0),
    root bytea not null check (length(root) = 32),
    signed_at timestamptz not null,
    primary key (log, size)
);

-- What has no index yet. A change that commits late is still here when earlier ones have gone, so none is passed over,
-- and no long transaction holds up the others.
create table log_queue (
    number bigint primary key,
    change uuid not null unique
);

-- Blinds subjects and authors in the leaves.
create table log_secret (
    name text primary key,
    key bytea not null check (length(key) = 32)
);

-- As security definer it runs as the owner: the application role cannot write to the queue otherwise.
create function queue_for_log() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into public.log_queue (number, change) values (new.number, new.id);
    return null;
end $$;
create trigger queue_for_log after insert on outbox for each row execute function queue_for_log();

create function guard_log() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.size >= old.size
       and (to_jsonb(new) - 'size' - 'checkpoint') = (to_jsonb(old) - 'size' - 'checkpoint') then
        return new;
    end if;
    raise exception 'a log is never shortened or renamed' using errcode = 'CN001';
end $$;

-- Indices have no gap: the next leaf follows the last one.
create function guard_log_entry() returns trigger language plpgsql as $$
declare
    next_leaf bigint;
begin
    if tg_op <> 'INSERT' then
        raise exception 'rows of log_entry are never changed or deleted' using errcode = 'CN001';
    end if;
    select leaf + 1 into next_leaf from log_entry where log = new.log order by leaf desc limit 1;
    if new.leaf <> coalesce(next_leaf, 0) then
        raise exception 'leaf % of log % would leave a gap or stand twice', new.leaf, new.log using errcode = 'CN003';
    end if;
    return new;
end $$;

create trigger guard_log before update or delete on log for each row execute function guard_log();
create trigger guard_log_entry before insert or update or delete on log_entry for each row execute function guard_log_entry();
create trigger refuse_change before update or delete on log_checkpoint for each row execute function refuse_change();
create trigger refuse_change before update or delete on log_secret for each row execute function refuse_change();

do $$
declare
    each_table text;
begin
    foreach each_table in array array['log', 'log_entry', 'log_checkpoint', 'log_queue', 'log_secret'] loop
        execute format('create trigger refuse_truncate before truncate on %I '
                       'for each statement execute function refuse_change()', each_table);
    end loop;
end $$;

alter table log_entry enable row level security;
alter table log_entry force row level security;
create policy of_the_session on log_entry for select
    using (collection_id = any ((select session_collections())::uuid[]));
create policy of_the_log on log_entry to current_user
    using ((select session_is_log())) with check ((select session_is_log()));
create policy not_in_public on log_entry as restrictive
    using (not (select session_is_public())) with check (not (select session_is_public()));

grant select on log, log_entry, log_checkpoint to constancia;

-- What was recorded before there was a log waits for it. The owner is held by row-level security too.
select set_config('constancia.scope', 'log', true);
insert into log_queue (number, change) select number, id from outbox;
select set_config('constancia.scope', '', true);
