package org.constancia.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.embedded.PostmasterFile.Found;
import org.constancia.store.embedded.PostmasterFile.Status;

/// One PostgreSQL data directory and the programs that make, start and stop its server. Every method is called
/// inside the critical section of [ClusterLock].
///
/// Nothing here ever kills a server or touches the files of a cluster it does not understand.
final class Cluster {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long LONGEST_LOG = 10_000_000;
    private static final int PORT_ATTEMPTS = 3;
    private static final int SHARED_MEMORY_ATTEMPTS = 120;

    private final ClusterFiles files;
    private final PostgresBinaries binaries;
    private final ServerUser user;
    private final Consumer<String> progress;

    Cluster(ClusterFiles files, PostgresBinaries binaries, ServerUser user, Consumer<String> progress) {
        this.files = files;
        this.binaries = binaries;
        this.user = user;
        this.progress = progress;
    }

    /// Makes the cluster unless it exists. A crash at any point leaves either nothing or a complete cluster.
    void makeIfMissing() throws IOException {
        if (Files.exists(files.clusterNew())) {
            ClusterFiles.deleteTree(files.clusterNew());
        }
        if (Files.exists(files.cluster())) {
            return;
        }
        progress.accept("Creating the database in " + files.cluster());
        Access access = Access.random();
        access.write(files.access());
        Path passwordFile = files.db().resolve("initdb.password");
        PrivateFile.write(passwordFile, access.administrator());
        try {
            user.takeOver(files, passwordFile);
            initdb(passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(files.clusterNew(), files.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The built-in C.UTF-8 collation never drifts with the operating system.
    private void initdb(Path passwordFile) throws IOException {
        Command.Outcome outcome = Command.run(Command.prefixed(
                user,
                binaries.program("initdb"),
                "-D",
                files.clusterNew().toString(),
                "-U",
                BundledPostgres.ADMINISTRATOR,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        if (outcome.exitCode() != 0) {
            throw new ConstanciaException(Problem.DATABASE_UNAVAILABLE, "The database could not be created")
                    .with("directory", files.cluster())
                    .with("initdb", outcome.output().strip());
        }
    }

    /// Refuses a cluster of another major version, with what to run, and a directory that is no cluster.
    void checkMajor() throws IOException {
        Path version = files.cluster().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The database directory is not a PostgreSQL cluster; move it away or give another --home")
                    .with("directory", files.cluster());
        }
        String found = Files.readString(version).strip();
        String expected = String.valueOf(binaries.major());
        if (!found.equals(expected)) {
            throw new ConstanciaException(
                            Problem.DATABASE_OF_ANOTHER_MAJOR,
                            "The database was made by another PostgreSQL major version; nothing was changed. Save it with the"
                                    + " Constancia that made it (constancia backup --home DIR --out FILE) and load it with this"
                                    + " one (constancia restore FILE --home NEW_DIR)")
                    .with("found", found)
                    .with("expected", expected)
                    .with("home", files.home());
        }
    }

    /// The port of the running server, after adopting or starting it.
    int run() throws IOException {
        for (int attempt = 1; ; attempt++) {
            switch (PostmasterFile.read(files.cluster())) {
                case Found.Ours(ProcessHandle server, int port, Status status) -> {
                    switch (status) {
                        case READY -> {
                            return port;
                        }
                        case STARTING -> awaitReady(server);
                        case STOPPING -> awaitEnd();
                    }
                }
                case Found.NumberReused(long pid) -> {
                    progress.accept("Removing the lock of a dead server, whose process number " + pid + " was reused");
                    Files.delete(PostmasterFile.in(files.cluster()));
                }
                case Found.Nothing() -> start(attempt);
            }
        }
    }

    private void start(int attempt) throws IOException {
        keepLogShort();
        long logged = Files.exists(files.log()) ? Files.size(files.log()) : 0;
        Process server = Command.detach(serverCommand(freePort()), files.log());
        while (server.isAlive()) {
            if (PostmasterFile.read(files.cluster()) instanceof Found.Ours(ProcessHandle _, int _, Status status)
                    && status == Status.READY) {
                return;
            }
            ClusterLock.pause(POLL);
        }
        String log = logSince(logged);
        if (log.contains("pre-existing shared memory block") && attempt < SHARED_MEMORY_ATTEMPTS) {
            progress.accept("Waiting for the last process of a killed server to end");
            ClusterLock.pause(Duration.ofSeconds(1));
        } else if (!(log.contains("Address already in use") && attempt < PORT_ATTEMPTS)) {
            throw new ConstanciaException(Problem.DATABASE_UNAVAILABLE, "The database server did not start")
                    .with("directory", files.cluster())
                    .with("log", files.lastLogLines());
        }
    }

    /// A session of its own keeps the server out of reach of the terminal's interrupt key, which would stop it
    /// under another program that adopted it.
    private List<String> serverCommand(int port) {
        List<String> command = new ArrayList<>();
        if (Command.runs(List.of("setsid", "true"), _ -> true)) {
            command.add("setsid");
        }
        command.addAll(Command.prefixed(
                user,
                binaries.program("postgres"),
                "-D",
                files.cluster().toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "max_connections=32"));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Without a limit: recovery after a crash takes as long as it takes, and a server is never killed.
    private void awaitReady(ProcessHandle server) throws IOException {
        progress.accept("Waiting for the database to finish starting");
        while (server.isAlive()
                && PostmasterFile.read(files.cluster()) instanceof Found.Ours(ProcessHandle _, int _, Status status)
                && status == Status.STARTING) {
            ClusterLock.pause(POLL);
        }
    }

    private void awaitEnd() {
        progress.accept("Waiting for the database to finish stopping");
        while (Files.exists(PostmasterFile.in(files.cluster()))) {
            ClusterLock.pause(POLL);
        }
    }

    /// The log of former starts is kept once.
    private void keepLogShort() throws IOException {
        if (Files.exists(files.log()) && Files.size(files.log()) > LONGEST_LOG) {
            Files.move(files.log(), files.log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String logSince(long position) throws IOException {
        try (InputStream log = Files.newInputStream(files.log())) {
            log.skipNBytes(position);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Stops the server after ending its connections; unfinished transactions are rolled back. A server that died
    /// has stopped already.
    void stop() throws IOException {
        if (!(PostmasterFile.read(files.cluster()) instanceof Found.Ours)) {
            return;
        }
        Command.Outcome outcome = Command.run(Command.prefixed(
                user,
                binaries.program("pg_ctl"),
                "stop",
                "-w",
                "-m",
                "fast",
                "-D",
                files.cluster().toString()));
        if (outcome.exitCode() != 0) {
            throw new ConstanciaException(Problem.DATABASE_UNAVAILABLE, "The database server did not stop")
                    .with("directory", files.cluster())
                    .with("pg_ctl", outcome.output().strip());
        }
    }
}
