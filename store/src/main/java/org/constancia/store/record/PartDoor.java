package org.constancia.store.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where what is inside a preserved item enters the record: the parts of a container, each a source of its own, and the
/// metadata embedded in photos and videos. The container and its parts are preserved before.
public final class PartDoor {
    /// Which part of a container a source is.
    ///
    /// @param place unique in the container
    /// @param name what the container calls it
    /// @param capture for a page of a web archive
    public record Part(
            String place, @Nullable String name, @Nullable WebCapture capture) {}

    /// @param headers the HTTP headers of the answer, as a JSON object of arrays
    public record WebCapture(String target, Instant at, int status, String headers, DigestState digest) {}

    /// Whether the bytes have the digest that their record states.
    public enum DigestState {
        HOLDS("holds"),
        DIFFERS("differs"),
        /// It states none, or one of an algorithm unknown here.
        NONE("none");

        private final String code;

        DigestState(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// What taking a container apart gave.
    ///
    /// @param kind `warc`, `wacz`, `zip` or `message`
    /// @param kept files that stay in it only
    public record Unpacking(String kind, int parts, int kept, List<String> remarks) {}

    /// What is embedded in a file, or the reason why nothing could be read.
    ///
    /// @param directories everything that was found, as a JSON object
    public record Metadata(
            String tool,
            @Nullable String taken,
            @Nullable String camera,
            @Nullable Double latitude,
            @Nullable Double longitude,
            boolean c2pa,
            @Nullable String directories,
            @Nullable String reason) {}

    private final Writing writing;
    private final JdbcClient jdbc;

    PartDoor(Writing writing) {
        this.writing = writing;
        this.jdbc = writing.jdbc();
    }

    /// Whether this part of the container is on record already, from a time when unpacking was cut off.
    public boolean isKnown(SourceId container, String place) {
        return jdbc.sql("select exists (select from derivation where container = :container and place = :place)")
                .param("container", container.value())
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    public void derive(SourceId source, SourceId container, Part part) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("container", container.toString());
        facts.put("place", part.place());
        if (part.name() != null) facts.put("name", part.name());
        WebCapture capture = part.capture();
        if (capture != null) {
            facts.put("target", capture.target());
            facts.put("capturedAt", capture.at().toString());
            facts.put("status", capture.status());
            facts.put("digest", capture.digest().code());
        }
        ChangeId change = writing.outbox()
                .append(Change.Kind.SOURCE_DERIVED, entity(source).toString(), facts);
        jdbc.sql("""
                        insert into derivation (container, place, source, name, collection_id, change)
                        values (:container, :place, :source, :name, :collection, :change)
                        """)
                .param("container", container.value())
                .param("place", part.place())
                .param("source", source.value())
                .param("name", part.name())
                .param("collection", writing.session().collection().value())
                .param("change", change.value())
                .update();
        if (capture != null) insert(container, part.place(), capture, change);
    }

    private void insert(SourceId container, String place, WebCapture capture, ChangeId change) {
        jdbc.sql("""
                        insert into web_capture (container, place, target, captured_at, status, headers, digest,
                                                 collection_id, change)
                        values (:container, :place, :target, :at, :status, cast(:headers as jsonb), :digest,
                                :collection, :change)
                        """)
                .param("container", container.value())
                .param("place", place)
                .param("target", capture.target())
                .param("at", capture.at().atOffset(ZoneOffset.UTC))
                .param("status", capture.status())
                .param("headers", capture.headers())
                .param("digest", capture.digest().code())
                .param("collection", writing.session().collection().value())
                .param("change", change.value())
                .update();
    }

    public void unpacked(SourceId container, Unpacking unpacking) {
        int version = next("unpacking", "container", container);
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.SOURCE_UNPACKED,
                        entity(container).toString(),
                        Map.of(
                                "version", version,
                                "container", unpacking.kind(),
                                "parts", unpacking.parts(),
                                "kept", unpacking.kept(),
                                "remarks", unpacking.remarks()));
        jdbc.sql("""
                        insert into unpacking (container, version, kind, parts, kept, remarks, unpacked_at, collection_id,
                                               change)
                        values (:container, :version, :kind, :parts, :kept, :remarks, :at, :collection, :change)
                        """)
                .param("container", container.value())
                .param("version", version)
                .param("kind", unpacking.kind())
                .param("parts", unpacking.parts())
                .param("kept", unpacking.kept())
                .param("remarks", unpacking.remarks().toArray(String[]::new))
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("collection", writing.session().collection().value())
                .param("change", change.value())
                .update();
    }

    /// Puts embedded metadata on record. The log gets only that it was read: a position is content.
    public void embedded(SourceId source, Metadata metadata) {
        int version = next("embedded_metadata", "source", source);
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.METADATA_READ,
                        entity(source).toString(),
                        Map.of("version", version, "tool", metadata.tool(), "c2pa", metadata.c2pa()));
        jdbc.sql("""
                        insert into embedded_metadata (source, version, tool, taken, camera, latitude, longitude, c2pa,
                                                       directories, reason, read_at, collection_id, change)
                        values (:source, :version, :tool, :taken, :camera, :latitude, :longitude, :c2pa,
                                cast(:directories as jsonb), :reason, :at, :collection, :change)
                        """)
                .param("source", source.value())
                .param("version", version)
                .param("tool", metadata.tool())
                .param("taken", metadata.taken())
                .param("camera", metadata.camera())
                .param("latitude", metadata.latitude())
                .param("longitude", metadata.longitude())
                .param("c2pa", metadata.c2pa())
                .param("directories", metadata.directories())
                .param("reason", metadata.reason())
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("collection", writing.session().collection().value())
                .param("change", change.value())
                .update();
    }

    private int next(String table, String column, SourceId source) {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from " + table + " where " + column + " = :source")
                .param("source", source.value())
                .query(Integer.class)
                .single();
    }

    private static EntityId entity(SourceId source) {
        return new EntityId(EntityKind.SOURCE, source.value());
    }
}
