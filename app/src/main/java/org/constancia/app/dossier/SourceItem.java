package org.constancia.app.dossier;

import java.util.List;
import java.util.Objects;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.dossier.BagPath;
import org.constancia.store.source.CaptureRow;
import org.constancia.store.source.SourceRow;
import org.jspecify.annotations.Nullable;

/// A preserved item with every time it came in, and where it stands in a bag.
record SourceItem(SourceRow row, List<CaptureRow> captures) {
    SourceItem {
        captures = List.copyOf(captures);
    }

    EntityId entity() {
        return new EntityId(EntityKind.SOURCE, row.id().value());
    }

    Sha256 sha256() {
        return Sha256.parse(row.sha256());
    }

    /// The name of the file it came as; null when it came without one.
    @Nullable String fileName() {
        return captures.stream()
                .map(CaptureRow::fileName)
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
