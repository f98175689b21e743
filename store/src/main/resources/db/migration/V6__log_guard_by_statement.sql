-- A batch of indices is checked once, by looking up its neighbour. Asking for the last index before each row made PostgreSQL
-- sort the whole log for every entry as long as it had no statistics of the table.
--
-- Indices have no gap: a batch is contiguous and follows an index that was given, or begins the log. That none is given
-- twice is the primary key's part.
create function guard_log_entries() returns trigger language plpgsql as $$
declare
    batch record;
begin
    for batch in select log, min(leaf) as first, max(leaf) as last, count(*) as entries from added group by log loop
        if batch.last - batch.first + 1 <> batch.entries
           or batch.first > 0 and not exists (select from log_entry where log = batch.log and leaf = batch.first - 1) then
            raise exception 'leaf % of log % would leave a gap', batch.first, batch.log using errcode = 'CN003';
        end if;
    end loop;
    return null;
end $$;

create trigger guard_log_entries after insert on log_entry referencing new table as added
    for each statement execute function guard_log_entries();

drop trigger guard_log_entry on log_entry;
drop function guard_log_entry();
create trigger refuse_change before update or delete on log_entry for each row execute function refuse_change();
