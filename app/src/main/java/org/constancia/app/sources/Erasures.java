package org.constancia.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.SourceId;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.store.log.PreservedContent;
import org.constancia.store.record.ErasureDoor;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.source.SourceRow;
import org.constancia.store.source.SourceRows;

/// Erases sources that must not be kept: first the record, in one transaction, then the bytes. When the program ends in
/// between, the bytes go at the next start. Backups and exports made before still hold them.
public final class Erasures {
    private final Records records;
    private final Supplier<Session> session;
    private final ContentStore contents;
    private final DataSource owner;

    /// @param owner connections of the owner, who sees whether another collection has the same bytes
    public Erasures(Records records, Supplier<Session> session, ContentStore contents, DataSource owner) {
        this.records = records;
        this.session = session;
        this.contents = contents;
        this.owner = owner;
    }

    /// What an erasure would take, the source itself first, then what came out of it and of nothing else.
    ///
    /// @param named the identifier or the number of a source
    /// @throws ConstanciaException with [Problem#RECORD_NOT_FOUND]
    public List<SourceRow> preview(String named) {
        return records.read(session.get(), jdbc -> {
            SourceRow source = (named.matches("#?[0-9]{1,18}")
                            ? SourceRows.findByNumber(jdbc, Long.parseLong(named.replace("#", "")))
                            : SourceRows.find(jdbc, SourcePages.id(named)))
                    .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such source")
                            .with("source", named));
            List<SourceRow> taken = new ArrayList<>(List.of(source));
            for (SourceId part : SourceRows.listParts(jdbc, source.id())) {
                SourceRows.find(jdbc, part).ifPresent(taken::add);
            }
            return List.copyOf(taken);
        });
    }

    /// Erases these sources, all or none.
    ///
    /// @param sources containers before their parts, as [#preview] lists them
    /// @throws ConstanciaException as [ErasureDoor#erase] throws it; then nothing was erased
    public List<ErasureDoor.Erased> erase(List<SourceRow> sources, String reason) {
        List<ErasureDoor.Erased> erased = records.write(
                        session.get(),
                        writing -> sources.stream()
                                .map(source -> writing.erasures().erase(source.id(), reason))
                                .toList())
                .result();
        removeBytes();
        return erased;
    }

    /// Removes the bytes of everything that was erased and that no collection preserves.
    public void removeBytes() {
        for (Sha256 digest : PreservedContent.erased(owner)) contents.erase(digest);
    }
}
