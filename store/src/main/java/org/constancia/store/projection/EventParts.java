package org.constancia.store.projection;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which things make up an event: its acts, those involved, figures, what was said of it, and what was done about it.
final class EventParts {
    /// Rows (event, part) of every event the session may see, the event itself included.
    static final String PARTS = """
            select id as event, id as part from event
            union select event, id from act where event is not null
            union select a.event, i.id from involvement i join act a on a.id = i.act where a.event is not null
            union select event, id from figure where event is not null
            union select event, id from declaration where event is not null
            union select event, id from demand where event is not null
            union select event, id from movement where event is not null
            union select unnest(event), id from commitment
            union select a.event, p.id from proceeding p join act a on a.id = any (p.act) where a.event is not null
            union select a.event, s.id from step s join proceeding p on p.id = s.proceeding
                                                 join act a on a.id = any (p.act) where a.event is not null
            union select a.event, o.id from outcome o join proceeding p on p.id = o.proceeding
                                                    join act a on a.id = any (p.act) where a.event is not null
            """;

    private EventParts() {}

    /// The events that any of these things belongs to or is named in.
    static List<UUID> listEventsOf(JdbcClient jdbc, UUID[] things) {
        return jdbc.sql("""
                        select id from event where id = any (:things) or place = any (:things)
                        union select event from act where event is not null
                                                      and (id = any (:things) or victim = any (:things))
                        union select a.event from involvement i join act a on a.id = i.act
                              where a.event is not null and (i.id = any (:things) or i.perpetrator = any (:things))
                        union select event from figure where event is not null and id = any (:things)
                        union select event from declaration where event is not null and id = any (:things)
                        union select event from demand where event is not null and id = any (:things)
                        union select event from movement where event is not null and id = any (:things)
                        union select unnest(event) from commitment where id = any (:things)
                        union select a.event from proceeding p join act a on a.id = any (p.act)
                              left join step s on s.proceeding = p.id
                              left join outcome o on o.proceeding = p.id
                              where a.event is not null
                                    and (p.id = any (:things) or s.id = any (:things) or o.id = any (:things))
                        """)
                .param("things", things)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
