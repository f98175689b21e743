package org.constancia.store.record;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.CaptureId;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Passage;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.SourceId;
import org.constancia.evidence.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where preserved items enter the record: the item once, every time it came in, what reading it gave, and the passages
/// that statements rest on. The bytes must be durable in the content store before their row is written.
public final class SourceDoor {
    /// What the content store knows of preserved bytes.
    ///
    /// @param sha256 64 lower-case hexadecimal digits
    /// @param sha512 128 lower-case hexadecimal digits
    /// @param length in bytes
    public record Preserved(
            String sha256,
            String sha512,
            long length,
            @Nullable String declaredMediaType) {}

    /// How an item came in.
    ///
    /// @param origin where from: a path, an address, or `upload`, `paste`
    public record Arrival(String origin, @Nullable String fileName) {}

    /// What reading gave. Either the text and its layers are there, or the obstacle.
    ///
    /// @param blocks the labelled blocks, as a JSON array
    /// @param positions where runs of the text stand in the original, as a JSON array
    public record ReadingOutcome(
            @Nullable String mediaType,
            @Nullable String text,
            @Nullable String language,
            @Nullable String title,
            @Nullable String author,
            @Nullable String published,
            String blocks,
            String positions,
            @Nullable String obstacle,
            @Nullable String detail) {}

    private final Writing writing;
    private final JdbcClient jdbc;

    SourceDoor(Writing writing) {
        this.writing = writing;
        this.jdbc = writing.jdbc();
    }

    /// The source that has these bytes, if the collection has one.
    ///
    /// @throws ConstanciaException with [Problem#NOT_PERMITTED] when they were erased: they do not come back unseen
    public Optional<SourceId> find(String sha256) {
        return jdbc.sql("""
                        select s.id, s.number, x.source is not null as erased
                        from source s left join erasure x on x.source = s.id
                        where s.sha256 = :sha256
                        """)
                .param("sha256", sha256)
                .query((row, number) -> {
                    if (row.getBoolean("erased")) throw erased(row.getLong("number"));
                    return new SourceId(row.getObject("id", UUID.class));
                })
                .optional();
    }

    private static ConstanciaException erased(long number) {
        return new ConstanciaException(
                        Problem.NOT_PERMITTED,
                        "These bytes were erased from the record and do not come back; the page of the source says why")
                .with("source", number);
    }

