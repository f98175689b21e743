package org.constancia.store.log;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.record.CollectionId;
import org.constancia.evidence.content.Content;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.Receipt;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor;
import org.constancia.core.record.SourceId;

/// Preserves items with 16 writers and sequences, until it is killed. Prints a line for each item once it is
/// acknowledged: `ack <sha256> <change>`. Arguments: home, collection, seed; the database is in the environment.
public final class WritingChild {
    private static final int WRITERS = 16;

    private final ContentStore contents;
    private final Records records;
    private final Session session;
    private final Sequencer sequencer;

    private WritingChild(Database database, Path home, CollectionId collection) {
        this.contents = ContentStore.open(home.resolve("contents"), NameKey.of(new byte[32]));
        this.records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
        this.session = Session.working("ana", collection);
        this.sequencer = new Sequencer(
                database.owner(), LogPlace.of(home, home.resolve("outside"), new SecureRandom()), Clock.systemUTC());
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path home = Path.of(arguments[0]);
        Database database = Database.open(new DatabaseLocation.External(
                System.getenv("CHILD_DATABASE"), home, System.getenv("CHILD_PASSWORD")));
        WritingChild child = new WritingChild(database, home, new CollectionId(UUID.fromString(arguments[1])));
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(Long.parseLong(arguments[2]) * WRITERS + writer);
            Thread.ofPlatform().start(() -> child.write(random));
        }
        child.sequence();
    }

    private void write(Random random) {
        while (true) {
            byte[] bytes = new byte[1 + random.nextInt(4096)];
            random.nextBytes(bytes);
            try {
                Content content = contents.put(new ByteArrayInputStream(bytes), bytes.length);
                Receipt<SourceId> receipt = records.write(
                        session,
                        writing -> writing.sources()
                                .preserve(new SourceDoor.Preserved(
                                        content.sha256().hex(), content.sha512().hex(), content.length(), null)));
                say("ack " + content.sha256().hex() + " " + receipt.changes().getFirst());
            } catch (ConstanciaException refused) {
                say("refused " + refused.problem());
            }
        }
    }

    private void sequence() throws InterruptedException {
        while (true) {
            try {
                sequencer.sequence();
            } catch (ConstanciaException refused) {
                say("refused " + refused.problem());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
