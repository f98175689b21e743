package org.constancia.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import org.constancia.app.configure.WebServer;
import org.constancia.app.configure.WebSettings;
import org.constancia.app.configure.Workplace;
import org.constancia.store.postgres.DatabaseLocation;

/// The demonstration as a stranger gets it: an own bundled PostgreSQL, the fictional collection and the sample article.
final class DemoServer implements AutoCloseable {
    private final Path home;
    private final Workplace workplace;
    private final WebServer server;

    private DemoServer(Path home) {
        this.home = home;
        Clock clock = Clock.systemDefaultZone();
        workplace = Workplace.open(new DatabaseLocation.Bundled(home), home, true, clock, _ -> {});
        workplace.demonstration().load();
        server = WebServer.start(
                new WebSettings(0, clock, true, "test", WebSettings.LARGEST_UPLOAD), workplace.capabilities());
    }

    static DemoServer start() {
        try {
            return new DemoServer(Files.createTempDirectory("constancia-e2e"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String address() {
        return server.address().toString();
    }

    @Override
    public void close() {
        server.close();
        workplace.close();
        try {
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