    /// Records preserved bytes as a source. The caller has looked whether the collection has them already.
    public SourceId preserve(Preserved preserved) {
        EntityId entity = writing.create(EntityKind.SOURCE);
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.SOURCE_PRESERVED,
                        entity.toString(),
                        Map.of(
                                "sha256", preserved.sha256(),
                                "sha512", preserved.sha512(),
                                "length", preserved.length()));
        jdbc.sql("""
                        insert into source (id, collection_id, sha256, sha512, length, declared_media_type, received_at, change)
                        values (:id, :collection, :sha256, :sha512, :length, :media_type, :at, :change)
                        """)
                .param("id", entity.value())
                .param("collection", writing.session().collection().value())
                .param("sha256", preserved.sha256())
                .param("sha512", preserved.sha512())
                .param("length", preserved.length())
                .param("media_type", preserved.declaredMediaType())
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("change", change.value())
                .update();
        return new SourceId(entity.value());
    }

    public CaptureId capture(SourceId source, Arrival arrival) {
        CaptureId id = new CaptureId(writing.ids().next());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("capture", id.toString());
        facts.put("origin", arrival.origin());
        if (arrival.fileName() != null) facts.put("fileName", arrival.fileName());
        ChangeId change = writing.outbox()
                .append(Change.Kind.SOURCE_CAPTURED, entity(source).toString(), facts);
        jdbc.sql("""
                        insert into capture (id, collection_id, source, captured_at, captured_by, origin, file_name, change)
                        values (:id, :collection, :source, :at, :author, :origin, :file_name, :change)
                        """)
                .param("id", id.value())
                .param("collection", writing.session().collection().value())
                .param("source", source.value())
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("author", writing.session().author())
                .param("origin", arrival.origin())
                .param("file_name", arrival.fileName())
                .param("change", change.value())
                .update();
        return id;
    }

    /// Records what reading the source gave, as the next version of its text layer.
    ///
    /// @return the version
    public int read(SourceId source, ReadingOutcome outcome) {
        int version = jdbc.sql("select coalesce(max(version), 0) + 1 from reading where source = :source")
                .param("source", source.value())
                .query(Integer.class)
                .single();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", version);
        if (outcome.mediaType() != null) facts.put("mediaType", outcome.mediaType());
        if (outcome.obstacle() != null) facts.put("obstacle", outcome.obstacle());
        if (outcome.text() != null) {
            facts.put("characters", outcome.text().length());
            facts.put(
                    "textSha256",
                    Sha256.digestOf(outcome.text().getBytes(StandardCharsets.UTF_8))
                            .hex());
        }
        ChangeId change =
                writing.outbox().append(Change.Kind.SOURCE_READ, entity(source).toString(), facts);
        jdbc.sql("""
                        insert into reading (source, version, collection_id, media_type, text, language, title, author,
                                             published, blocks, positions, obstacle, detail, read_at, change)
                        values (:source, :version, :collection, :media_type, :text, :language, :title, :author,
                                :published, cast(:blocks as jsonb), cast(:positions as jsonb), :obstacle, :detail, :at, :change)
                        """)
                .param("source", source.value())
                .param("version", version)
                .param("collection", writing.session().collection().value())
                .param("media_type", outcome.mediaType())
                .param("text", outcome.text())
                .param("language", outcome.language())
                .param("title", outcome.title())
                .param("author", outcome.author())
                .param("published", outcome.published())
                .param("blocks", outcome.blocks())
                .param("positions", outcome.positions())
                .param("obstacle", outcome.obstacle())
                .param("detail", outcome.detail())
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("change", change.value())
                .update();
        writing.touch(entity(source));
        return version;
    }

    /// Marks a span of the text layer as a passage, or gives back the one that is there.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when other words stand at the span
    public PassageId mark(SourceId source, int layer, int start, int end, String text) {
        oneAtATime(source);
        String whole = jdbc.sql(
                        "select text from reading where source = :source and version = :layer and text is not null")
                .param("source", source.value())
                .param("layer", layer)
                .query(String.class)
                .optional()
                .orElseThrow(
                        () -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "The source has no such text layer")
                                .with("source", source)
                                .with("layer", layer));
        if (start < 0
                || end > whole.length()
                || end <= start
                || !whole.substring(start, end).equals(text)) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT, "The quoted words are not what stands in the source at this place")
                    .with("source", source)
                    .with("start", start)
                    .with("end", end);
        }
        Passage passage = new Passage(new PassageId(writing.ids().next()), source, layer, start, end, text);
        return findPassage(passage).orElseGet(() -> insert(passage));
    }

    /// Two who mark the same span at the same moment get the same passage: the second waits until the first is done.
    private void oneAtATime(SourceId source) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:source as text), 0))")
                .param("source", source.value())
                .query((row, number) -> number)
                .list();
    }

    private Optional<PassageId> findPassage(Passage passage) {
        return jdbc.sql("""
                        select id from passage
                        where source = :source and layer = :layer and start_at = :start and end_at = :end
                        """)
                .param("source", passage.source().value())
                .param("layer", passage.layer())
                .param("start", passage.start())
                .param("end", passage.end())
                .query(UUID.class)
                .optional()
                .map(PassageId::new);
    }

    private PassageId insert(Passage passage) {
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.PASSAGE_MARKED,
                        entity(passage.source()).toString(),
                        Map.of(
                                "passage", passage.id().toString(),
                                "layer", passage.layer(),
                                "start", passage.start(),
                                "end", passage.end()));
        jdbc.sql("""
                        insert into passage (id, collection_id, source, layer, start_at, end_at, text, change)
                        values (:id, :collection, :source, :layer, :start, :end, :text, :change)
                        """)
                .param("id", passage.id().value())
                .param("collection", writing.session().collection().value())
                .param("source", passage.source().value())
                .param("layer", passage.layer())
                .param("start", passage.start())
                .param("end", passage.end())
                .param("text", passage.text())
                .param("change", change.value())
                .update();
        return passage.id();
    }

    private static EntityId entity(SourceId source) {
        return new EntityId(EntityKind.SOURCE, source.value());
    }
}
