-- An archive holds every collection. Who sees the rows of a collection is decided by naming it; the list of collections itself
-- is shown to the owner of the tables only, who could change these policies anyway, and only to a session that says it archives.
create policy of_the_archive on collection for select to current_user
    using (coalesce(current_setting('constancia.scope', true), '') = 'archive');
