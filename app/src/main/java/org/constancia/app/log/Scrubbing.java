package org.constancia.app.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.constancia.app.web.log.LogPage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.content.BlobName;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.Scrub;
import org.constancia.store.record.Change;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Re-reads every preserved item and compares it with its digest, in the background and slowly enough that nobody
/// notices. What it found is a change of the record.
public final class Scrubbing implements AutoCloseable {
    /// How often everything is read.
    public static final Duration CADENCE = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Scrubbing.class);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int NAMED = 20;

    private final ContentStore contents;
    private final Records records;
    private final Supplier<Session> session;
    private final Clock clock;
    private @Nullable Thread thread;
    private volatile long done;
    private volatile long of;
    private volatile @Nullable Instant lastEnded;
    private volatile long damaged;

    public Scrubbing(ContentStore contents, Records records, Supplier<Session> session, Clock clock) {
        this.contents = contents;
        this.records = records;
        this.session = session;
        this.clock = clock;
    }

    /// Begins, unless it runs already.
    public synchronized void start() {
        if (isRunning()) return;
        Thread started = new Thread(this::runInBackground, "scrubber");
        started.setDaemon(true);
        started.setPriority(Thread.MIN_PRIORITY);
        thread = started;
        started.start();
    }

    /// Begins when the last reading is longer ago than it should be.
    ///
    /// @param last when the last one ended
    public void startWhenDue(@Nullable Instant last) {
        lastEnded = last;
        if (last == null || last.plus(CADENCE).isBefore(clock.instant())) start();
    }

    private synchronized boolean isRunning() {
        Thread started = thread;
        return started != null && started.isAlive();
    }

    public LogPage.Reading reading() {
        return new LogPage.Reading(isRunning(), done, of, lastEnded, damaged);
    }

    private void runInBackground() {
        try {
            run((blobs, bytes) -> LockSupport.parkNanos(REST_NANOS));
        } catch (ConstanciaException failure) {
            LOG.warn("The scrubber ended early: {} ({})", failure.getMessage(), failure.facts());
        }
    }

    /// Reads everything now and notes the result.
    public Scrub run(Scrub.Progress progress) {
        List<BlobName> names = contents.listNames();
        of = names.size();
        done = 0;
        Scrub result = contents.scrub((blobs, bytes) -> {
            done = blobs;
            progress.reached(blobs, bytes);
        });
        damaged = result.damaged().size();
        note(result);
        lastEnded = clock.instant();
        return result;
    }

    private void note(Scrub result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("items", result.blobs());
        facts.put("bytes", result.bytes());
        facts.put("damaged", result.damaged().size());
        if (!result.isClean()) {
            facts.put(
                    "names",
                    result.damaged().stream().limit(NAMED).map(BlobName::hex).toList());
            LOG.error("Damaged items were found; restore them from a backup: {}", facts.get("names"));
        }
        records.write(
                session.get(),
                writing -> writing.note(
                        Change.Kind.SCRUB_DONE, "collection:" + session.get().collection(), facts));
    }

    @Override
    public synchronized void close() {
        Thread running = thread;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
