package org.constancia.bench.record;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.constancia.core.record.CollectionId;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.store.log.LogPlace;
import org.constancia.store.log.RecordCheck;
import org.constancia.store.log.Sequencer;
import org.constancia.store.postgres.Database;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.Change;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;

/// How many changes a second the sequencer takes from a real outbox to the log, how long the check of everything takes,
/// and a proof.
///
/// Arguments: a home directory for the bundled server and the log, the number of changes.
public final class LogSpeedProgram {
    private static final int IN_ONE_TRANSACTION = 2_000;
    private static final int PROOFS = 2_000;

    private LogSpeedProgram() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        int changes = Integer.parseInt(arguments[1]);
        try (Database database = Database.open(new DatabaseLocation.Bundled(home));
                ContentStore contents = ContentStore.open(home.resolve("contents"), NameKey.of(new byte[32]))) {
            LogPlace place = LogPlace.of(home, home.resolve("outside"), new SecureRandom());
            Sequencer sequencer = new Sequencer(database.owner(), place, Clock.systemUTC());
            write(database, changes);
            long begun = System.nanoTime();
            int taken = sequencer.sequence();
            double seconds = seconds(begun);
            System.out.printf("sequenced %d in %.1f s: %.0f/s%n", taken, seconds, taken / seconds);
            begun = System.nanoTime();
            RecordCheck.Report report = sequencer.check(contents, (part, done, of) -> {});
            System.out.printf(
                    "fsck of %d entries: %.1f s, %d disagreements%n",
                    report.entries(), seconds(begun), report.disagreements().size());
            prove(sequencer);
        }
    }

    private static void write(Database database, int changes) {
        CollectionId collection = new CollectionId(UUID.randomUUID());
        new CollectionRegister(database.owner()).found(collection, "speed", true);
        Records records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
        Session session = Session.working("speed", collection);
        long begun = System.nanoTime();
        for (int written = 0; written < changes; written += IN_ONE_TRANSACTION) {
            int from = written;
            records.write(session, writing -> {
                for (int i = from; i < Math.min(changes, from + IN_ONE_TRANSACTION); i++) {
                    writing.note(Change.Kind.EXPORT_MADE, "event:" + i % 50_000, Map.of("number", i));
                }
                return from;
            });
        }
        System.out.printf("wrote %d changes in %.1f s%n", changes, seconds(begun));
    }

    private static void prove(Sequencer sequencer) {
        Random random = new Random(1);
        long[] nanos = new long[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long begun = System.nanoTime();
            sequencer.log().proof(random.nextLong(sequencer.log().size()));
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf("proof p50 %.2f ms, p99 %.2f ms%n", nanos[PROOFS / 2] / 1e6, nanos[PROOFS * 99 / 100] / 1e6);
    }

    private static double seconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }
}
