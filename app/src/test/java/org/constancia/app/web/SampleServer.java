package org.constancia.app.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.constancia.app.configure.WebServer;
import org.constancia.app.configure.WebSettings;

/// The web server on the sample record, on a free port, with a clock that stands still.
public final class SampleServer implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-14T14:02:00Z"), ZoneOffset.UTC);

    private final SampleRecord record = new SampleRecord();
    private final WebServer server;

    private SampleServer(int port) {
        server = WebServer.start(new WebSettings(port, CLOCK, true, "test", 1 << 20), record.capabilities());
    }

    public static SampleServer start() {
        return new SampleServer(0);
    }

    /// Serves until the process is ended; the port is the argument.
    public static void main(String[] arguments) throws InterruptedException {
        try (SampleServer server = new SampleServer(Integer.parseInt(arguments[0]))) {
            System.out.println(server.address());
            Thread.currentThread().join();
        }
    }

    public String address() {
        return server.address().toString();
    }

    public SampleRecord record() {
        return record;
    }

    @Override
    public void close() {
        server.close();
    }
}
