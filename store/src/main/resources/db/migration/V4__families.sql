-- Near-duplicates: by what a text is compared, and which texts were found alike. Which sources are one family is stated like
-- everything else, as the property source.family of each; here stands what the proposal rests on.

-- The MinHash signature of a text layer. The same text gives the same one in every version of Constancia.
create table fingerprint (
    source uuid not null,
    layer int not null,
    collection_id uuid not null references collection (id),
    signature bytea not null,
    change uuid not null references outbox (id),
    primary key (source, layer),
    foreign key (source, layer) references reading (source, version)
);

-- Texts that share a band are worth comparing. Equality of bigint is leakproof, so the index serves under row-level security.
create table fingerprint_band (
    collection_id uuid not null references collection (id),
    band bigint not null,
    source uuid not null references source (id),
    change uuid not null references outbox (id),
    primary key (collection_id, band, source)
);

-- Two sources that carry the same story, found when the later one was read.
create table likeness (
    one uuid not null references source (id),
    other uuid not null references source (id),
    collection_id uuid not null references collection (id),
    containment double precision not null check (containment between 0 and 1),
    coverage double precision not null check (coverage between 0 and 1),
    shares_lead boolean not null,
    change uuid not null references outbox (id),
    primary key (one, other),
    check (one <> other)
);
create index on likeness (other);

create index on bibliography (family) where family is not null;
-- Proposals of the same words in the copies of one story; passages have no longest length, so not a tree.
create index on candidate using hash (text);

do $$
declare
    each_table text;
begin
    foreach each_table in array array['fingerprint', 'fingerprint_band', 'likeness'] loop
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
