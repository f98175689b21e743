package org.constancia.store.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.constancia.core.record.CollectionId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.Resolved;
import org.constancia.store.statement.Resolutions;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings the projections up to the statements, for the subjects a transaction touched or for all of a collection.
///
/// The work is cut into batches of a bounded number of things, so that memory does not grow with the collection.
public final class Projector {
    private static final int BATCH = 1000;

    private final NamedParameterJdbcOperations operations;
    private final JdbcClient jdbc;
    private final CollectionId collection;

    public Projector(NamedParameterJdbcOperations operations, CollectionId collection) {
        this.operations = operations;
        this.jdbc = JdbcClient.create(operations);
        this.collection = collection;
    }

    /// Projects the given subjects, and the citations and search entries of everything they are part of.
    public void project(Collection<EntityId> subjects) {
        if (subjects.isEmpty()) return;
        List<EntityId> listed = List.copyOf(subjects);
        Set<UUID> events = new LinkedHashSet<>();
        inBatches(ids(listed), touched -> events.addAll(EventParts.listEventsOf(jdbc, touched)));
        writeRows(listed);
        inBatches(ids(listed), touched -> events.addAll(EventParts.listEventsOf(jdbc, touched)));
        writeIndex(ids(listed), List.copyOf(events));
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
                        select e.id, e.kind from entity e
                        where exists (select from statement s where s.subject = e.id)
                        order by e.id
                        """)
                .query((row, number) ->
                        new EntityId(EntityKind.of(row.getString("kind")), row.getObject("id", UUID.class)))
                .list();
        writeRows(subjects);
        List<UUID> events = jdbc.sql("select id from event order by id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        writeIndex(ids(subjects), events);
        return subjects.size();
    }

    private void writeRows(List<EntityId> subjects) {
        for (int from = 0; from < subjects.size(); from += BATCH) {
            Map<EntityId, Map<Property, Resolved>> resolved =
                    Resolutions.resolve(jdbc, subjects.subList(from, Math.min(from + BATCH, subjects.size())));
            resolved.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            subject -> subject.getKey().kind(),
                            Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new)))
                    .forEach((kind, rows) -> ProjectionTable.of(kind).write(operations, collection.value(), rows));
        }
    }

    private void writeIndex(List<UUID> things, List<UUID> events) {
        SearchEntries entries = new SearchEntries(operations);
        inBatches(things, entries::renewThings);
        inBatches(events, batch -> {
            Citations.renew(jdbc, batch);
            entries.renewEvents(batch);
        });
    }

    private static List<UUID> ids(List<EntityId> subjects) {
        return subjects.stream().map(EntityId::value).toList();
    }

    private static void inBatches(List<UUID> ids, Consumer<UUID[]> work) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            work.accept(ids.subList(from, Math.min(from + BATCH, ids.size())).toArray(UUID[]::new));
        }
    }
}
