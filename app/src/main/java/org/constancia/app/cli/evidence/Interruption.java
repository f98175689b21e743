package org.constancia.app.cli.evidence;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets long work end in order when the program is told to end: the thread at work is interrupted and may finish before
/// the program does.
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread worker) {
        hook = new Thread(
                () -> {
                    worker.interrupt();
                    await();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// From now on until it is closed, for the thread that asks.
    static Interruption ofThisThread() {
        return new Interruption(Thread.currentThread());
    }

    private void await() {
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What follows, such as stopping the server, is waited for.
    @Override
    public void close() {
        Thread.interrupted();
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook has been told already that the work is finished.
            return;
        }
    }
}
