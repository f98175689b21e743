package org.constancia.store.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the record as the database lists them, so that a table added later cannot be forgotten: each after
/// those it refers to. The history of migrations is not among them; it follows from the tables' version.
final class TableCatalogue {
    private static final String HISTORY = "flyway_schema_history";

    private final JdbcClient jdbc;

    TableCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In an order in which they can be loaded.
    List<ArchivedTable> tables() {
        Map<String, List<String>> columns = columns();
        Map<String, Set<String>> references = references(columns.keySet());
        List<ArchivedTable> ordered = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        while (done.size() < columns.size()) {
            String next = columns.keySet().stream()
                    .filter(table -> !done.contains(table))
                    .filter(table -> done.containsAll(references.getOrDefault(table, Set.of())))
                    .findFirst()
                    .orElseThrow(() -> new ConstanciaException(
                                    Problem.BUG, "Tables refer to each other in a circle and cannot be loaded in order")
                            .with("tables", columns.keySet()));
            done.add(next);
            ordered.add(new ArchivedTable(next, columns.getOrDefault(next, List.of())));
        }
        return ordered;
    }

    /// The last number each sequence gave; one that gave none is left out.
    Map<String, Long> sequences() {
        Map<String, Long> found = new TreeMap<>();
        jdbc.sql("""
                        select sequencename, last_value from pg_sequences
                        where schemaname = 'public' and last_value is not null
                        """).query(row -> {
            found.put(row.getString(1), row.getLong(2));
        });
        return found;
    }

    /// Tables with row-level security that have no policy for an archive by this login.
    List<String> hidden() {
        return jdbc.sql("""
                        select c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
                          and not exists (select from pg_policies p
                                          where p.schemaname = 'public' and p.tablename = c.relname
                                            and p.policyname = 'of_the_archive' and current_user = any (p.roles))
                        order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> found = new TreeMap<>();
        jdbc.sql("""
                        select c.relname, a.attname
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid
                        where n.nspname = 'public' and c.relkind = 'r' and c.relname <> :history
                          and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
                          and not exists (select from pg_depend d
                                          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                        order by c.relname, a.attnum
                        """).param("history", HISTORY).query(row -> {
            found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        });
        return found;
    }

    private Map<String, Set<String>> references(Set<String> tables) {
        Map<String, Set<String>> found = new HashMap<>();
        jdbc.sql("""
                        select referring.relname, referred.relname
                        from pg_constraint k
                        join pg_class referring on referring.oid = k.conrelid
                        join pg_class referred on referred.oid = k.confrelid
                        where k.contype = 'f' and k.conrelid <> k.confrelid
                        """).query(row -> {
            if (tables.contains(row.getString(2))) {
                found.computeIfAbsent(row.getString(1), _ -> new TreeSet<>()).add(row.getString(2));
            }
        });
        return found;
    }
}
