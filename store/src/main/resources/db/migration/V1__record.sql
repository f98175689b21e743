-- The record: statements, what they project to, and the outbox without which nothing is written.
--
-- Two roles: the owner runs this file; the application works as role "constancia", which owns nothing and bypasses nothing.
-- Every content table carries collection_id and is held by row-level security: a session that names no collection sees
-- nothing. A session names its collections with set_config('constancia.collections', '{uuid,...}', true) and narrows itself
-- to what is released with set_config('constancia.scope', 'public', true).

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create text search configuration es_plain (copy = spanish);
alter text search configuration es_plain
    alter mapping for hword, hword_part, word, asciihword, hword_asciipart, asciiword with unaccent, spanish_stem;
create text search configuration en_plain (copy = english);
alter text search configuration en_plain
    alter mapping for hword, hword_part, word, asciihword, hword_asciipart, asciiword with unaccent, english_stem;

create function session_collections() returns uuid[] language sql stable parallel safe as $$
    select coalesce(nullif(current_setting('constancia.collections', true), ''), '{}')::uuid[]
$$;

create function session_is_public() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('constancia.scope', true), '') = 'public'
$$;

-- Accents and case do not count when names are compared by trigrams.
create function plain(text) returns text language sql immutable strict parallel safe as $$
    select lower(public.unaccent('public.unaccent'::regdictionary, $1))
$$;

create table collection (
    id uuid primary key,
    name text not null,
    fictional boolean not null default false
);

-- One row a change, written in the transaction of the change. The log of a later step takes its leaves from here, in the
-- order of number; leaf is the index it gave.
create table outbox (
    id uuid primary key,
    number bigint generated always as identity unique,
    transaction xid8 not null default pg_current_xact_id(),
    collection_id uuid not null references collection (id),
    author text not null,
    changed_at timestamptz not null,
    kind text not null,
    subject text not null,
    -- the change as canonical JSON (RFC 8785), with the values before and after
    content text not null,
    salt bytea not null check (length(salt) = 32),
    leaf bigint unique
);
create index on outbox (transaction);
create index on outbox (subject, number);
create index on outbox (number) where leaf is null;

create table entity (
    id uuid primary key,
    -- the short name by which people call a thing: event 417
    number bigint generated always as identity unique,
    collection_id uuid not null references collection (id),
    kind text not null,
    change uuid not null references outbox (id),
    unique (id, kind)
);

-- A preserved item. The bytes are in the content store under their digest; this row never changes.
create table source (
    id uuid primary key references entity (id),
    -- what people call it: source 12
    number bigint generated always as identity,
    collection_id uuid not null references collection (id),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sha512 text not null check (sha512 ~ '^[0-9a-f]{128}$'),
    length bigint not null check (length >= 0),
    declared_media_type text,
    received_at timestamptz not null,
    change uuid not null references outbox (id),
    unique (collection_id, sha256)
);

-- One time the item came in: the same bytes twice are one source with two captures.
create table capture (
    id uuid primary key,
    collection_id uuid not null references collection (id),
    source uuid not null references source (id),
    captured_at timestamptz not null,
    captured_by text not null,
    origin text not null,
    file_name text,
    change uuid not null references outbox (id)
);
create index on capture (source);

-- What reading the item gave: a text layer with labelled blocks, or the obstacle. Read again, it gets another version.
create table reading (
    source uuid not null references source (id),
    version int not null check (version > 0),
    collection_id uuid not null references collection (id),
    media_type text,
    text text,
    language text,
    title text,
    author text,
    published text,
    blocks jsonb not null default '[]',
    positions jsonb not null default '[]',
    obstacle text,
    detail text,
    read_at timestamptz not null,
    change uuid not null references outbox (id),
    primary key (source, version),
    check ((text is null) = (obstacle is not null))
);

create table passage (
    id uuid primary key,
    collection_id uuid not null references collection (id),
    source uuid not null,
    layer int not null,
    start_at int not null check (start_at >= 0),
    end_at int not null check (end_at > start_at),
    text text not null,
    change uuid not null references outbox (id),
    foreign key (source, layer) references reading (source, version)
);
create unique index on passage (source, layer, start_at, end_at);

