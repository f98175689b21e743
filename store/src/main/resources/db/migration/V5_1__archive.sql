-- An archive holds every row of every collection. They are shown to the owner of the tables only, who could change the policies
-- anyway, and only in a session that says it archives. A table made later needs this policy too; a backup refuses to leave one
-- out unseen.
create function session_is_archive() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('constancia.scope', true), '') = 'archive'
$$;

do $$
declare
    each_table text;
begin
    for each_table in
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
    loop
        execute format('create policy of_the_archive on %I for select to current_user '
                       'using ((select session_is_archive()))', each_table);
    end loop;
end $$;
