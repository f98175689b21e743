package org.constancia.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A running PostgreSQL that belongs to one home directory. Closing it stops the server when nobody else uses it.
///
/// The server listens on the loopback address only, writes through to the disk, and asks for a password. It
/// outlives a killed program; the next one adopts it. Several programs, and several parts of one program, may have
/// the same home open at once: the last one out stops the server.
public final class BundledPostgres implements AutoCloseable {
    /// The superuser `initdb` makes: first set-up and checks only.
    public static final String ADMINISTRATOR = "constancia_admin";
    /// Owns the database and its tables; no superuser.
    public static final String OWNER = "constancia_owner";
    /// What Constancia works as; owns nothing, and row-level security holds it.
    public static final String APPLICATION = "constancia";
    /// The database of the record.
    public static final String DATABASE = "constancia";

    private final Cluster cluster;
    private final ClusterLock lock;
    private final Access access;
    private final int port;
    private boolean isClosed;

    private BundledPostgres(Cluster cluster, ClusterLock lock, Access access, int port) {
        this.cluster = cluster;
        this.lock = lock;
        this.access = access;
        this.port = port;
    }

    /// Starts the server of `home`, or adopts it when it is already running. The first time, makes the cluster, the
    /// roles and the empty database.
    ///
    /// @param progress told, in one line each, the steps that take time
    /// @throws ConstanciaException when the directory is not ours (another major version, other passwords, unsafe
    ///     settings) or the server does not start; nothing is changed then
    public static BundledPostgres open(Path home, Consumer<String> progress) {
        ClusterFiles files = ClusterFiles.in(home);
        try {
            ClusterLock lock = ClusterLock.of(files.lock());
            return lock.exclusively(() -> {
                PostgresBinaries binaries = PostgresBinaries.under(files.home(), progress);
                Cluster cluster = new Cluster(files, binaries, ServerUser.of(files), progress);
                cluster.makeIfMissing();
                cluster.checkMajor();
                return entered(files, cluster, lock);
            });
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.STORAGE_FAILED, "The files of the database could not be read or written", failure)
                    .with("home", files.home())
                    .with("cause", failure);
        }
    }

    private static BundledPostgres entered(ClusterFiles files, Cluster cluster, ClusterLock lock) throws IOException {
        Access access = Access.read(files.access());
        int port = cluster.run();
        lock.enter();
        boolean isAccepted = false;
        try {
            new FirstLogin(files.cluster(), access, port).checkAndSetUp();
            isAccepted = true;
        } finally {
            if (!isAccepted && lock.leaveAsLast()) {
                cluster.stop();
            }
        }
        return new BundledPostgres(cluster, lock, access, port);
    }

    /// The address of the record's database.
    public String url() {
        return url(DATABASE);
    }

    /// The address of a database of this server.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String administratorPassword() {
        return access.administrator();
    }

    public String ownerPassword() {
        return access.owner();
    }

    public String applicationPassword() {
        return access.application();
    }

    /// Leaves the server, and stops it if nobody else uses it.
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            lock.exclusively(() -> {
                if (lock.leaveAsLast()) {
                    cluster.stop();
                }
                return true;
            });
        } catch (IOException failure) {
            throw new ConstanciaException(Problem.STORAGE_FAILED, "The database server could not be stopped", failure);
        }
    }
}
