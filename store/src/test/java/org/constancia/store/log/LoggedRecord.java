package org.constancia.store.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.CollectionId;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.Salt;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;
import org.constancia.store.postgres.Database;
import org.constancia.store.record.Change;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;

/// A collection whose changes go to a log in a directory.
final class LoggedRecord {
    final CollectionId collection = new CollectionId(UUID.randomUUID());
    final Session session = Session.working("ana", collection);
    final Records records;
    final Database database;
    final Path home;

    LoggedRecord(Database database, Path home) {
        this.database = database;
        this.home = home;
        this.records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
        new CollectionRegister(database.owner()).found(collection, "test", true);
    }

    Sequencer open() {
        return new Sequencer(database.owner(), place(), Clock.systemUTC());
    }

    LogPlace place() {
        return LogPlace.of(home, home.resolve("outside"), new SecureRandom());
    }

    /// Changes that write nothing else, each in a transaction of its own.
    List<ChangeId> change(String subject, int count) {
        List<ChangeId> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            changes.addAll(records.write(
                            session,
                            writing -> writing.note(Change.Kind.EXPORT_MADE, subject, Map.of("number", number)))
                    .changes());
        }
        return changes;
    }

    OpeningRow row(ChangeId change) {
        return new OpeningRows(database.owner()).find(change.value()).orElseThrow();
    }

    /// Whether a stranger with the log's policy is convinced that this change is in the log and says what it says.
    static boolean proves(Sequencer sequencer, OpeningRow row) {
        byte[] entry = sequencer.log().entry(row.leaf());
        LogProof proof = LogProof.parse(sequencer.log().proof(row.leaf()).bytes());
        boolean opens = Salt.of(row.salt())
                .commitTo(row.content().getBytes(UTF_8))
                .equals(LogEntry.parse(entry).commitment());
        return opens && proof.verify(entry, Policy.parse(sequencer.log().policy())) instanceof LogProof.Result.Proven;
    }
}
