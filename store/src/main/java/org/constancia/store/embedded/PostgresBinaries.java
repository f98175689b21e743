package org.constancia.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.tukaani.xz.XZInputStream;

/// The programs `initdb`, `postgres` and `pg_ctl`, unpacked once per version and never changed afterwards. An older
/// version's directory stays until its database has been moved.
///
/// @param directory holds `bin`, `lib` and `share`
/// @param version such as `18.6.0`
record PostgresBinaries(Path directory, String version) {

    /// The programs of this build, unpacked under `home` if they are not there yet. Call it while holding the start
    /// lock.
    static PostgresBinaries under(Path home, Consumer<String> progress) throws IOException {
        String version = bundledVersion();
        Platform platform = Platform.current();
        Path directory = home.resolve("postgres").resolve(version + "-" + platform.name());
        if (!Files.isDirectory(directory)) {
            progress.accept("Unpacking PostgreSQL " + version);
            unpack(platform, directory);
        }
        return new PostgresBinaries(directory, version);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private static String bundledVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version", "");
    }

    private static void unpack(Platform platform, Path directory) throws IOException {
        Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
        ClusterFiles.deleteTree(partial);
        Files.createDirectories(partial);
        try (InputStream packed = platform.archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, partial);
            }
        }
        openToTheServersUser(partial);
        Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The server may run as another user than the one who unpacks.
    private static void openToTheServersUser(Path unpacked) throws IOException {
        Set<PosixFilePermission> readable = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(unpacked.getParent(), readable);
        try (Stream<Path> directories = Files.find(unpacked, Integer.MAX_VALUE, (_, found) -> found.isDirectory())) {
            for (Path directory : directories.toList()) {
                Files.setPosixFilePermissions(directory, readable);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path path = inside(root, root.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            inside(root, path.resolveSibling(entry.getLinkName()), entry);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean isExecutable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(isExecutable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static Path inside(Path root, Path path, TarArchiveEntry entry) {
        Path normal = path.normalize();
        if (!normal.startsWith(root)) {
            throw new ConstanciaException(Problem.BUG, "The bundled archive names a file outside its directory")
                    .with("entry", entry.getName());
        }
        return normal;
    }

    /// An operating system and processor, in the words of Java and of the archive.
    private record Platform(String name, String resource) {

        static Platform current() {
            String system = System.getProperty("os.name").startsWith("Mac")
                    ? "darwin"
                    : System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return switch (System.getProperty("os.arch")) {
                case "amd64", "x86_64" -> new Platform(system + "-amd64", "/postgres-" + system + "-x86_64.txz");
                case "aarch64" -> new Platform(system + "-arm64", "/postgres-" + system + "-arm_64.txz");
                case String other -> new Platform(system + "-" + other, "/postgres-" + system + "-" + other + ".txz");
            };
        }

        InputStream archive() {
            InputStream found = PostgresBinaries.class.getResourceAsStream(resource);
            if (found == null) {
                throw new ConstanciaException(
                                Problem.DATABASE_UNAVAILABLE,
                                "No PostgreSQL is bundled for this platform; run one and give its address with --database-url")
                        .with("platform", name);
            }
            return found;
        }
    }
}
