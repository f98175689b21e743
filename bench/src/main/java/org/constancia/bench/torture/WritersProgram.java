package org.constancia.bench.torture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.record.CollectionId;
import org.constancia.core.record.SourceId;
import org.constancia.evidence.content.Content;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.store.log.LogPlace;
import org.constancia.store.log.Sequencer;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.Receipt;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.constancia.store.record.SourceDoor;

/// The victim: writers preserve random items, a sequencer takes the changes to the log. A line is printed for each item
/// once it is acknowledged, `ack <sha256> <change>`, and for each refusal.
///
/// When everything is open it prints `ready` and waits for a line on its input, so that a tracer can be attached that
/// sees nothing but the work itself.
///
/// Arguments: home of the files, home of the database, collection, seed, writers, items a writer (0 for ever).
public final class WritersProgram {
    private final ContentStore contents;
    private final Records records;
    private final Session session;
    private final Sequencer sequencer;
    private volatile boolean isEnding;

    private WritersProgram(Database database, Path home, CollectionId collection) {
        this.contents = ContentStore.open(home.resolve("contents"), NameKey.of(new byte[32]));
        this.records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
        this.session = Session.working("torture", collection);
        this.sequencer = new Sequencer(
                database.owner(), LogPlace.of(home, home.resolve("outside"), new SecureRandom()), Clock.systemUTC());
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        try (Database database = Database.open(new DatabaseLocation.Bundled(Path.of(arguments[1])))) {
            WritersProgram program = new WritersProgram(
                    database, Path.of(arguments[0]), new CollectionId(UUID.fromString(arguments[2])));
            say("ready");
            if (System.in.read() < 0) return;
            program.run(Long.parseLong(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        } catch (ConstanciaException refused) {
            say("refused " + refused.problem());
        }
    }

    private void run(long seed, int writers, int items) throws InterruptedException {
        Thread[] threads = new Thread[writers];
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(seed * writers + writer);
            threads[writer] = Thread.ofPlatform().start(() -> write(random, items));
        }
        Thread sequencing = Thread.ofPlatform().start(this::sequence);
        for (Thread thread : threads) thread.join();
        isEnding = true;
        sequencing.join();
    }

    private void write(Random random, int items) {
        for (int item = 0; items == 0 || item < items; item++) {
            byte[] bytes = new byte[1 + random.nextInt(16_384)];
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

    private void sequence() {
        boolean last;
        do {
            last = isEnding;
            try {
                sequencer.sequence();
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (ConstanciaException refused) {
                say("refused " + refused.problem());
            } catch (InterruptedException interrupted) {
                return;
            }
        } while (!last);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
