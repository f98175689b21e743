package org.constancia.app.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.constancia.app.proposal.Proposals;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.Statement;
import org.constancia.evidence.content.Content;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.metadata.MetadataReader;
import org.constancia.evidence.unpack.Budget;
import org.constancia.evidence.unpack.Unpacked;
import org.constancia.store.family.LikenessRows;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.record.Writing;
import org.constancia.store.source.PartRows;
import org.constancia.store.source.SourceRow;
import org.constancia.store.source.SourceRows;
import org.constancia.store.statement.StatementRows;
import org.constancia.text.document.Reading;
import org.constancia.text.document.TextLayer;
import org.constancia.text.extract.Extractors;
import org.jspecify.annotations.Nullable;

/// Takes sources in, in three steps that each survive a crash: the bytes are durable in the content store; the source
/// and its capture are committed, and with that acknowledged; then it is read and what it says is proposed.
///
/// A source that was acknowledged and not yet read, because the program ended in between, is read at the next start
/// ([#readPending()]). The same bytes brought in twice are one source with two captures. What is in a container is
/// preserved part by part, each a source of its own; only then the container counts as read.
public final class Intake {
    /// The largest item that is preserved, in bytes.
    public static final long LARGEST_ITEM = 4L << 30;

    private static final int DEEPEST = 10;
    private static final int TOGETHER = 100;

    private final Records records;
    private final Supplier<Session> session;
    private final ContentStore contents;
    private final SourceReader reader;
    private final Extractors extractors;

    public Intake(
            Records records,
            Supplier<Session> session,
            ContentStore contents,
            SourceReader reader,
            Extractors extractors) {
        this.records = records;
        this.session = session;
        this.contents = contents;
        this.reader = reader;
        this.extractors = extractors;
    }

    /// What the person who brings a source knows of it.
    ///
    /// @param published EDTF
    public record Known(
            @Nullable String publisher,
            @Nullable String published,
            @Nullable String url) {
        public static final Known NOTHING = new Known(null, null, null);
    }

    /// What became of a source that was brought in.
    ///
    /// @param isNew whether the collection did not have these bytes yet
    /// @param proposals how many candidates wait for review because of it and of what came out of it
    /// @param obstacle why it is preserved but not understood; null when it was understood
    /// @param parts how many sources came out of it
    public record Taken(
            SourceId source,
            long number,
            String sha256,
            boolean isNew,
            int proposals,
            @Nullable String obstacle,
            int parts) {}

    /// Preserves the bytes and returns once they and their row are durable; nothing is read yet.
    ///
    /// @throws ConstanciaException with [Problem#TOO_LARGE] when there are more bytes than [#LARGEST_ITEM]; then
    ///     nothing is kept
    public Acknowledged preserve(InputStream bytes, Arrival arrival, @Nullable String mediaType, Known known) {
        SourceDoor.Preserved preserved = preserved(contents.put(bytes, LARGEST_ITEM), mediaType);
        return records.write(session.get(), writing -> {
                    Optional<SourceId> existing = writing.sources().find(preserved.sha256());
                    SourceId source = existing.orElseGet(() -> writing.sources().preserve(preserved));
                    writing.sources().capture(source, arrival);
                    state(writing, source, known);
                    return new Acknowledged(source, preserved.sha256(), existing.isEmpty());
                })
                .result();
    }

    private static SourceDoor.Preserved preserved(Content content, @Nullable String mediaType) {
        return new SourceDoor.Preserved(content.sha256().hex(), content.sha512().hex(), content.length(), mediaType);
    }

    /// A source that will not be lost any more.
    public record Acknowledged(SourceId source, String sha256, boolean isNew) {}

    /// Preserves, reads and proposes.
    public Taken take(InputStream bytes, Arrival arrival, @Nullable String mediaType, Known known) {
        Acknowledged acknowledged = preserve(bytes, arrival, mediaType, known);
        readOnce(acknowledged.source(), true);
        SourceRow row = get(acknowledged.source());
        PartRows.Inside inside = records.read(session.get(), jdbc -> PartRows.inside(jdbc, acknowledged.source()));
        return new Taken(
                acknowledged.source(),
                row.number(),
                acknowledged.sha256(),
                acknowledged.isNew(),
                row.waiting() + inside.waiting(),
                row.obstacle(),
                inside.parts());
    }

    /// Preserves and reads a source whose facts are put on record by the caller, so that nothing is proposed.
    public SourceId file(InputStream bytes, Arrival arrival, @Nullable String mediaType, Known known) {
        Acknowledged acknowledged = preserve(bytes, arrival, mediaType, known);
        readOnce(acknowledged.source(), false);
        return acknowledged.source();
    }

