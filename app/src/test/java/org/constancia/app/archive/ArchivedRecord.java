package org.constancia.app.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.constancia.app.archive.Restore.LogContinuation;
import org.constancia.app.configure.RestoredWorkplace;
import org.constancia.app.configure.Workplace;
import org.constancia.app.sources.Intake;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.SourceDoor.Arrival;

/// A record that is written to, archived, and restored elsewhere.
final class ArchivedRecord {
    static final Progress SILENT = (step, done, of) -> {};

    private ArchivedRecord() {}

    static Workplace open(DatabaseLocation location, Path home) {
        return Workplace.open(location, home, true, Clock.systemUTC(), line -> {});
    }

    /// A source with this text, acknowledged and not read.
    static String preserve(Workplace workplace, String text) {
        return preserve(workplace, text.getBytes(StandardCharsets.UTF_8));
    }

    static String preserve(Workplace workplace, byte[] bytes) {
        return workplace
                .intake()
                .preserve(new ByteArrayInputStream(bytes), new Arrival("upload", "a.txt"), null, Intake.Known.NOTHING)
                .sha256();
    }

    static EntityId event(Workplace workplace, String title) {
        return workplace
                .records()
                .write(workplace.session(), writing -> {
                    EntityId event = writing.create(EntityKind.EVENT);
                    writing.statements()
                            .accept(new Claim(
                                    event,
                                    Property.EVENT_TITLE,
                                    Property.EVENT_TITLE.parse(title),
                                    Basis.OBSERVED,
                                    null,
                                    null,
                                    "said in the test"));
                    return event;
                })
                .result();
    }

    static byte[] archive(Workplace workplace) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        workplace.backup().writeTo(archive, SILENT);
        return archive.toByteArray();
    }

    /// Restores, opens, checks.
    static RestoredWorkplace.Outcome restore(
            byte[] archive, DatabaseLocation location, Path home, Path checkpoints, LogContinuation continuation) {
        return new RestoredWorkplace(home, location, () -> checkpoints, Clock.systemUTC(), line -> {})
                .restore(
                        new Restore(home, location, () -> checkpoints, continuation, line -> {}),
                        new ByteArrayInputStream(archive),
                        false,
                        SILENT);
    }
}
