package org.constancia.app.cli.estimate;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.constancia.estimation.progress.Progress;

/// One line on the terminal that says how far the work is and about how long it will still take. It is silent when
/// nobody watches (no terminal) and during the first second.
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final String ERASE = "\r" + " ".repeat(78) + "\r";

    private final PrintWriter err;
    private final Messages messages;
    private final boolean watched;
    private final long started = System.nanoTime();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private boolean drawn;

    TerminalProgress(PrintWriter err, Locale locale, boolean quiet) {
        this.err = err;
        this.messages = Messages.in(locale);
        this.watched = !quiet && System.console() != null && System.console().isTerminal();
    }

    @Override
    public synchronized void report(String stage, double fraction) {
        long elapsed = System.nanoTime() - started;
        if (!watched || elapsed < QUIET_NANOS || !(fraction > 0)) return;
        long left = Math.round(elapsed / 1e9 * (1 - fraction) / fraction);
        err.print(ERASE + messages.text("progress", stage, Math.round(100 * fraction), left));
        err.flush();
        drawn = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get() || Thread.currentThread().isInterrupted();
    }

    /// Asks the work to end soon.
    void cancel() {
        cancelled.set(true);
    }

    @Override
    public synchronized void close() {
        if (drawn) err.print(ERASE);
        drawn = false;
        err.flush();
    }
}
