-- What came out of containers (web archives, ZIP files, messages), and what photos and videos say of themselves.

-- A source that was inside another one. The same bytes in two places are one source with two derivations.
create table derivation (
    container uuid not null references source (id),
    -- which part of the container: the id of a record, a number
    place text not null,
    source uuid not null references source (id),
    -- what the container calls it
    name text,
    collection_id uuid not null references collection (id),
    change uuid not null references outbox (id),
    primary key (container, place)
);
create index on derivation (source);

-- A part that is a page: when it was captured and where, as the record in the web archive tells it.
create table web_capture (
    container uuid not null,
    place text not null,
    target text not null,
    captured_at timestamptz not null,
    status int not null,
    headers jsonb not null,
    -- whether the bytes have the digest that their record states
    digest text not null check (digest in ('holds', 'differs', 'none')),
    collection_id uuid not null references collection (id),
    change uuid not null references outbox (id),
    primary key (container, place),
    foreign key (container, place) references derivation (container, place)
);

-- What taking a container apart gave.
create table unpacking (
    container uuid not null references source (id),
    version int not null check (version > 0),
    kind text not null check (kind in ('warc', 'wacz', 'zip', 'message')),
    parts int not null check (parts >= 0),
    -- files that stay in the container only
    kept int not null check (kept >= 0),
    remarks text[] not null default '{}',
    unpacked_at timestamptz not null,
    collection_id uuid not null references collection (id),
    change uuid not null references outbox (id),
    primary key (container, version)
);

-- What is embedded in a photo, video or recording: claims of the file. A position can endanger people; no policy below
-- shows any of this in public scope.
create table embedded_metadata (
    source uuid not null references source (id),
    version int not null check (version > 0),
    tool text not null,
    taken text,
    camera text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    c2pa boolean not null default false,
    directories jsonb,
    -- why there is nothing
    reason text,
    read_at timestamptz not null,
    collection_id uuid not null references collection (id),
    change uuid not null references outbox (id),
    primary key (source, version),
    check ((directories is null) = (reason is not null)),
    check ((latitude is null) = (longitude is null))
);

do $$
declare
    each_table text;
begin
    foreach each_table in array array['derivation', 'web_capture', 'unpacking', 'embedded_metadata'] loop
        execute format('create trigger require_change before insert or update or delete on %I '
                       'for each row execute function require_change()', each_table);
        execute format('create trigger require_change_whole before truncate on %I '
                       'for each statement execute function refuse_change()', each_table);
        execute format('create trigger refuse_change before update on %I '
                       'for each row execute function refuse_change()', each_table);
        execute format('grant select, insert on %I to constancia', each_table);
        execute format('alter table %I enable row level security', each_table);
        execute format('alter table %I force row level security', each_table);
        execute format('create policy of_the_session on %I '
                       'using (collection_id = any ((select session_collections())::uuid[])) '
                       'with check (collection_id = any ((select session_collections())::uuid[]))', each_table);
        execute format('create policy not_in_public on %I as restrictive '
                       'using (not (select session_is_public())) with check (not (select session_is_public()))', each_table);
    end loop;
end $$;
