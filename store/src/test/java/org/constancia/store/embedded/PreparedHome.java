package org.constancia.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// Homes for tests: copies of one complete, stopped cluster, sharing the unpacked programs, so that a test costs
/// neither `initdb` nor unpacking.
final class PreparedHome {
    private static final Path ORIGINAL = Path.of("target", "prepared-home").toAbsolutePath();
    private static final ClusterFiles PREPARED = prepare();

    private PreparedHome() {}

    private static ClusterFiles prepare() {
        try {
            ClusterFiles.deleteTree(ORIGINAL.resolve("db"));
            BundledPostgres.open(ORIGINAL, line -> {}).close();
            return ClusterFiles.in(ORIGINAL);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A home whose cluster is complete and stopped.
    static ClusterFiles copyTo(Path home) throws IOException {
        ClusterFiles copy = empty(home);
        copyTree(PREPARED.cluster(), copy.cluster());
        Files.copy(PREPARED.access(), copy.access(), StandardCopyOption.COPY_ATTRIBUTES);
        return copy;
    }

    /// A home that has the programs only.
    static ClusterFiles empty(Path home) throws IOException {
        ClusterFiles files = ClusterFiles.in(home);
        Files.createSymbolicLink(home.resolve("postgres"), PREPARED.home().resolve("postgres"));
        return files;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path path : found.toList()) {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
