package org.constancia.app.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.log.LogState;
import org.constancia.evidence.log.Receipt;
import org.constancia.store.log.Sequencer;
import org.constancia.store.record.WritePermit;
import org.jspecify.annotations.Nullable;

/// Keeps the record from running away from its log. A writer is held up for a moment while too many changes
/// wait, and refused when the log could not be written for longer than a receipt promises.
final class Backlog implements WritePermit {
    /// As many as the sequencer takes in about ten seconds.
    private static final long LIMIT = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long STEP_NANOS = 20_000_000;

    private final Sequencer sequencer;
    private final Clock clock;
    private volatile long waiting;
    private volatile @Nullable Instant failingSince;
    private volatile String failure = "";

    Backlog(Sequencer sequencer, Clock clock) {
        this.sequencer = sequencer;
        this.clock = clock;
    }

    void waits(long changes) {
        waiting = changes;
        failingSince = null;
    }

    void failed(ConstanciaException reason) {
        failure = reason.getMessage() == null ? reason.problem().code() : reason.getMessage();
        if (failingSince == null) failingSince = clock.instant();
    }

    @Override
    public void require() {
        if (sequencer.state() instanceof LogState.ReadOnly halted) {
            throw new ConstanciaException(
                            Problem.READ_ONLY, "The record is read-only, because its log takes no entries")
                    .with("reason", halted.reason())
                    .with("remedy", halted.remedy());
        }
        Instant since = failingSince;
        if (since != null && since.plus(Receipt.PROMISE).isBefore(clock.instant())) {
            throw new ConstanciaException(
                            Problem.READ_ONLY,
                            "The record is read-only until its log can be written again; nothing was lost")
                    .with("since", since)
                    .with("reason", failure);
        }
        for (long held = 0; waiting > LIMIT && held < PATIENCE.toNanos(); held += STEP_NANOS) {
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
