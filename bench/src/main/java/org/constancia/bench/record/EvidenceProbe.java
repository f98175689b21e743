package org.constancia.bench.record;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.constancia.app.configure.Workplace;
import org.constancia.app.sources.Intake;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.Change;
import org.constancia.store.record.SourceDoor.Arrival;

/// Measures the evidence as it is used: through the door, the database and the sequencer.
///
/// Arguments: an empty home, then `log` CHANGES RATE SECONDS (a backlog of so many changes, then so many a second for
/// so long), or `ingest` SECONDS `preserve`|`take` (32 clients with items of 64 KiB, acknowledged or also read).
public final class EvidenceProbe {
    private static final int CLIENTS = 32;
    private static final int ITEM = 64 << 10;
    private static final int AT_ONCE = 100;
    private static final long SECOND = 1_000_000_000L;

    private final Workplace workplace;

    private EvidenceProbe(Workplace workplace) {
        this.workplace = workplace;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        try (Workplace workplace = Workplace.open(
                new DatabaseLocation.Bundled(home), home, true, Clock.systemUTC(), System.err::println)) {
            EvidenceProbe probe = new EvidenceProbe(workplace);
            switch (arguments[1]) {
                case "log" -> {
                    probe.backlog(Long.parseLong(arguments[2]));
                    probe.steady(Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]));
                    probe.proofs();
                }
                case "ingest" -> probe.ingest(Long.parseLong(arguments[2]), arguments[3].equals("take"));
                default -> throw new IllegalArgumentException("log or ingest");
            }
        }
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        report("heap in use at the end, MiB", memory.getUsed() / 1048576.0);
        report("CPU seconds of this process", cpuSeconds());
    }

    private void backlog(long changes) {
        for (long written = 0; written < changes; written += AT_ONCE * 10) note(AT_ONCE * 10, written);
        double cpu = cpuSeconds();
        long begun = System.nanoTime();
        int taken = workplace.log().sequence();
        report("log: leaves integrated a second, from a backlog", taken / seconds(begun));
        report("log: CPU seconds for " + taken + " leaves", cpuSeconds() - cpu);
    }

    /// The lag of a change is from its commit until the signature that covers it is durable.
    private void steady(int rate, long seconds) throws Exception {
        ConcurrentLinkedQueue<Long> commits = new ConcurrentLinkedQueue<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Long> lags = new ArrayList<>();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Long> written = writer.submit(() -> write(rate, seconds, commits, writing));
            while (writing.get() || !commits.isEmpty()) {
                long looked = System.nanoTime();
                if (workplace.log().sequence() == 0) TimeUnit.MILLISECONDS.sleep(20);
                long signed = System.nanoTime();
                for (Long commit = commits.peek(); commit != null && commit <= looked; commit = commits.peek()) {
                    lags.add(signed - commit);
                    commits.poll();
                }
            }
            report("log: changes written a second meanwhile", (double) written.get() / seconds);
        }
        long[] sorted = lags.stream().mapToLong(Long::longValue).sorted().toArray();
        report("log: checkpoint lag p50 ms", sorted[sorted.length / 2] / 1e6);
        report("log: checkpoint lag p99 ms", sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    private long write(int rate, long seconds, ConcurrentLinkedQueue<Long> commits, AtomicBoolean writing)
            throws InterruptedException {
        long begun = System.nanoTime();
        long written = 0;
        while (System.nanoTime() - begun < seconds * SECOND) {
            note(AT_ONCE, written);
            commits.add(System.nanoTime());
            written += AT_ONCE;
            long due = begun + written * SECOND / rate;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
        writing.set(false);
        return written;
    }

    private void note(int count, long from) {
        workplace.records().write(workplace.session(), writing -> {
            for (int i = 0; i < count; i++) {
                writing.note(Change.Kind.SCRUB_DONE, "subject:" + (from + i) % 5000, Map.of("blobs", i));
            }
            return count;
        });
    }

    private void proofs() {
        Random random = new Random(1);
        long size = workplace.log().current().size();
        long[] times = new long[2000];
        for (int i = 0; i < times.length; i++) {
            long index = random.nextLong(size);
            long begun = System.nanoTime();
            workplace.log().current().proof(index);
            times[i] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        report("proof: p50 ms, of " + size + " leaves", times[times.length / 2] / 1e6);
        report("proof: p99 ms", times[(int) (times.length * 0.99)] / 1e6);
    }

    private void ingest(long seconds, boolean reads) throws Exception {
        long end = System.nanoTime() + seconds * SECOND;
        long begun = System.nanoTime();
        List<long[]> all = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                tasks.add(() -> bring(random, end, reads));
            }
            for (Future<long[]> client : clients.invokeAll(tasks)) all.add(client.get());
        }
        double took = seconds(begun);
        long[] times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        report("ingest: items a second" + (reads ? ", read too" : ", acknowledged"), times.length / took);
        report("ingest: p50 ms", times[times.length / 2] / 1e6);
        report("ingest: p99 ms", times[(int) (times.length * 0.99)] / 1e6);
    }

    /// Half a page of letters that nobody could take for a sentence, so that reading costs what it costs and nothing is
    /// proposed.
    private long[] bring(Random random, long end, boolean reads) {
        List<Long> times = new ArrayList<>();
        byte[] half = new byte[ITEM / 2];
        while (System.nanoTime() < end) {
            random.nextBytes(half);
            byte[] item = HexFormat.of().formatHex(half).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            long begun = System.nanoTime();
            Arrival arrival = new Arrival("upload", "item.txt");
            if (reads) workplace.intake().take(new ByteArrayInputStream(item), arrival, null, Intake.Known.NOTHING);
            else workplace.intake().preserve(new ByteArrayInputStream(item), arrival, null, Intake.Known.NOTHING);
            times.add(System.nanoTime() - begun);
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(java.time.Duration::toMillis)
                        .orElse(0L)
                / 1000.0;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void report(String what, double figure) {
        System.out.printf("%-60s %,.2f%n", what, figure);
    }
}
