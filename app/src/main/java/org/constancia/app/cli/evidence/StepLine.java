package org.constancia.app.cli.evidence;

import java.io.PrintWriter;
import org.constancia.app.archive.Progress;

/// One line on the terminal that says how far the work is. Silent when nobody watches, and in the first second.
final class StepLine implements Progress, AutoCloseable {
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long PAUSE_NANOS = 100_000_000L;
    private static final String ERASE = "\r" + " ".repeat(60) + "\r";

    private final PrintWriter err;
    private final boolean isWatched;
    private long next = System.nanoTime() + QUIET_NANOS;
    private boolean isDrawn;

    StepLine(PrintWriter err) {
        this.err = err;
        this.isWatched = System.console() != null && System.console().isTerminal();
    }

    @Override
    public void reached(String step, long done, long of) {
        if (!isWatched || System.nanoTime() < next) return;
        err.print(ERASE + (of > 0 ? "%s: %d %%".formatted(step, 100 * done / of) : "%s: %d".formatted(step, done)));
        err.flush();
        isDrawn = true;
        next = System.nanoTime() + PAUSE_NANOS;
    }

    @Override
    public void close() {
        if (isDrawn) err.print(ERASE);
        isDrawn = false;
        err.flush();
    }
}
