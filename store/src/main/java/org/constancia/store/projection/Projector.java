package org.constancia.store.projection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.constancia.core.record.CollectionId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.store.statement.Resolutions;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings the projections up to the statements, for the subjects a transaction touched or for all of a collection.
public final class Projector {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final CollectionId collection;

    public Projector(JdbcClient jdbc, CollectionId collection) {
        this.jdbc = jdbc;
        this.collection = collection;
    }

    /// Projects the given subjects, and the citations and search entries of everything they are part of.
    public void project(Collection<EntityId> subjects) {
        if (subjects.isEmpty()) return;
        UUID[] touched = subjects.stream().map(EntityId::value).toArray(UUID[]::new);
        Set<UUID> events = new LinkedHashSet<>(EventParts.listEventsOf(jdbc, touched));
        for (EntityId subject : subjects) {
            ProjectionTable.of(subject.kind())
                    .write(jdbc, collection.value(), subject, Resolutions.resolve(jdbc, subject));
        }
        events.addAll(EventParts.listEventsOf(jdbc, touched));
        UUID[] affected = events.toArray(UUID[]::new);
        Citations.renew(jdbc, affected);
        SearchEntries.renew(jdbc, touched, affected);
    }

    /// Empties the projections of the collection and makes them again from the statements.
    ///
    /// @return how many subjects were projected
    public int rebuild() {
        for (String table : List.of("citation", "search_entry")) {
            jdbc.sql("delete from " + table).update();
        }
        for (EntityKind kind : EntityKind.values()) {
            jdbc.sql("delete from " + ProjectionTable.of(kind).name()).update();
        }
        List<EntityId> subjects = jdbc.sql("""
                        select distinct e.id, e.kind
                        from entity e join statement s on s.subject = e.id
                        order by e.id
                        """)
                .query((row, number) ->
                        new EntityId(EntityKind.of(row.getString("kind")), row.getObject("id", UUID.class)))
                .list();
        for (EntityId subject : subjects) {
            ProjectionTable.of(subject.kind())
                    .write(jdbc, collection.value(), subject, Resolutions.resolve(jdbc, subject));
        }
        for (int from = 0; from < subjects.size(); from += BATCH) {
            UUID[] batch = subjects.subList(from, Math.min(from + BATCH, subjects.size())).stream()
                    .map(EntityId::value)
                    .toArray(UUID[]::new);
            UUID[] events = EventParts.listEventsOf(jdbc, batch).toArray(UUID[]::new);
            Citations.renew(jdbc, events);
            SearchEntries.renew(jdbc, batch, events);
        }
        return subjects.size();
    }
}
