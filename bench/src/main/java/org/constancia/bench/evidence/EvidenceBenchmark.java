package org.constancia.bench.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogAudit;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.LogKeyring;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Policy;

/// Measures, on the disk of the directory it is given: `log` entries appended in batches of 256 with durable
/// tiles and
/// two signatures, `fsck` over them, single proofs; `ingest` of 64 KiB items by 32 clients; `stream` of one large
/// file.
///
/// Arguments: directory, what (`log`, `ingest`, `stream`), how much (entries, seconds, MiB).
public final class EvidenceBenchmark {
    private static final int BATCH = 256;
    private static final int CLIENTS = 32;
    private static final int ITEM = 64 << 10;

    private EvidenceBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        long amount = Long.parseLong(arguments[2]);
        switch (arguments[1]) {
            case "log" -> log(directory, amount);
            case "ingest" -> ingest(directory, amount);
            case "stream" -> stream(directory, amount);
            default -> throw new IllegalArgumentException("log, ingest or stream");
        }
    }

    private static void log(Path directory, long entries) {
        LogKeyring keys = new LogKeyring(directory.resolve("keys"), "bench.example/log", new SecureRandom());
        TransparencyLog log =
                TransparencyLog.open(directory.resolve("log"), directory.resolve("outside"), keys, Clock.systemUTC());
        long[] lags = new long[(int) ((entries + BATCH - 1) / BATCH)];
        long start = System.nanoTime();
        for (int batch = 0; batch < lags.length; batch++) {
            long before = System.nanoTime();
            log.append(entries((long) batch * BATCH, BATCH));
            lags[batch] = System.nanoTime() - before;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report("log: entries/s, batches of 256, two signatures each", log.size() / seconds);
        report("log: one batch to signed checkpoint, p99 ms", percentile(lags, 0.99) / 1e6);
        proofs(log);
        start = System.nanoTime();
        List<Disagreement> found = LogAudit.audit(
                directory.resolve("log/1"), Policy.parse(log.policy()), Collections.emptyIterator(), (_, _) -> {});
        report("fsck: seconds for " + log.size() + " entries", (System.nanoTime() - start) / 1e9);
        report("fsck: disagreements", found.size());
    }

    private static void proofs(TransparencyLog log) {
        Random random = new Random(1);
        long[] times = new long[2000];
        for (int i = 0; i < times.length; i++) {
            long index = random.nextLong(log.size());
            long before = System.nanoTime();
            log.proof(index);
            times[i] = System.nanoTime() - before;
        }
        report("proof: p50 ms", percentile(times, 0.5) / 1e6);
        report("proof: p99 ms", percentile(times, 0.99) / 1e6);
    }

    private static void ingest(Path directory, long seconds) throws Exception {
        try (ContentStore store = ContentStore.open(directory.resolve("content"), NameKey.of(new byte[32]));
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                tasks.add(() -> putUntil(store, random, end));
            }
            long start = System.nanoTime();
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> client : clients.invokeAll(tasks)) {
                all.add(client.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] times = all.stream().flatMapToLong(Arrays::stream).toArray();
            report("ingest: acknowledged 64 KiB items/s, 32 clients", times.length / took);
            report("ingest: p99 ms", percentile(times, 0.99) / 1e6);
        }
    }

    private static long[] putUntil(ContentStore store, Random random, long end) {
        List<Long> times = new ArrayList<>();
        byte[] item = new byte[ITEM];
        while (System.nanoTime() < end) {
            random.nextBytes(item);
            long before = System.nanoTime();
            store.put(new ByteArrayInputStream(item), ITEM);
            times.add(System.nanoTime() - before);
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static void stream(Path directory, long mebibytes) throws IOException {
        byte[] block = new byte[1 << 20];
        new Random(2).nextBytes(block);
        try (ContentStore store = ContentStore.open(directory.resolve("content"), NameKey.of(new byte[32]));
                InputStream input = repeated(block, mebibytes)) {
            long start = System.nanoTime();
            store.put(input, Long.MAX_VALUE);
            report("stream: MB/s", mebibytes * 1.048576 / ((System.nanoTime() - start) / 1e9));
            report("stream: heap limit MiB", Runtime.getRuntime().maxMemory() / 1048576.0);
        }
    }

    private static InputStream repeated(byte[] block, long times) {
        return new InputStream() {
            private long left = times * block.length;

            @Override
            public int read() {
                return left-- > 0 ? block[0] & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int from = (int) ((times * block.length - left) % block.length);
                int count = (int) Math.min(Math.min(length, block.length - from), left);
                if (count <= 0) {
                    return -1;
                }
                System.arraycopy(block, from, target, offset, count);
                left -= count;
                return count;
            }
        };
    }

    private static List<LogEntry> entries(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(number -> new LogEntry(
                        "record.update",
                        "subject-" + number % 1000,
                        Sha256.digestOf(Long.toString(number).getBytes(StandardCharsets.UTF_8)),
                        Optional.of(Sha256.digestOf(new byte[] {1})),
                        "actor-1",
                        Instant.EPOCH.plusSeconds(1_790_000_000L + number)))
                .toList();
    }

    private static double percentile(long[] values, double share) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    private static void report(String what, double figure) {
        System.out.printf("%-60s %,.2f%n", what, figure);
    }
}
