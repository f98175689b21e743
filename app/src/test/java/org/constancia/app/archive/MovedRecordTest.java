package org.constancia.app.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.constancia.app.archive.ArchivedRecord.archive;
import static org.constancia.app.archive.ArchivedRecord.event;
import static org.constancia.app.archive.ArchivedRecord.open;
import static org.constancia.app.archive.ArchivedRecord.preserve;
import static org.constancia.app.archive.ArchivedRecord.restore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.constancia.app.archive.Restore.LogContinuation;
import org.constancia.app.configure.RestoredWorkplace;
import org.constancia.app.configure.Workplace;
import org.constancia.core.record.CollectionId;
import org.constancia.evidence.archive.ArchiveWriter;
import org.constancia.evidence.log.LogState;
import org.constancia.store.archive.ArchivedTable;
import org.constancia.store.archive.Snapshot;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.postgres.Schema;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.CollectionRegister;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record moves: from the bundled server to one that somebody else runs and back, and from an older
/// Constancia's archive into this one.
@Tag("drill")
final class MovedRecordTest {
    @TempDir
    Path place;

    @Test
    void aRecordMovesFromTheBundledServerToAnotherAndBackAndItsLogGoesOn() throws IOException {
        Path laptop = place.resolve("laptop");
        byte[] first;
        String origin;
        try (Workplace bundled = open(new DatabaseLocation.Bundled(laptop), laptop)) {
            preserve(bundled, "Al menos 29 personas murieron en Soacha.");
            event(bundled, "Represión de la protesta, Soacha");
            bundled.log().sequence();
            origin = bundled.log().current().origin();
            first = archive(bundled);
        }
        byte[] second;
        try (TestDatabase theirs = TestDatabase.fresh()) {
            Path served = place.resolve("served");
            assertThatItArrives(restored(first, theirs.location(served), served), 1);
            try (Workplace external = open(theirs.location(served), served)) {
                preserve(external, "Una segunda fuente");
                external.log().sequence();
                assertThat(external.log().current().origin()).isEqualTo(origin);
                second = archive(external);
            }
        }
        Path again = place.resolve("again");
        assertThatItArrives(restored(second, new DatabaseLocation.Bundled(again), again), 2);
        try (Workplace back = open(new DatabaseLocation.Bundled(again), again)) {
            preserve(back, "Una tercera fuente");
            assertThat(back.log().sequence()).isPositive();
            assertThat(back.log().current().origin()).isEqualTo(origin);
        }
    }

    private static RestoredWorkplace.Outcome restored(byte[] archive, DatabaseLocation location, Path home) {
        return restore(archive, location, home, home.resolve("checkpoints"), LogContinuation.NOTHING_RECORDED_SINCE);
    }

    private static void assertThatItArrives(RestoredWorkplace.Outcome outcome, int sources) {
        assertThat(outcome.isSound()).as("%s", outcome).isTrue();
        assertThat(outcome.sources()).isEqualTo(sources);
        assertThat(outcome.statements()).isEqualTo(1);
        assertThat(outcome.log()).isInstanceOf(LogState.Writable.class);
    }

    /// The archive holds the rows of its own version's tables; they are loaded into those tables, and
    /// migrated.
    @Test
    void anArchiveOfAnOlderSchemaIsMigratedWhenItIsOpened() throws IOException {
        CollectionId collection = new CollectionId(UUID.randomUUID());
        try (TestDatabase now = TestDatabase.fresh();
                TestDatabase then = TestDatabase.withoutTables();
                TestDatabase there = TestDatabase.withoutTables()) {
            Schema current = now.database().schema();
            Schema older = new Schema(current.steps().subList(0, current.steps().size() - 1));
            byte[] archive;
            try (Database database = Database.openEmpty(then.location(place.resolve("older")), older, line -> {})) {
                new CollectionRegister(database.owner()).found(collection, "de antes", true);
                archive = archived(database, older);
            }
            Path target = place.resolve("newer");
            RestoredWorkplace.Outcome outcome = restored(archive, there.location(target), target);
            assertThat(outcome.isSound()).as("%s", outcome).isTrue();
            try (Database database = Database.open(there.location(target), line -> {})) {
                assertThat(database.schema()).isEqualTo(current);
                assertThat(collections(database)).contains("de antes");
            }
        }
    }

    /// What a backup of that version wrote: today's asks for tables that were not there yet.
    private static byte[] archived(Database database, Schema schema) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Snapshot snapshot = Snapshot.take(database.owner());
                ArchiveWriter archive = new ArchiveWriter(out)) {
            ArchiveHead head = new ArchiveHead(
                    ArchiveHead.FORMAT,
                    Instant.now(),
                    schema,
                    snapshot.tables(),
                    snapshot.sequences(),
                    new Snapshot.Figures(0, 0, 0, 0, 0, null),
                    0,
                    null);
            archive.entry(ArchiveHead.ENTRY, head::writeTo);
            for (ArchivedTable table : head.tables()) {
                archive.entry(Backup.TABLES + table.name() + ".copy", rows -> snapshot.copy(table, rows));
            }
            archive.entry(Backup.SHORTCOMINGS, text -> {});
            archive.finish();
        }
        return out.toByteArray();
    }

    /// The rows of the table of collections, which row-level security shows to an archive only.
    private static String collections(Database database) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (Snapshot snapshot = Snapshot.take(database.owner())) {
            for (ArchivedTable table : snapshot.tables()) {
                if (table.name().equals("collection")) snapshot.copy(table, rows);
            }
        }
        return rows.toString(StandardCharsets.UTF_8);
    }
}
