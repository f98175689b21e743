package org.constancia.store.statement;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what things of the record are called.
public final class EntityNames {
    private EntityNames() {}

    /// The names of those that have one: a person without a name is not among the keys.
    public static Map<UUID, String> read(JdbcClient jdbc, Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        record Named(UUID id, @Nullable String name) {}
        Map<UUID, String> names = new HashMap<>();
        for (Named row : jdbc.sql("""
                        select id, title as name from event where id = any (:ids)
                        union all select id, name from place where id = any (:ids)
                        union all select id, name from person where id = any (:ids)
                        union all select id, name from actor_group where id = any (:ids)
                        union all select id, coalesce(title, publisher) from bibliography where id = any (:ids)
                        union all select c.id, left(c.text, 120) from commitment c where id = any (:ids)
                        union all select c.id, coalesce(c.radicado, c.body) from proceeding c where id = any (:ids)
                        union all select a.id, coalesce(p.name, g.name) from act a
                                  left join person p on p.id = a.victim left join actor_group g on g.id = a.victim
                                  where a.id = any (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(Named.class))
                .list()) {
            if (row.name() != null) names.put(row.id(), row.name());
        }
        return names;
    }

    /// What kind of thing bears an identifier.
    public static Optional<EntityId> find(JdbcClient jdbc, UUID id) {
        return jdbc.sql("select kind from entity where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(kind -> new EntityId(EntityKind.of(kind), id));
    }

    /// The page a thing is read on belongs to an event, a person, a group or a source; a part is read on the page of
    /// what it is a part of.
    ///
    /// @return the thing itself when it has a page, else what it is a part of; empty when it is a part of nothing
    public static Optional<EntityId> findPageOf(JdbcClient jdbc, EntityId thing) {
        return switch (thing.kind()) {
            case EVENT, PERSON, GROUP, SOURCE -> Optional.of(thing);
            case ACT, FIGURE, DECLARATION, DEMAND, MOVEMENT ->
                event(
                        jdbc,
                        "select event from %s where id = :id"
                                .formatted(thing.kind().code()),
                        thing);
            case INVOLVEMENT ->
                event(jdbc, "select a.event from involvement i join act a on a.id = i.act where i.id = :id", thing);
            case COMMITMENT -> event(jdbc, "select event[1] from commitment where id = :id", thing);
            case PROCEEDING ->
                event(
                        jdbc,
                        "select a.event from proceeding c join act a on a.id = any (c.act) where c.id = :id",
                        thing);
            case STEP, OUTCOME -> event(jdbc, """
                            select a.event
                            from %s s join proceeding c on c.id = s.proceeding join act a on a.id = any (c.act)
                            where s.id = :id
                            """.formatted(thing.kind().code()), thing);
            case PLACE -> event(jdbc, "select id from event where place = :id order by id", thing);
            case POSITION ->
                jdbc.sql("select person from position where id = :id and person is not null")
                        .param("id", thing.value())
                        .query(UUID.class)
                        .optional()
                        .map(person -> new EntityId(EntityKind.PERSON, person));
        };
    }

    private static Optional<EntityId> event(JdbcClient jdbc, String question, EntityId thing) {
        return jdbc.sql("select found.* from (" + question + ") found(event) where event is not null limit 1")
                .param("id", thing.value())
                .query(UUID.class)
                .optional()
                .map(event -> new EntityId(EntityKind.EVENT, event));
    }
}