-- The atom. Only status moves, and only with a row in the outbox.
create table statement (
    id uuid primary key,
    number bigint generated always as identity unique,
    collection_id uuid not null references collection (id),
    subject uuid not null,
    subject_kind text not null,
    property text not null,
    value text not null,
    target uuid references entity (id),
    basis text not null check (basis in ('observed', 'alleged', 'inferred')),
    attributed_to text,
    passage uuid references passage (id),
    reason text,
    status text not null check (status in ('proposed', 'accepted', 'contested', 'rejected', 'superseded')),
    recorded_by text not null,
    recorded_at timestamptz not null,
    supersedes uuid references statement (id),
    change uuid not null references outbox (id),
    foreign key (subject, subject_kind) references entity (id, kind),
    -- nothing is recorded without a passage, or the reason why there is none
    check (passage is not null or coalesce(length(reason), 0) > 0)
);
create index on statement (subject, property);
create index on statement (target);
create index on statement (passage);

-- Which of several statements is preferred, or that all are kept side by side, and why. Withdrawn, never deleted.
create table resolution (
    id uuid primary key,
    collection_id uuid not null references collection (id),
    subject uuid not null references entity (id),
    property text not null,
    preferred uuid references statement (id),
    reason text not null check (length(reason) > 0),
    resolved_by text not null,
    resolved_at timestamptz not null,
    withdrawn boolean not null default false,
    change uuid not null references outbox (id)
);
create unique index on resolution (subject, property) where not withdrawn;

-- What the machine proposes from a reading. It enters the record only through a person.
create table candidate (
    id uuid primary key,
    collection_id uuid not null references collection (id),
    source uuid not null,
    layer int not null,
    kind text not null,
    start_at int not null,
    end_at int not null,
    text text not null,
    content jsonb not null,
    rules text[] not null default '{}',
    score double precision not null,
    status text not null check (status in ('waiting', 'accepted', 'rejected', 'split')),
    decided_by text,
    decided_at timestamptz,
    decision jsonb,
    split_from uuid references candidate (id),
    -- who changed what is proposed; null while it is as the machine made it
    edited_by text,
    change uuid not null references outbox (id),
    foreign key (source, layer) references reading (source, version)
);
create index on candidate (source, start_at);
create index on candidate (status);

-- What a reader of the public pages sent. It is never published by itself.
create table reply (
    id uuid primary key,
    collection_id uuid not null references collection (id),
    subject uuid not null references entity (id),
    text text not null check (length(text) between 1 and 8000),
    -- what it is for: a correction, the other version, a source
    purpose text check (length(purpose) <= 40),
    contact text check (length(contact) <= 200),
    received_at timestamptz not null,
    status text not null check (status in ('waiting', 'read', 'set_aside')),
    change uuid not null references outbox (id)
);
create index on reply (subject);

-- Projections: what the statements in force come to, one column a property. They can be emptied and rebuilt.

create table bibliography (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    title text,
    publisher text,
    author text,
    published text,
    published_earliest date,
    published_latest date,
    url text,
    language text,
    family text
);

create table event (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    title text,
    summary text,
    date text,
    date_earliest date,
    date_latest date,
    place uuid,
    context text,
    part_of uuid,
    release text
);

create table place (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    name text,
    country text,
    code text,
    precision text,
    latitude double precision,
    longitude double precision
);

create table person (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    name text,
    given_names text,
    surnames text,
    alias text[] not null default '{}',
    sex text,
    birth text,
    birth_earliest date,
    birth_latest date,
    document text,
    occupation text,
    sector text[] not null default '{}',
    organisation text[] not null default '{}',
    release text
);

create table actor_group (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    name text,
    kind text,
    sector text[] not null default '{}',
    parent uuid,
    responsible text,
    size bigint,
    size_bound text,
    release text
);

create table act (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    event uuid,
    victim uuid,
    category text[] not null default '{}',
    date text,
    date_earliest date,
    date_latest date,
    method text,
    description text,
    status_at_end text
);

create table involvement (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    act uuid,
    perpetrator uuid,
    responsible text,
    degree text
);

create table figure (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    event uuid,
    unit text,
    what text,
    number bigint,
    max bigint,
    bound text,
    date text,
    date_earliest date,
    date_latest date,
    place uuid,
    said_by text,
    part_of uuid
);

create table declaration (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    by uuid,
    text text,
    date text,
    date_earliest date,
    date_latest date,
    office text,
    event uuid
);

create table commitment (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    by uuid,
    office text,
    text text,
    contrast text,
    date text,
    date_earliest date,
    date_latest date,
    due text,
    due_earliest date,
    due_latest date,
    criterion text,
    status text,
    event uuid[] not null default '{}',
    release text
);