    /// Compares every source that was read before texts were compared.
    ///
    /// @return how many there were
    public int comparePending() {
        List<SourceId> pending = records.read(session.get(), LikenessRows::listNotCompared);
        for (SourceId source : pending) {
            records.write(session.get(), writing -> {
                SourceRows.findText(writing.jdbc(), source)
                        .ifPresent(text -> new FamilyProposals(writing)
                                .compare(source, text.layer(), StoredLayer.layer(text), true));
                return source;
            });
        }
        return pending.size();
    }

    /// Reads every source that was preserved and never read.
    ///
    /// @return how many there were
    public int readPending() {
        List<SourceId> unread = records.read(session.get(), SourceRows::listUnread);
        unread.forEach(this::read);
        return unread.size();
    }

    /// Reads a source and proposes what it says.
    public void read(SourceId source) {
        read(source, true);
    }

    /// Reads a source that was never read: a new one, or one whose reading was cut off when it came in before.
    private void readOnce(SourceId source, boolean proposes) {
        if (get(source).layer() == 0) read(source, proposes);
    }

    private void read(SourceId source, boolean proposes) {
        SourceRow row = get(source);
        List<SourceId> parts = List.of();
        try (InputStream bytes = contents.open(Sha256.parse(row.sha256()));
                SourceReader.Copy copy = reader.copy(bytes)) {
            Optional<Unpacked> unpacked = copy.unpack(budget(source));
            if (unpacked.isPresent()) parts = takeOut(row, unpacked.get());
            else understand(source, row, copy, proposes);
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "A preserved source cannot be read back", failure)
                    .with("source", row.number());
        }
        parts.forEach(part -> readOnce(part, proposes));
    }

    /// What may still be taken out, so that a file that contains itself or unfolds without end comes to an end.
    private Budget budget(SourceId source) {
        PartRows.Nesting nesting = records.read(session.get(), jdbc -> PartRows.nesting(jdbc, source));
        Budget left = Budget.USUAL.less(nesting.parts(), nesting.bytes());
        return nesting.depth() >= DEEPEST ? new Budget(0, 0) : left;
    }

    /// Preserves the parts of a container, many in one transaction, then records that it was taken apart.
    private List<SourceId> takeOut(SourceRow container, Unpacked unpacked) throws IOException {
        Map<String, SourceId> taken = new LinkedHashMap<>();
        List<Unpacked.Part> parts = unpacked.parts();
        for (int from = 0; from < parts.size(); from += TOGETHER) {
            List<Unpacked.Part> some = parts.subList(from, Math.min(parts.size(), from + TOGETHER));
            Map<String, Content> durable = new LinkedHashMap<>();
            for (Unpacked.Part part : some) {
                if (part.file() != null) durable.put(part.place(), put(part.file()));
            }
            records.write(session.get(), writing -> {
                for (Unpacked.Part part : some) {
                    keep(writing, container, unpacked, part, durable.get(part.place()), taken);
                }
                return taken;
            });
        }
        records.write(session.get(), writing -> {
            writing.parts().unpacked(container.id(), Inside.unpacking(unpacked));
            return writing.sources().read(container.id(), Inside.reading(unpacked));
        });
        return taken.values().stream().distinct().toList();
    }

    private Content put(Path part) throws IOException {
        try (InputStream bytes = Files.newInputStream(part)) {
            return contents.put(bytes, LARGEST_ITEM);
        }
    }

    /// @param content null for a page that was met again unchanged, whose bytes are those of an earlier part
    private static void keep(
            Writing writing,
            SourceRow container,
            Unpacked unpacked,
            Unpacked.Part part,
            @Nullable Content content,
            Map<String, SourceId> taken) {
        if (content == null) {
            Optional.ofNullable(part.sameAs()).map(taken::get).ifPresent(source -> {
                taken.put(part.place(), source);
                derive(writing, source, container, part);
            });
            return;
        }
        Optional<SourceId> existing = writing.sources().find(content.sha256().hex());
        SourceId source = existing.orElseGet(() -> writing.sources().preserve(preserved(content, part.mediaType())));
        if (existing.isEmpty()) {
            String name = part.capture() == null ? part.name() : part.capture().target();
            writing.sources().capture(source, new Arrival(unpacked.kind().code(), name));
        }
        taken.put(part.place(), source);
        derive(writing, source, container, part);
    }

    private static void derive(Writing writing, SourceId source, SourceRow container, Unpacked.Part part) {
        if (writing.parts().isKnown(container.id(), part.place())) return;
        writing.parts().derive(source, container.id(), Inside.part(part));
        if (part.capture() == null || !isFirstAddress(writing, source)) return;
        String target = part.capture().target();
        String reason = "the address under which a web archive holds the page";
        state(writing, source, Property.SOURCE_URL, target, Basis.OBSERVED, reason);
        if (container.url() != null && Inside.isOnOneSite(container.url(), target)) {
            String outlet = "the outlet of the web archive that holds the page";
            state(writing, source, Property.SOURCE_PUBLISHER, container.publisher(), Basis.INFERRED, outlet);
        }
        if (target.equals(container.url())) {
            String day = "the date given for the page when it was captured";
            state(writing, source, Property.SOURCE_PUBLISHED, container.published(), Basis.OBSERVED, day);
        }
    }

    private static boolean isFirstAddress(Writing writing, SourceId source) {
        return SourceRows.find(writing.jdbc(), source).map(SourceRow::url).isEmpty();
    }

    private void understand(SourceId source, SourceRow row, SourceReader.Copy copy, boolean proposes)
            throws IOException {
        Optional<MetadataReader.Result> embedded = copy.metadata();
        Reading reading = StoredLayer.storable(copy.read(row.mediaType()));
        records.write(session.get(), writing -> {
            embedded.ifPresent(found -> writing.parts().embedded(source, Inside.metadata(found)));
            int layer = writing.sources().read(source, StoredLayer.of(reading));
            if (reading instanceof Reading.Understood understood) {
                TextLayer text = understood.layer();
                @Nullable
                String found =
                        text.published() == null ? null : text.published().toString();
                stateAsFound(writing, source, row, text.title(), found);
                @Nullable String published = row.published() == null ? found : row.published();
                if (proposes)
                    writing.candidates()
                            .propose(
                                    source,
                                    layer,
                                    Proposals.of(extractors.extract(text, StoredLayer.anchor(published)), text.text()));
                new FamilyProposals(writing).compare(source, layer, text, proposes);
            }
            return layer;
        });
    }

    /// Records what somebody found out about a source. A new publication date reads the relative dates of the waiting
    /// proposals again.
    public void describe(SourceId source, Known known) {
        records.write(session.get(), writing -> {
            state(writing, source, known);
            if (known.published() != null) {
                SourceRows.findText(writing.jdbc(), source)
                        .ifPresent(text -> writing.candidates()
                                .renew(
                                        source,
                                        text.layer(),
                                        Proposals.of(
                                                extractors.extract(
                                                        StoredLayer.layer(text), StoredLayer.anchor(known.published())),
                                                text.text())));
            }
            return source;
        });
    }

    private SourceRow get(SourceId source) {
        return records.read(session.get(), jdbc -> SourceRows.find(jdbc, source))
                .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such source")
                        .with("source", source));
    }

    private static void state(Writing writing, SourceId source, Known known) {
        String reason = "stated by the person who brought the source in";
        state(writing, source, Property.SOURCE_PUBLISHER, known.publisher(), Basis.OBSERVED, reason);
        state(writing, source, Property.SOURCE_PUBLISHED, known.published(), Basis.OBSERVED, reason);
        state(writing, source, Property.SOURCE_URL, known.url(), Basis.OBSERVED, reason);
    }

    private static void stateAsFound(
            Writing writing, SourceId source, SourceRow row, @Nullable String title, @Nullable String published) {
        String reason = "read from the source itself when it was brought in";
        if (row.title() == null) state(writing, source, Property.SOURCE_TITLE, title, Basis.INFERRED, reason);
        if (row.published() == null) {
            state(writing, source, Property.SOURCE_PUBLISHED, published, Basis.INFERRED, reason);
        }
    }

    /// States a value, in the place of what the same hand stated before. The same value is not stated twice.
    private static void state(
            Writing writing, SourceId source, Property property, @Nullable String value, Basis basis, String reason) {
        if (value == null || value.isBlank()) return;
        EntityId subject = new EntityId(EntityKind.SOURCE, source.value());
        Claim claim = new Claim(subject, property, property.parse(value), basis, null, null, reason);
        List<Statement> earlier = StatementRows.listAbout(writing.jdbc(), subject).stream()
                .filter(statement ->
                        statement.property() == property && statement.status().isInForce())
                .toList();
        if (earlier.stream().anyMatch(statement -> statement.value().equals(claim.value()))) return;
        if (earlier.isEmpty()) writing.statements().accept(claim);
        else writing.statements().supersede(earlier.getLast().id(), claim, reason);
    }
}
