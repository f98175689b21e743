package org.constancia.store.log;

import java.util.ArrayList;
import java.util.List;
import org.constancia.evidence.log.Disagreement;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Record rows that do not say what the change says that brought them. A session that names every collection asks.
final class RowDisagreements {
    private static final String WORDS_OF_STATEMENTS = """
            select 'statement ' || s.number, 'its value is not the one of any change that recorded it'
            from statement s
            where not exists (select from outbox o
                              where o.subject = s.subject_kind || ':' || s.subject
                                    and o.content::jsonb ->> 'statement' = s.id::text
                                    and o.content::jsonb ->> 'property' = s.property
                                    and o.content::jsonb ->> 'basis' = s.basis
                                    and o.content::jsonb ->> 'after' = s.value)
            order by s.number
            """;

    private static final String STATUS_OF_STATEMENTS = """
            select 'statement ' || s.number, 'its status is not that of its last change'
            from statement s join outbox o on o.id = s.change
            where o.content::jsonb ->> 'statement' is not null
                  and (o.content::jsonb ->> 'statement' <> s.id::text
                       or (case when o.content::jsonb ->> 'basis' is not null then 'accepted'
                                else o.content::jsonb ->> 'after' end) <> s.status)
            order by s.number
            """;

    private static final String SOURCES = """
            select 'source ' || s.number, 'its digests or its length are not those of the change that preserved it'
            from source s join outbox o on o.id = s.change
            where o.content::jsonb ->> 'sha256' is distinct from s.sha256
                  or o.content::jsonb ->> 'sha512' is distinct from s.sha512
                  or (o.content::jsonb ->> 'length')::numeric is distinct from s.length
            order by s.number
            """;

    /// Positions are UTF-16 units; where every character is one, they are the database's too.
    private static final String PASSAGES = """
            select 'passage ' || p.id, 'its words do not stand in the text of its source'
            from passage p join reading r on r.source = p.source and r.version = p.layer
            where r.text !~ '[\\U00010000-\\U0010FFFF]'
                  and substr(r.text, p.start_at + 1, p.end_at - p.start_at) <> p.text
            order by p.id
            """;

    /// Nothing is gone without a logged erasure that says of which source.
    private static final String ERASURES = """
            select 'outbox ' || o.number, 'its content is gone and no erasure of the log accounts for it'
            from outbox o
            where o.commitment is not null
                  and not exists (select from outbox e join erasure x on x.change = e.id
                                  where e.id = o.erased_by and e.kind = 'source.erased' and e.erased_by is null
                                        and e.subject = 'source:' || x.source
                                        and e.content::jsonb ->> 'reason' = x.reason)
            union all
            select 'source ' || s.number, 'it is marked as erased and no entry of the log says so'
            from erasure x join source s on s.id = x.source
            where not exists (select from outbox e
                              where e.id = x.change and e.kind = 'source.erased' and e.subject = 'source:' || x.source
                                    and e.content::jsonb ->> 'sha256' = s.sha256)
            union all
            select 'source ' || s.number, 'the log says that it was erased, and it is not'
            from outbox e join source s on e.subject = 'source:' || s.id
            where e.kind = 'source.erased' and not exists (select from erasure x where x.change = e.id)
            """;

    private RowDisagreements() {}

    static List<Disagreement> list(JdbcClient jdbc) {
        List<Disagreement> found = new ArrayList<>();
        for (String question : List.of(SOURCES, ERASURES, WORDS_OF_STATEMENTS, STATUS_OF_STATEMENTS, PASSAGES)) {
            found.addAll(jdbc.sql(question)
                    .query((row, number) -> new Disagreement(row.getString(1), row.getString(2)))
                    .list());
        }
        return found;
    }
}
