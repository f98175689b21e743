package org.constancia.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.json.JsonReader;
import org.constancia.evidence.log.Disagreement;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Record rows that do not say what the change says that brought them. A session that names every collection
/// asks.
///
/// A change whose content was damaged so that it is no longer JSON is named, and the rows that rest on it
/// with it; it does not end the check.
final class RowDisagreements {
    private static final String WORDS_OF_STATEMENTS = """
            select 'statement ' || s.number, 'its value is not the one of any change that recorded it'
            from statement s
            where not exists (select from sound o
                              where o.subject = s.subject_kind || ':' || s.subject
                                    and o.content::jsonb ->> 'statement' = s.id::text
                                    and o.content::jsonb ->> 'property' = s.property
                                    and o.content::jsonb ->> 'basis' = s.basis
                                    and o.content::jsonb ->> 'after' = s.value)
            order by s.number
            """;

    private static final String STATUS_OF_STATEMENTS = """
            select 'statement ' || s.number, 'its status is not that of its last change'
            from statement s join sound o on o.id = s.change
            where o.content::jsonb ->> 'statement' is not null
                  and (o.content::jsonb ->> 'statement' <> s.id::text
                       or (case when o.content::jsonb ->> 'basis' is not null then 'accepted'
                                else o.content::jsonb ->> 'after' end) <> s.status)
            order by s.number
            """;

    private static final String SOURCES = """
            select 'source ' || s.number, 'its digests or its length are not those of the change that preserved it'
            from source s join sound o on o.id = s.change
            where o.content::jsonb ->> 'sha256' is distinct from s.sha256
                  or o.content::jsonb ->> 'sha512' is distinct from s.sha512
                  or o.content::jsonb ->> 'length' is distinct from s.length::text
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
            from sound o
            where o.commitment is not null
                  and not exists (select from sound e join erasure x on x.change = e.id
                                  where e.id = o.erased_by and e.kind = 'source.erased' and e.erased_by is null
                                        and e.subject = 'source:' || x.source
                                        and e.content::jsonb ->> 'reason' = x.reason)
            union all
            select 'source ' || s.number, 'it is marked as erased and no entry of the log says so'
            from erasure x join source s on s.id = x.source
            where not exists (select from sound e
                              where e.id = x.change and e.kind = 'source.erased' and e.subject = 'source:' || x.source
                                    and e.content::jsonb ->> 'sha256' = s.sha256)
            union all
            select 'source ' || s.number, 'the log says that it was erased, and it is not'
            from sound e join source s on e.subject = 'source:' || s.id
            where e.kind = 'source.erased' and not exists (select from erasure x where x.change = e.id)
            """;

    /// The changes whose content can be read, for the questions above.
    private static final String ALL_SOUND = "with sound as (select * from outbox)\n";

    /// Materialized, so that no content is read as JSON before it is known to be JSON.
    private static final String SOUND_BUT_THESE =
            "with sound as materialized (select * from outbox where number <> all (cast(:damaged as bigint[])))\n";

    /// Also what is JSON and no `jsonb`: it holds no character of number 0.
    private static final String NOT_JSON = """
            select number from outbox
            where content is not json or content ~ '(^|[^\\\\])(\\\\\\\\)*\\\\u0000'
            order by number
            """;

    private static final Pattern ZERO = Pattern.compile("(?:^|[^\\\\])(?:\\\\\\\\)*\\\\u0000");

    /// The server cannot say before version 16 what is JSON.
    private static final int KNOWS_JSON = 160_000;

    private RowDisagreements() {}

    static List<Disagreement> list(JdbcClient jdbc) {
        List<Long> damaged = damaged(jdbc);
        List<Disagreement> found = new ArrayList<>();
        for (long number : damaged) {
            found.add(new Disagreement("outbox " + number, "its content is not the JSON that was written"));
        }
        String sound = damaged.isEmpty() ? ALL_SOUND : SOUND_BUT_THESE;
        for (String question : List.of(SOURCES, ERASURES, WORDS_OF_STATEMENTS, STATUS_OF_STATEMENTS, PASSAGES)) {
            JdbcClient.StatementSpec asked = jdbc.sql(sound + question);
            if (!damaged.isEmpty()) asked = asked.param("damaged", damaged.toArray(Long[]::new));
            found.addAll(asked.query((row, _) -> new Disagreement(row.getString(1), row.getString(2)))
                    .list());
        }
        return found;
    }

    private static List<Long> damaged(JdbcClient jdbc) {
        int version = jdbc.sql("select cast(current_setting('server_version_num') as int)")
                .query(Integer.class)
                .single();
        if (version >= KNOWS_JSON) {
            return jdbc.sql(NOT_JSON).query((row, _) -> row.getLong(1)).list();
        }
        List<Long> damaged = new ArrayList<>();
        jdbc.sql("select number, content from outbox order by number").query(row -> {
            String content = row.getString(2);
            if (content != null && !isJson(content)) damaged.add(row.getLong(1));
        });
        return damaged;
    }

    private static boolean isJson(String content) {
        try {
            JsonReader.read(content);
            return !ZERO.matcher(content).find();
        } catch (ConstanciaException malformed) {
            return false;
        }
    }
}
