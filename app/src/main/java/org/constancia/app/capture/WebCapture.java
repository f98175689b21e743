package org.constancia.app.capture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.constancia.app.sources.Intake;
import org.constancia.core.confine.Room;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.SourceId;
import org.constancia.evidence.capture.PageCapture;
import org.constancia.store.record.Change;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.source.PartRows;
import org.jspecify.annotations.Nullable;

/// Fetches a page with what it needs into a WARC file and brings that in: the archive is preserved, the page in it is a
/// source of its own. Nothing is on record when the page cannot be fetched.
public final class WebCapture {
    private static final int ANY = 1000;

    private final PageCapture fetching;
    private final Intake intake;
    private final Records records;
    private final Supplier<Session> session;
    private final Path workspace;

    /// @param workspace an existing folder for the archive while it is written
    public WebCapture(PageCapture fetching, Intake intake, Records records, Supplier<Session> session, Path workspace) {
        this.fetching = fetching;
        this.intake = intake;
        this.records = records;
        this.session = session;
        this.workspace = workspace;
    }

    /// @param page the address after redirects
    /// @param status of its answer
    /// @param answers how many the archive holds
    /// @param missing what the page needs and could not be fetched, and why
    /// @param source the number of the page as a source; null when it is no document or was not a success
    public record Captured(
            URI page,
            int status,
            int answers,
            List<String> missing,
            Intake.Taken archive,
            @Nullable Long source) {}

    /// @throws ConstanciaException as [PageCapture#capture] throws it
    public Captured capture(URI target, @Nullable String outlet, @Nullable String published) {
        try (Room room = Room.in(workspace)) {
            Path warc = room.file("capture.warc");
            PageCapture.Result result = fetch(target, warc);
            Intake.Taken archive = bringIn(target, warc, new Intake.Known(outlet, published, text(result.page())));
            records.write(
                    session.get(),
                    writing -> writing.note(
                            Change.Kind.PAGE_CAPTURED,
                            entity(archive.source()).toString(),
                            Map.of(
                                    "target", text(target),
                                    "page", text(result.page()),
                                    "status", result.status(),
                                    "answers", result.records(),
                                    "missing", result.missing())));
            return new Captured(
                    result.page(),
                    result.status(),
                    result.records(),
                    result.missing(),
                    archive,
                    find(archive.source(), result.page()).orElse(null));
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED, "The capture cannot be written; nothing is on record", failure)
                    .with("target", target);
        }
    }

    private PageCapture.Result fetch(URI target, Path warc) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(warc))) {
            return fetching.capture(target, out);
        }
    }

    private Intake.Taken bringIn(URI target, Path warc, Intake.Known known) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(warc))) {
            return intake.take(bytes, new Arrival("capture", text(target)), "application/warc", known);
        }
    }

    private Optional<Long> find(SourceId archive, URI page) {
        return records.read(session.get(), jdbc -> PartRows.listParts(jdbc, archive, ANY)).stream()
                .filter(part -> text(page).equals(part.target()))
                .map(PartRows.PartRow::number)
                .findFirst();
    }

    private static String text(URI address) {
        return address.toString();
    }

    private static EntityId entity(SourceId source) {
        return new EntityId(EntityKind.SOURCE, source.value());
    }
}
