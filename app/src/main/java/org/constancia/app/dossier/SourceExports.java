package org.constancia.app.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.constancia.app.log.RecordLog;
import org.constancia.app.sources.Intake;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.dossier.Bag;
import org.constancia.evidence.dossier.BagFiles;
import org.constancia.evidence.dossier.BagPath;
import org.constancia.evidence.dossier.BagWriter;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.constancia.store.record.Change;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.source.SourceRow;
import org.constancia.store.source.SourceRows;
import org.jspecify.annotations.Nullable;

/// The sources of a collection as a bag (BagIt 1.0): originals byte for byte, and what is known of each. The same, or a
/// dossier, brought into another record gives the same originals there.
///
/// ```
/// data/originals/<number>/<name>   the preserved bytes
/// data/sources.json                digests, captures, title, publisher, date, address
/// ```
public final class SourceExports {
    private static final String FORMAT = "constancia sources v1";
    private static final int AT_ONCE = 500;

    private final Records records;
    private final Supplier<Session> session;
    private final ContentStore contents;
    private final RecordLog log;
    private final Intake intake;
    private final Clock clock;

    public SourceExports(
            Records records,
            Supplier<Session> session,
            ContentStore contents,
            RecordLog log,
            Intake intake,
            Clock clock) {
        this.records = records;
        this.session = session;
        this.contents = contents;
        this.log = log;
        this.intake = intake;
        this.clock = clock;
    }

    /// Told about each item that is done.
    @FunctionalInterface
    public interface Progress {
        void done(int items, int of);
    }

    /// Exports every source of the collection: to a ZIP file when the name ends so, otherwise to a directory that does
    /// not exist yet. Nothing is there under the name before all of it is.
    ///
    /// @return how many sources
    /// @throws ConstanciaException with [Problem#CANNOT_WRITE_OUTPUT]
    public int export(Path out, Progress progress) {
        List<SourceItem> items = list();
        Path target = out.toAbsolutePath();
        String name = String.valueOf(target.getFileName());
        if (name.endsWith(".zip")) {
            new Destination(target).write(stream -> {
                try (BagFiles.Zip bag = new BagFiles.Zip(stream, "constancia-sources")) {
                    write(items, bag, progress);
                }
            });
        } else {
            exportDirectory(items, target, name, progress);
        }
        return items.size();
    }

