package org.constancia.store.event;

import java.util.List;
import java.util.UUID;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what an event is made of, whatever its kind.
public final class EventPartRows {
    private EventPartRows() {}

    /// The event and everything that is recorded as a part of it.
    public static List<EntityId> list(JdbcClient jdbc, UUID event) {
        return jdbc.sql("""
                        with acts as (select id from act where event = :event),
                             proceedings as (select id from proceeding where act && array(select id from acts))
                        select 'event' as kind, cast(:event as uuid) as id
                        union all select 'act', id from acts
                        union all select 'involvement', id from involvement where act in (select id from acts)
                        union all select 'figure', id from figure where event = :event
                        union all select 'declaration', id from declaration where event = :event
                        union all select 'demand', id from demand where event = :event
                        union all select 'movement', id from movement where event = :event
                        union all select 'commitment', id from commitment where :event = any (event)
                        union all select 'proceeding', id from proceedings
                        union all select 'step', id from step where proceeding in (select id from proceedings)
                        union all select 'outcome', id from outcome where proceeding in (select id from proceedings)
                        """)
                .param("event", event)
                .query((row, number) ->
                        new EntityId(EntityKind.of(row.getString("kind")), row.getObject("id", UUID.class)))
                .list();
    }
}