create table demand (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    by uuid,
    of text,
    text text,
    date text,
    date_earliest date,
    date_latest date,
    answer text,
    event uuid
);

create table proceeding (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    act uuid[] not null default '{}',
    accused uuid,
    jurisdiction text,
    body text,
    radicado text
);

create table step (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    proceeding uuid,
    stage text,
    date text,
    date_earliest date,
    date_latest date,
    body text,
    decision text
);

create table outcome (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    proceeding uuid,
    kind text,
    date text,
    date_earliest date,
    date_latest date,
    sentence text,
    final text
);

create table movement (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    event uuid,
    origin uuid,
    destination uuid,
    persons bigint,
    households bigint,
    bound text,
    date text,
    date_earliest date,
    date_latest date,
    cause text
);

create table position (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    contested text[] not null default '{}',
    person uuid,
    title text,
    organisation text,
    date text,
    date_earliest date,
    date_latest date
);

create index on event (place);
create index on event (part_of);
create index on actor_group (parent);
create index on act (event);
create index on act (victim);
create index on involvement (act);
create index on involvement (perpetrator);
create index on figure (event);
create index on figure (place);
create index on figure (part_of);
create index on declaration (by);
create index on declaration (event);
create index on commitment (by);
create index on commitment using gin (event);
create index on demand (by);
create index on demand (event);
create index on proceeding using gin (act);
create index on proceeding (accused);
create index on step (proceeding);
create index on outcome (proceeding);
create index on movement (event);
create index on movement (origin);
create index on movement (destination);
create index on position (person);

-- Which sources speak of an event, counted over the statements in force about it and its parts.
create table citation (
    event uuid not null references entity (id),
    source uuid not null references source (id),
    collection_id uuid not null references collection (id),
    statements int not null,
    primary key (event, source)
);
create index on citation (source);

-- What search looks through: names by trigrams, words by both languages' stems.
create table search_entry (
    id uuid primary key references entity (id),
    collection_id uuid not null references collection (id),
    kind text not null,
    title text not null,
    names text not null,
    words tsvector not null,
    earliest date
);
create index on search_entry using gin (words);
create index on search_entry using gin (names gin_trgm_ops);

-- Every record table refuses a row whose change has no outbox row in this very transaction.
create function require_change() returns trigger language plpgsql as $$
declare
    brought record;
begin
    if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then
        raise exception 'rows of % are never deleted', tg_table_name using errcode = 'CN001';
    end if;
    select o.transaction, o.collection_id into brought from outbox o where o.id = new.change;
    if not found or brought.transaction <> pg_current_xact_id() or brought.collection_id <> new.collection_id then
        raise exception 'a write to % brings no outbox row', tg_table_name using errcode = 'CN002';
    end if;
    return new;
end $$;

-- A projection may be written only in a transaction that changes the record of the same collection.
create function require_changing_transaction() returns trigger language plpgsql as $$
declare
    written uuid := case when tg_op = 'DELETE' then old.collection_id else new.collection_id end;
begin
    if not exists (select from outbox o where o.transaction = pg_current_xact_id() and o.collection_id = written) then
        raise exception 'a write to % brings no outbox row', tg_table_name using errcode = 'CN002';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'CN001';
end $$;

-- An outbox row is never changed but for the index the log gives it, once.
create function guard_outbox() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.leaf is null
       and (to_jsonb(new) - 'leaf') = (to_jsonb(old) - 'leaf') then
        return new;
    end if;
    raise exception 'rows of the outbox are never changed or deleted' using errcode = 'CN001';
end $$;

-- A statement keeps its words; only where it stands may move.
create function guard_statement() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - 'status' - 'change') <> (to_jsonb(old) - 'status' - 'change') then
        raise exception 'a statement is superseded, never edited' using errcode = 'CN001';
    end if;
    return new;
end $$;

create trigger guard_outbox before update or delete on outbox for each row execute function guard_outbox();
create trigger guard_outbox_whole before truncate on outbox for each statement execute function refuse_change();
create trigger guard_statement before update on statement for each row execute function guard_statement();

do $$
declare
    record_tables text[] := array['entity', 'source', 'capture', 'reading', 'passage', 'statement', 'resolution', 'candidate', 'reply'];
    fixed_tables text[] := array['entity', 'source', 'capture', 'reading', 'passage'];
    projections text[] := array['bibliography', 'event', 'place', 'person', 'actor_group', 'act', 'involvement', 'figure', 'declaration', 'commitment', 'demand', 'proceeding', 'step', 'outcome', 'movement', 'position', 'citation', 'search_entry'];
    each_table text;