    private void exportDirectory(List<SourceItem> items, Path target, String name, Progress progress) {
        if (Files.exists(target)) {
            throw new ConstanciaException(
                            Problem.CANNOT_WRITE_OUTPUT,
                            "There is something under this name already; nothing was exported")
                    .with("out", target);
        }
        Path aside = target.resolveSibling("." + name + ".partial");
        try {
            removeTree(aside);
            try (BagFiles.Directory bag = new BagFiles.Directory(aside)) {
                write(items, bag, progress);
            }
            Files.move(aside, target);
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.CANNOT_WRITE_OUTPUT, "The export cannot be written; there is none", failure)
                    .with("out", target)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    private static void removeTree(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private List<SourceItem> list() {
        return records.read(session.get(), jdbc -> {
            List<SourceItem> items = new ArrayList<>();
            List<SourceRow> rows = SourceRows.list(jdbc, 0, AT_ONCE);
            for (int offset = 0; !rows.isEmpty(); offset += AT_ONCE, rows = SourceRows.list(jdbc, offset, AT_ONCE)) {
                rows.stream().filter(row -> !row.isErased()).forEach(row -> items.add(SourceItem.read(jdbc, row)));
            }
            items.sort(
                    (one, other) -> Long.compare(one.row().number(), other.row().number()));
            return items;
        });
    }

    private void write(List<SourceItem> items, BagFiles files, Progress progress) throws IOException {
        BagWriter bag = new BagWriter(files);
        int done = 0;
        for (SourceItem item : items) {
            try (InputStream original = contents.open(item.sha256())) {
                bag.payload(item.original(), original);
            }
            progress.done(++done, items.size());
        }
        Json.Object described = Json.object()
                .with("format", FORMAT)
                .with(
                        "sources",
                        EventRecords.array(
                                items,
                                item -> EventRecords.with(
                                        EventRecords.describe(item)
                                                .with("id", item.entity().toString()),
                                        "mediaType",
                                        item.row().mediaType())));
        bag.payload(new BagPath("sources.json"), new ByteArrayInputStream(CanonicalJson.bytes(described)));
        Sha512 manifest = bag.seal();
        records.write(
                session.get(),
                writing -> writing.note(
                        Change.Kind.EXPORT_MADE,
                        "collection:" + session.get().collection(),
                        Map.of("manifestSha512", manifest.hex(), "sources", items.size())));
        log.sequence();
        bag.finish(
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                Map.of("External-Description", "Sources of a collection of Constancia"));
    }

    /// What became of one item.
    ///
    /// @param isNew whether the collection did not have these bytes yet
    public record Imported(long number, String sha256, boolean isNew, String fileName) {}

    /// Brings in the originals of an export or a dossier, a ZIP file or a directory. Every byte is checked before the
    /// first is taken.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when it is neither, or damaged; then nothing is brought
    ///     in
    public List<Imported> bringIn(Path path, Progress progress) {
        if (!Files.exists(path)) {
            throw new ConstanciaException(
                            Problem.INPUT_NOT_FOUND, "There is no such file or folder; nothing was brought in")
                    .with("path", path);
        }
        try (Bag bag = Bag.open(path)) {
            List<String> wrong = bag.check();
            if (!wrong.isEmpty()) {
                throw new ConstanciaException(Problem.BAD_INPUT, "It is damaged; nothing was brought in")
                        .with("place", wrong.getFirst());
            }
            String manifest = Sha512.digestOf(Files.readAllBytes(bag.resolve("manifest-sha512.txt")))
                    .hex();
            List<Json.Object> sources = described(bag);
            List<Imported> imported = new ArrayList<>();
            for (Json.Object source : sources) {
                imported.add(take(bag, source, manifest));
                progress.done(imported.size(), sources.size());
            }
            return imported;
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.BAD_INPUT, "It cannot be read to its end", failure)
                    .with("path", path)
                    .with("reason", String.valueOf(failure.getMessage()));
        }
    }

    private static List<Json.Object> described(Bag bag) throws IOException {
        for (String name : List.of("data/sources.json", "data/records.json")) {
            Path file = bag.resolve(name);
            if (Files.exists(file)
                    && JsonReader.readObject(Files.readAllBytes(file))
                                    .find("sources")
                                    .orElse(new Json.Null())
                            instanceof Json.Array(List<Json> items)) {
                return items.stream()
                        .filter(Json.Object.class::isInstance)
                        .map(Json.Object.class::cast)
                        .toList();
            }
        }
        throw new ConstanciaException(
                Problem.BAD_INPUT, "This is neither an export nor a dossier of Constancia; nothing was brought in");
    }

    private Imported take(Bag bag, Json.Object source, String manifest) throws IOException {
        String place = "data/" + source.findText("file").orElse("");
        Json capture = source.find("captures").orElse(new Json.Array(List.of()));
        String fileName = place.substring(place.lastIndexOf('/') + 1);
        if (capture instanceof Json.Array(List<Json> captures)) {
            fileName = captures.stream()
                    .filter(Json.Object.class::isInstance)
                    .flatMap(one -> ((Json.Object) one).findText("fileName").stream())
                    .findFirst()
                    .orElse(fileName);
        }
        Intake.Known known =
                new Intake.Known(text(source, "publisher"), text(source, "published"), text(source, "url"));
        Intake.Taken taken;
        try (InputStream bytes = Files.newInputStream(bag.resolve(place))) {
            taken = intake.take(bytes, new Arrival("import", fileName), text(source, "mediaType"), known);
        }
        keepCustody(taken, source, capture, manifest);
        return new Imported(taken.number(), taken.sha256(), taken.isNew(), fileName);
    }

    /// Puts on record how the item came in where it was before.
    private void keepCustody(Intake.Taken taken, Json.Object source, Json captures, String manifest) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("manifestSha512", manifest);
        facts.put("sha256", source.findText("sha256").orElse(""));
        facts.put("formerId", source.findText("id").orElse(""));
        facts.put("formerReceipt", source.findText("receivedAt").orElse(""));
        facts.put("formerCaptures", CanonicalJson.text(captures));
        records.write(
                session.get(),
                writing -> writing.note(
                        Change.Kind.IMPORT_MADE,
                        new EntityId(EntityKind.SOURCE, taken.source().value()).toString(),
                        facts));
    }

    private static @Nullable String text(Json.Object source, String name) {
        return source.findText(name).orElse(null);
    }
}
