package org.constancia.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Where the bundled server keeps what, under one home directory.
///
/// `cluster` appears only by an atomic rename, so its existence means a complete `initdb`; `clusterNew` is
/// half-made and is deleted whenever it is found. `log` lies outside the cluster, so that it survives a rebuild.
record ClusterFiles(Path home) {
    /// Makes the directories, readable by nobody else.
    static ClusterFiles in(Path home) {
        ClusterFiles files = new ClusterFiles(home.toAbsolutePath().normalize());
        try {
            PrivateFile.makeDirectory(files.db());
            return new ClusterFiles(files.home.toRealPath());
        } catch (IOException failure) {
            throw new ConstanciaException(
                            Problem.CANNOT_WRITE_OUTPUT,
                            "The home directory cannot be made; give another one with --home",
                            failure)
                    .with("home", files.home);
        }
    }

    Path db() {
        return home.resolve("db");
    }

    Path lock() {
        return db().resolve("lock");
    }

    Path access() {
        return db().resolve("access.properties");
    }

    Path clusterNew() {
        return db().resolve("cluster.new");
    }

    Path cluster() {
        return db().resolve("cluster");
    }

    Path log() {
        return db().resolve("server.log");
    }

    /// Deletes a directory and everything in it; following no link.
    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> found = Files.walk(root)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// The last lines of the server's log, for the message of a failed start.
    String lastLogLines() throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
