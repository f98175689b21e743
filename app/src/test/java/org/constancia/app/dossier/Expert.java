package org.constancia.app.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/// Somebody who checks a dossier with sha512sum, openssl and Go, and nothing of ours but the source text of
/// `verify.go`.
final class Expert {
    private final Path program;

    private Expert(Path program) {
        this.program = program;
    }

    /// Builds the program of a dossier. Without Go the tests are skipped, and fail where the environment says
    /// `CI=true`.
    static Expert equipped(Path directory) throws IOException, InterruptedException {
        boolean present = Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb"));
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("apt-get install golang-go golang-golang-x-mod-dev");
        }
        Assumptions.assumeTrue(present, "needs golang-go and golang-golang-x-mod-dev");
        Files.createDirectories(directory);
        try (InputStream source = Objects.requireNonNull(
                Expert.class.getResourceAsStream("/org/constancia/evidence/verifier/verify.go"))) {
            Files.copy(source, directory.resolve("verify.go"));
        }
        Answer built = run(directory, List.of("go", "build", "-o", "verify", "verify.go"));
        if (built.code() != 0) throw new IllegalStateException(built.output());
        return new Expert(directory.resolve("verify"));
    }

    record Answer(int code, String output) {}

    /// What the program says of an unpacked dossier.
    Answer verify(Path policy, Path dossier) throws IOException, InterruptedException {
        return run(dossier, List.of(program.toString(), "dossier", policy.toString(), dossier.toString()));
    }

    static Answer run(Path directory, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "GO111MODULE",
                        "off",
                        "GOPATH",
                        "/usr/share/gocode",
                        "GOCACHE",
                        System.getProperty("java.io.tmpdir") + "/constancia-go-cache"));
        Process process =
                builder.directory(directory.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    /// Unpacks a ZIP file and gives its one directory.
    static Path unpack(Path zip, Path target) throws IOException {
        Path root = target;
        try (InputStream stream = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(stream)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.copy(entries, file);
                root = target.resolve(
                        entry.getName().substring(0, entry.getName().indexOf('/')));
            }
        }
        return root;
    }
}
