package org.constancia.store.record;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.constancia.core.record.ChangeId;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Appends changes to the outbox, in the transaction that makes them. The transparency log takes its leaves from there;
/// each row carries the salt of its commitment.
final class Outbox {
    private final JdbcClient jdbc;
    private final Session session;
    private final Clock clock;
    private final RandomGenerator random;
    private final TimeOrderedIds ids;
    private final List<ChangeId> appended = new ArrayList<>();

    Outbox(JdbcClient jdbc, Session session, Clock clock, RandomGenerator random, TimeOrderedIds ids) {
        this.jdbc = jdbc;
        this.session = session;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    /// @param facts what changed: texts, numbers, truth values, lists and maps of them; with `before` and `after` where
    ///     a value was there already
    ChangeId append(Change.Kind kind, String subject, Map<String, ?> facts) {
        ChangeId id = new ChangeId(ids.next());
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        Map<String, Object> content = new TreeMap<>(facts);
        content.put("change", id.toString());
        content.put("collection", session.collection().toString());
        content.put("author", session.author());
        content.put("at", now.toInstant().toString());
        content.put("kind", kind.code());
        content.put("subject", subject);
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        jdbc.sql("""
                        insert into outbox (id, collection_id, author, changed_at, kind, subject, content, salt)
                        values (:id, :collection, :author, :at, :kind, :subject, :content, decode(:salt, 'hex'))
                        """)
                .param("id", id.value())
                .param("collection", session.collection().value())
                .param("author", session.author())
                .param("at", now)
                .param("kind", kind.code())
                .param("subject", subject)
                .param("content", CanonicalJson.text(json(content)))
                .param("salt", HexFormat.of().formatHex(salt))
                .update();
        appended.add(id);
        return id;
    }

    private static Json json(Object fact) {
        return switch (fact) {
            case String text -> new Json.Text(text);
            case Boolean truth -> new Json.Bool(truth);
            case Number number -> new Json.Number(number.doubleValue());
            case List<?> items ->
                new Json.Array(items.stream().map(Outbox::json).toList());
            case Map<?, ?> members -> {
                Map<String, Json> named = new TreeMap<>();
                members.forEach((name, value) -> named.put((String) name, json(value)));
                yield new Json.Object(named);
            }
            default -> throw new IllegalArgumentException("a change holds no " + fact.getClass());
        };
    }

    List<ChangeId> appended() {
        return appended;
    }
}