begin
    foreach each_table in array record_tables loop
        execute format('create trigger require_change before insert or update or delete on %I '
                       'for each row execute function require_change()', each_table);
        execute format('create trigger require_change_whole before truncate on %I '
                       'for each statement execute function refuse_change()', each_table);
        execute format('grant select, insert on %I to constancia', each_table);
    end loop;
    foreach each_table in array fixed_tables loop
        execute format('create trigger refuse_change before update on %I '
                       'for each row execute function refuse_change()', each_table);
    end loop;
    foreach each_table in array projections loop
        execute format('create trigger require_changing_transaction before insert or update or delete on %I '
                       'for each row execute function require_changing_transaction()', each_table);
        execute format('grant select, insert, update, delete on %I to constancia', each_table);
    end loop;
    foreach each_table in array array['outbox'] || record_tables || projections loop
        execute format('alter table %I enable row level security', each_table);
        execute format('alter table %I force row level security', each_table);
        execute format('create policy of_the_session on %I '
                       'using (collection_id = any ((select session_collections())::uuid[])) '
                       'with check (collection_id = any ((select session_collections())::uuid[]))', each_table);
    end loop;
    -- In public scope a table shows nothing unless a policy below says what is released.
    foreach each_table in array array['source', 'capture', 'reading', 'passage', 'statement', 'resolution', 'candidate',
                                      'demand', 'position', 'search_entry'] loop
        execute format('create policy not_in_public on %I as restrictive '
                       'using (not (select session_is_public())) with check (not (select session_is_public()))', each_table);
    end loop;
end $$;

grant select, insert on outbox to constancia;
grant update (leaf) on outbox to constancia;
grant update (status, change) on statement to constancia;
grant update (withdrawn, change) on resolution to constancia;
grant update (text, content, edited_by, rules, score, status, decided_by, decided_at, decision, change) on candidate to constancia;
grant update (status, change) on reply to constancia;
grant select on collection to constancia;

alter table collection enable row level security;
alter table collection force row level security;
create policy of_the_session on collection using (id = any ((select session_collections())::uuid[]));

create policy own_transaction on outbox as restrictive
    using (not (select session_is_public()) or transaction = pg_current_xact_id());
create policy sent_only on reply as restrictive for select
    using (not (select session_is_public()));
create policy sent_only_update on reply as restrictive for update
    using (not (select session_is_public()));
create policy no_new_entity on entity as restrictive for insert
    with check (not (select session_is_public()));

create policy released on event as restrictive
    using (not (select session_is_public()) or release = 'public');
create policy released on person as restrictive
    using (not (select session_is_public()) or release = 'public');
create policy released on actor_group as restrictive
    using (not (select session_is_public()) or release = 'public');
create policy released on commitment as restrictive
    using (not (select session_is_public()) or release = 'public');
create policy released on act as restrictive
    using (not (select session_is_public()) or exists (select from event e where e.id = act.event));
create policy released on involvement as restrictive
    using (not (select session_is_public()) or exists (select from act a where a.id = involvement.act));
create policy released on figure as restrictive
    using (not (select session_is_public()) or exists (select from event e where e.id = figure.event));
create policy released on declaration as restrictive
    using (not (select session_is_public()) or exists (select from event e where e.id = declaration.event));
create policy released on proceeding as restrictive
    using (not (select session_is_public()) or exists (select from act a where a.id = any (proceeding.act)));
create policy released on step as restrictive
    using (not (select session_is_public()) or exists (select from proceeding p where p.id = step.proceeding));
create policy released on outcome as restrictive
    using (not (select session_is_public()) or exists (select from proceeding p where p.id = outcome.proceeding));
create policy released on movement as restrictive
    using (not (select session_is_public()) or exists (select from event e where e.id = movement.event));
create policy released on citation as restrictive
    using (not (select session_is_public()) or exists (select from event e where e.id = citation.event));
create policy released on bibliography as restrictive
    using (not (select session_is_public()) or exists (select from citation c where c.source = bibliography.id));
create policy released on place as restrictive
    using (not (select session_is_public())
           or exists (select from event e where e.place = place.id)
           or exists (select from figure f where f.place = place.id)
           or exists (select from movement m where place.id in (m.origin, m.destination)));
