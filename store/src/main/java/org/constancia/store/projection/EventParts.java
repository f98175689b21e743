package org.constancia.store.projection;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which things make up an event: its acts, those involved, figures, what was said of it, and what was done about it.
///
/// Every branch begins at the given events or things, so that its cost follows from what was touched and not from the
/// size of the record.
final class EventParts {
    /// Rows (event, part) of the events of the parameter `events`, each event being a part of itself.
    static final String PARTS = """
            select id as event, id as part from event where id = any (:events)
            union select event, id from act where event = any (:events)
            union select a.event, i.id from involvement i join act a on a.id = i.act where a.event = any (:events)
            union select event, id from figure where event = any (:events)
            union select event, id from declaration where event = any (:events)
            union select event, id from demand where event = any (:events)
            union select event, id from movement where event = any (:events)
            union select e.event, c.id from commitment c, unnest(c.event) e(event) where e.event = any (:events)
            union select event, id from proceedings
            union select p.event, s.id from proceedings p join step s on s.proceeding = p.id
            union select p.event, o.id from proceedings p join outcome o on o.proceeding = p.id
            """;

    /// The proceedings about the acts of the events of the parameter `events`; [#PARTS] reads from it.
    static final String PROCEEDINGS = """
            proceedings as materialized (
                select distinct a.event, p.id
                from proceeding p, unnest(p.act) x(act) join act a on a.id = x.act
                where a.event = any (:events))
            """;

    private EventParts() {}

    /// The events that any of these things belongs to or is named in.
    static List<UUID> listEventsOf(JdbcClient jdbc, UUID[] things) {
        return jdbc.sql("""
                        with proceedings as materialized (
                            select id from proceeding where id = any (:things)
                            union select proceeding from step where id = any (:things)
                            union select proceeding from outcome where id = any (:things))
                        select id from event where id = any (:things)
                        union select id from event where place = any (:things)
                        union select event from act where id = any (:things) and event is not null
                        union select event from act where victim = any (:things) and event is not null
                        union select a.event from involvement i join act a on a.id = i.act
                              where i.id = any (:things) and a.event is not null
                        union select a.event from involvement i join act a on a.id = i.act
                              where i.perpetrator = any (:things) and a.event is not null
                        union select event from figure where id = any (:things) and event is not null
                        union select event from declaration where id = any (:things) and event is not null
                        union select event from demand where id = any (:things) and event is not null
                        union select event from movement where id = any (:things) and event is not null
                        union select unnest(event) from commitment where id = any (:things)
                        union select a.event
                              from proceedings t join proceeding p on p.id = t.id, unnest(p.act) x(act)
                                   join act a on a.id = x.act
                              where a.event is not null
                        """)
                .param("things", things)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
