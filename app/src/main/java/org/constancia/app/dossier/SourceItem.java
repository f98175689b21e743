package org.constancia.app.dossier;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.dossier.BagPath;
import org.constancia.store.source.CaptureRow;
import org.constancia.store.source.PartRows;
import org.constancia.store.source.PartRows.MetadataRow;
import org.constancia.store.source.PartRows.PartRow;
import org.constancia.store.source.SourceRow;
import org.constancia.store.source.SourceRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A preserved item with every time it came in, and where it stands in a bag.
///
/// @param origins the containers it came out of, such as web archives and messages
/// @param metadata what is embedded in it, when somebody looked
record SourceItem(SourceRow row, List<CaptureRow> captures, List<PartRow> origins, Optional<MetadataRow> metadata) {
    SourceItem {
        captures = List.copyOf(captures);
        origins = List.copyOf(origins);
    }

    static SourceItem read(JdbcClient jdbc, SourceRow row) {
        return new SourceItem(
                row,
                SourceRows.listCaptures(jdbc, row.id()),
                PartRows.listOrigins(jdbc, row.id()),
                PartRows.findMetadata(jdbc, row.id()));
    }

    EntityId entity() {
        return new EntityId(EntityKind.SOURCE, row.id().value());
    }

    Sha256 sha256() {
        return Sha256.parse(row.sha256());
    }

    /// The name of the file it came as; null when it came without one.
    @Nullable
    String fileName() {
        return Stream.concat(
                        captures.stream().map(CaptureRow::fileName),
                        origins.stream().map(PartRow::name))
                .filter(Objects::nonNull)
                .map(SourceItem::lastPart)
                .findFirst()
                .orElse(null);
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    BagPath original() {
        @Nullable String name = fileName();
        return new BagPath("originals/" + row.number() + "/" + BagPath.resembling(name == null ? "original" : name));
    }

    BagPath working(int layer) {
        return new BagPath("working/%d/text-%d.txt".formatted(row.number(), layer));
    }
}
