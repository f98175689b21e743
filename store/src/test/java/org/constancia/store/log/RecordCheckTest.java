package org.constancia.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.evidence.content.Content;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.log.Disagreement;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.store.record.SourceDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every tampering with rows, leaves, tiles, checkpoints and blobs is found, and the place of it named.
final class RecordCheckTest {
    private static final int CHANGES = 300;

    private static TestDatabase database;
    private static LoggedRecord record;
    private static ContentStore contents;
    private static Sequencer sequencer;

    @TempDir
    static Path home;

    @BeforeAll
    static void aSoundRecord() {
        database = TestDatabase.fresh();
        record = new LoggedRecord(database.database(), home);
        contents = ContentStore.open(home.resolve("contents"), NameKey.of(new byte[32]));
        sequencer = record.open();
        Content content = contents.put(new ByteArrayInputStream("Un texto".getBytes(StandardCharsets.UTF_8)), 100);
        record.records.write(record.session, writing -> {
            writing.sources()
                    .preserve(new SourceDoor.Preserved(
                            content.sha256().hex(), content.sha512().hex(), content.length(), "text/plain"));
            var event = writing.create(EntityKind.EVENT);
            writing.statements()
                    .accept(new Claim(
                            event,
                            Property.EVENT_TITLE,
                            Property.EVENT_TITLE.parse("Protesta"),
                            Basis.OBSERVED,
                            null,
                            null,
                            "said in the test"));
            return event;
        });
        record.change("event:1", CHANGES);
        sequencer.sequence();
    }

    @AfterAll
    static void close() {
        contents.close();
        database.close();
    }

    private static List<Disagreement> check() {
        return sequencer.check(contents, (part, done, of) -> {}).disagreements();
    }

    @Test
    void aSoundRecordIsSound() {
        RecordCheck.Report report = sequencer.check(contents, (part, done, of) -> {});
        assertThat(report.disagreements()).isEmpty();
        assertThat(report.entries()).isEqualTo(CHANGES + 4);
        assertThat(report.blobs()).isEqualTo(1);
    }

    @Test
    void anEditedChangeIsNamed() {
        tamper(
                "update outbox set content = replace(content, '\"number\":7,', '\"number\":777,')",
                "update outbox set content = replace(content, '\"number\":777,', '\"number\":7,')",
                "row 11");
    }

    @Test
    void aChangeThatIsNoLongerJsonIsNamedAndDoesNotEndTheCheck() {
        tamper(
                "update outbox set content = replace(content, '\"number\":7,', '#number\":7,')",
                "update outbox set content = replace(content, '#number\":7,', '\"number\":7,')",
                "row 11");
        tamper(
                "update outbox set content = replace(content, '\"number\":7,', '#number\":7,')",
                "update outbox set content = replace(content, '#number\":7,', '\"number\":7,')",
                "outbox 12");
        tamper(
                "update outbox set content = replace(content, 'Protesta', 'Prote\\u0000sta')",
                "update outbox set content = replace(content, 'Prote\\u0000sta', 'Protesta')",
                "statement 1");
    }

    @Test
    void anEditedAuthorIsNamed() {
        tamper(
                "update outbox set author = 'eva' where number = 5",
                "update outbox set author = 'ana' where number = 5",
                "row 4");
    }

    @Test
    void anEditedTimeIsNamed() {
        tamper(
                "update outbox set changed_at = changed_at - interval '1 day' where number = 5",
                "update outbox set changed_at = changed_at + interval '1 day' where number = 5",
                "row 4");
    }

    @Test
    void anEditedSaltIsNamed() {
        tamper(
                "update outbox set salt = set_byte(salt, 0, (get_byte(salt, 0) + 1) % 256) where number = 6",
                "update outbox set salt = set_byte(salt, 0, (get_byte(salt, 0) + 255) % 256) where number = 6",
                "row 5");
    }

    @Test
    void anEditedLeafHashIsNamed() {
        tamper(
                "update log_entry set leaf_hash = set_byte(leaf_hash, 3, (get_byte(leaf_hash, 3) + 1) % 256) where leaf = 20",
                "update log_entry set leaf_hash = set_byte(leaf_hash, 3, (get_byte(leaf_hash, 3) + 255) % 256) where leaf = 20",
                "row 20");
    }

    @Test
    void anEditedStatementIsNamed() {
        tamper("update statement set value = 'Otra cosa'", "update statement set value = 'Protesta'", "statement 1");
    }

    @Test
    void anEditedDigestOfASourceIsNamed() {
        tamper("update source set length = length + 1", "update source set length = length - 1", "source 1");
    }

    @Test
    void aCheckpointThatWasNeverSignedIsNamed() {
        tamper(
                "insert into log_checkpoint (log, size, root, signed_at) values (1, 4, decode(repeat('11', 32), 'hex'), now())",
                "delete from log_checkpoint where size = 4",
                "row checkpoint 4");
    }

    @Test
    void aFlippedBitInAnyFileIsFoundAndItsFileOrEntryNamed() throws IOException {
        List<String> missed = new ArrayList<>();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 0x10;
            Files.write(file, changed);
            if (check().isEmpty()) missed.add(home.relativize(file).toString());
            Files.write(file, bytes);
        }
        assertThat(missed).isEmpty();
        assertThat(check()).isEmpty();
    }

    /// Tiles, checkpoint, blobs and the copies of checkpoints.
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/tile/")
                            || file.toString().contains("/blobs/")
                            || file.toString().endsWith("/1/checkpoint")
                            || file.toString().contains("/outside/"))
                    .sorted()
                    .toList();
        }
    }

    private static void tamper(String change, String undo, String place) {
        Tampering.of(database).alter(change);
        List<Disagreement> found = check();
        Tampering.of(database).alter(undo);
        assertThat(found).extracting(Disagreement::place).contains(place);
        assertThat(check()).isEmpty();
    }
}
