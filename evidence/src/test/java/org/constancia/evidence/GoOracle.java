package org.constancia.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A second opinion: the Go program of the dossier, built with Google's `golang.org/x/mod/sumdb` packages from
/// the Debian packages golang-go and golang-golang-x-mod-dev. Without them the tests that ask it are skipped,
/// and fail where the environment says `CI=true`.
public final class GoOracle {
    private static final Path PACKAGES = Path.of("/usr/share/gocode");

    private final Path program;

    private GoOracle(Path program) {
        this.program = program;
    }

    /// Builds the program in this directory.
    public static GoOracle build(Path directory) throws IOException, InterruptedException {
        boolean present = Files.isDirectory(PACKAGES.resolve("src/golang.org/x/mod/sumdb"))
                && Files.isExecutable(Path.of("/usr/bin/go"));
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("apt-get install golang-go golang-golang-x-mod-dev");
        }
        Assumptions.assumeTrue(present, "needs golang-go and golang-golang-x-mod-dev");
        copy("/org/constancia/evidence/verifier/verify.go", directory.resolve("verify.go"));
        copy("/go/oracle.go", directory.resolve("oracle.go"));
        ProcessBuilder build = new ProcessBuilder("/usr/bin/go", "build", "-o", "verify", "verify.go", "oracle.go");
        build.environment().put("GO111MODULE", "off");
        build.environment().put("GOPATH", PACKAGES.toString());
        build.environment().put("GOCACHE", System.getProperty("java.io.tmpdir") + "/constancia-go-cache");
        Process process =
                build.directory(directory.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("go build: " + output);
        }
        return new GoOracle(directory.resolve("verify"));
    }

    /// For each tree of 1 to `sizes` entries a digest over its root and all its proofs.
    public List<String> conformance(int sizes) throws IOException {
        return ask("conformance", Integer.toString(sizes), List.of());
    }

    /// The verdicts on questions of the form `kind policy file...`, files in base64: 1 or 0 for each.
    public List<String> verdicts(List<String> questions) throws IOException {
        return ask("questions", "", questions);
    }

    /// Runs the program as an expert would and returns its exit code.
    public int run(String... arguments) throws IOException, InterruptedException {
        ArrayList<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private List<String> ask(String mode, String argument, List<String> lines) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), argument);
        builder.environment().put("ORACLE", mode);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread writer = Thread.ofVirtual().start(() -> {
            try (BufferedWriter out = process.outputWriter(US_ASCII)) {
                for (String line : lines) {
                    out.write(line);
                    out.write('\n');
                }
            } catch (IOException brokenPipe) {
                throw new UncheckedIOException(brokenPipe);
            }
        });
        List<String> answers = new String(process.getInputStream().readAllBytes(), US_ASCII)
                .lines()
                .toList();
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return answers;
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream stream = GoOracle.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Files.copy(stream, target);
        }
    }
}
