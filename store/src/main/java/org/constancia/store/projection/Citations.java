package org.constancia.store.projection;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which sources speak of which event: one row for each pair with a statement in force about the event or a part of it.
final class Citations {
    private Citations() {}

    static void renew(JdbcClient jdbc, UUID[] events) {
        if (events.length == 0) return;
        jdbc.sql("delete from citation where event = any (:events)")
                .param("events", events)
                .update();
        jdbc.sql("""
                        insert into citation (event, source, collection_id, statements)
                        with %s, parts as materialized (%s)
                        select parts.event, passage.source, statement.collection_id, count(*)
                        from parts
                             join statement on statement.subject = parts.part
                             join passage on passage.id = statement.passage
                        where statement.status in ('accepted', 'contested')
                        group by parts.event, passage.source, statement.collection_id
                        """.formatted(EventParts.PROCEEDINGS, EventParts.PARTS))
                .param("events", events)
                .update();
    }
}
