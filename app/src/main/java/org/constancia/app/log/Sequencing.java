package org.constancia.app.log;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.time.StampRenewal;
import org.constancia.store.log.Sequencer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes changes to the log while the record is served, five times a second, and works on the anchors once a
/// minute. A failure is told once and tried again.
public final class Sequencing implements AutoCloseable {
    /// Hears of what the time-stamp authorities did.
    public interface Stamped {
        /// Stamps came in.
        void came(List<Anchors.Came> stamps);

        /// Stamps were renewed before their certificates end.
        void renewed(StampRenewal.Outcome renewal);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sequencing.class);
    private static final long PAUSE_MILLIS = 200;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;
    private static final int ROUNDS_BETWEEN_ANCHORS = 300;

    private final Sequencer sequencer;
    private final Backlog backlog;
    private final Anchors anchors;
    private final Stamped stamped;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "sequencer");
    private boolean isFailing;

    private Sequencing(Sequencer sequencer, Backlog backlog, Anchors anchors, Stamped stamped) {
        this.sequencer = sequencer;
        this.backlog = backlog;
        this.anchors = anchors;
        this.stamped = stamped;
    }

    static Sequencing start(Sequencer sequencer, Backlog backlog, Anchors anchors, Stamped stamped) {
        Sequencing started = new Sequencing(sequencer, backlog, anchors, stamped);
        started.thread.setDaemon(true);
        started.thread.start();
        return started;
    }

    private void run() {
        try {
            for (int round = 0; !ending.await(pause(), TimeUnit.MILLISECONDS); round++) {
                attempt(this::sequence);
                if (round % ROUNDS_BETWEEN_ANCHORS == 0) attempt(this::anchor);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long pause() {
        return isFailing ? PAUSE_AFTER_FAILURE_MILLIS : PAUSE_MILLIS;
    }

    /// One question to the database when nothing waits. A log that is read-only stays so until the record is
    /// opened again.
    private void sequence() {
        if (sequencer.state() instanceof LogState.ReadOnly) return;
        if (sequencer.isWaiting()) sequencer.sequence();
        backlog.waits(sequencer.isWaiting() ? sequencer.waiting() : 0);
        isFailing = false;
    }

    private void anchor() {
        if (sequencer.state() instanceof LogState.ReadOnly) return;
        List<Anchors.Came> came = anchors.work();
        if (!came.isEmpty()) stamped.came(came);
        anchors.renewDue().ifPresent(this::renewed);
    }

    private void renewed(StampRenewal.Outcome renewal) {
        if (renewal.stamps() > 0) stamped.renewed(renewal);
        for (String line : renewal.missing()) LOG.warn("Time stamps that end soon wait for renewal: {}", line);
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (ConstanciaException failure) {
            if (!isFailing) LOG.warn("The log waits: {} ({})", failure.getMessage(), failure.facts());
            isFailing = true;
            if (failure.problem() == Problem.STORAGE_FAILED) backlog.failed(failure);
        } catch (RuntimeException mistake) {
            if (!isFailing) LOG.error("The log waits because of a mistake of ours", mistake);
            isFailing = true;
        }
    }

    /// Lets the batch under way finish.
    @Override
    public void close() {
        ending.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
