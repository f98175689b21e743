package org.constancia.evidence.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.constancia.evidence.GoOracle;
import org.constancia.evidence.custody.CustodyField;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.verifier.VerifierProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T30: dossiers verify with coreutils, OpenSSL and Go alone, and with our verifier; no edited
/// byte passes.
class DossierTest {
    @TempDir
    Path home;

    @Test
    void fiveDossiersVerifyWithoutUsAndFiftyEditsAreRefused() throws Exception {
        verify(5, 50);
    }

    @Test
    @Tag("slow")
    void aHundredDossiersVerifyWithoutUsAndAThousandEditsAreRefused() throws Exception {
        verify(100, 1000);
    }

    private void verify(int dossiers, int edits) throws Exception {
        GoOracle go = GoOracle.build(Files.createDirectory(home.resolve("go")));
        Random random = new Random(30);
        for (int seed = 0; seed < dossiers; seed++) {
            Path place = Files.createDirectory(home.resolve("d" + seed));
            TestDossier dossier = new TestDossier(place, seed);
            assertThat(ours(dossier.zip, dossier)).startsWith("0 ");
            Path bag = unpack(dossier.zip, place.resolve("unpacked")).resolve("dossier-" + seed);
            assertThat(ours(bag, dossier)).startsWith("0 ");
            verifyWithoutUs(bag, dossier, go);
            List<Path> files;
            try (Stream<Path> all = Files.walk(bag)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (int edit = 0; edit < edits / dossiers; edit++) {
                Path file = files.get(random.nextInt(files.size()));
                byte[] good = Files.readAllBytes(file);
                byte[] bad = good.clone();
                int at = random.nextInt(bad.length);
                bad[at] ^= (byte) (1 + random.nextInt(255));
                Files.write(file, bad);
                assertThat(ours(bag, dossier))
                        .as("seed %d %s byte %d", seed, file, at)
                        .startsWith("1 ");
                Files.write(file, good);
            }
        }
    }

    private static void verifyWithoutUs(Path bag, TestDossier dossier, GoOracle go) throws Exception {
        assertThat(run(bag, "sha512sum", "--quiet", "-c", "manifest-sha512.txt"))
                .isZero();
        assertThat(run(bag, "sha512sum", "--quiet", "-c", "tagmanifest-sha512.txt"))
                .isZero();
        assertThat(run(
                        bag,
                        "openssl",
                        "ts",
                        "-verify",
                        "-in",
                        "timestamps/self-asserted.tsr",
                        "-data",
                        "timestamps/checkpoint.txt",
                        "-CAfile",
                        dossier.roots.toString()))
                .isZero();
        try (Stream<Path> proofs = Files.list(bag.resolve("proofs"))) {
            List<Path> each = proofs.filter(path -> path.toString().endsWith(".tlog-proof"))
                    .toList();
            assertThat(each).hasSize(3);
            for (Path proof : each) {
                String entry = proof.toString().replace(".tlog-proof", ".entry.json");
                assertThat(go.run("inclusion", dossier.classicPolicy.toString(), proof.toString(), entry))
                        .isZero();
            }
        }
        Path consistency;
        try (Stream<Path> proofs = Files.list(bag.resolve("proofs"))) {
            consistency = proofs.filter(path -> path.getFileName().toString().startsWith("consistency-"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(go.run(
                        "consistency",
                        dossier.classicPolicy.toString(),
                        dossier.older.toString(),
                        bag.resolve("proofs/checkpoint").toString(),
                        consistency.toString()))
                .isZero();
    }

    /// The commands of VERIFY.md, as they stand there.
    @Test
    void theCommandsOfThePageWork() throws Exception {
        TestDossier dossier = new TestDossier(home, 7);
        Path bag = unpack(dossier.zip, home.resolve("unpacked")).resolve("dossier-7");
        String page = Files.readString(bag.resolve("VERIFY.md"));
        String script = page.substring(page.indexOf("    python3 -"), page.indexOf("    EOF\n") + 8)
                .replaceAll("(?m)^    ", "");
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(bag.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(output.lines()).hasSize(2).allMatch(line -> line.startsWith("OK"));
    }

    @Test
    void originalsComeOutByteIdentical() throws Exception {
        TestDossier dossier = new TestDossier(home, 8);
        try (Bag bag = Bag.open(dossier.zip)) {
            List<String> files = bag.list("data/originals");
            assertThat(files).hasSize(3).allMatch(name -> name.endsWith(".pdf"));
            for (int i = 0; i < 3; i++) {
                assertThat(Files.readAllBytes(bag.resolve(files.get(i)))).isEqualTo(dossier.originals.get(i));
            }
            assertThat(bag.check()).isEmpty();
        }
    }

    @Test
    void undisclosedEntriesKeepTheirSalt() throws Exception {
        TestDossier dossier = new TestDossier(home, 9);
        try (Bag bag = Bag.open(dossier.zip)) {
            assertThat(bag.list("proofs").stream().filter(name -> name.endsWith(".entry.json")))
                    .hasSize(3);
            assertThat(bag.list("proofs").stream().filter(name -> name.endsWith(".opening.json")))
                    .hasSize(2);
        }
    }

    @Test
    void withoutThePolicyOrTheRightOneNobodyIsTold() throws Exception {
        TestDossier dossier = new TestDossier(home, 10);
        assertThat(program(dossier.zip.toString())).startsWith("2 ").contains("CANNOT TELL policy");
        Files.createDirectory(home.resolve("x"));
        TestDossier other = new TestDossier(home.resolve("x"), 11);
        assertThat(program(dossier.zip.toString(), "--policy", other.policy.toString()))
                .startsWith("1 ")
                .contains("proofs/checkpoint");
        assertThat(program(
                        dossier.zip.toString(), "--policy", dossier.policy.toString(), "--tsa", other.roots.toString()))
                .startsWith("1 ")
                .contains("timestamps/self-asserted.tsr");
        assertThat(program("/nonexistent", "--policy", dossier.policy.toString()))
                .startsWith("2 ");
        assertThat(program()).startsWith("2 ").contains("java -jar constancia-verify.jar");
        assertThat(program("a", "b")).startsWith("2 ");
        assertThat(program("--policy")).startsWith("2 ");
        assertThat(program(dossier.policy.toString(), "--policy", dossier.policy.toString()))
                .startsWith("2 ");
    }

    @Test
    void custodyNamesAllFourteenFieldsAndScoresThem() {
        CustodyRecord custody = TestDossier.custody();
        assertThat(custody.completeness()).isEqualTo(13);
        assertThat(CustodyField.values()).hasSize(14);
        assertThat(CustodyRecord.csv(List.of(custody)))
                .contains("\"item-1\",\"13/14\",\"machine\",\"unknown\",\"not recorded before 2026\"\r\n");
        assertThat(custody.json().findWhole("completeness")).contains(13L);
        assertThatIllegalArgumentException().isThrownBy(() -> new CustodyRecord("x", Map.of()));
    }

    @Test
    void pathsInABagAreHarmless() {
        assertThat(BagPath.resembling("../../etc/Passwd ñ.TXT")).isEqualTo("etc_passwd_n.txt");
        assertThat(BagPath.resembling("…")).isEqualTo("file");
        for (String bad : List.of("", "/a", "a/../b", "a//b", ".hidden", "a b", "a\nb", "a/")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new BagPath(bad));
        }
    }

    private static String ours(Path path, TestDossier dossier) {
        return program(
                path.toString(),
                "--policy",
                dossier.policy.toString(),
                "--older",
                dossier.older.toString(),
                "--tsa",
                dossier.roots.toString());
    }

    private static String program(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = VerifierProgram.run(List.of(arguments), new PrintStream(bytes, true, UTF_8));
        return code + " " + bytes.toString(UTF_8);
    }

    private static int run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static Path unpack(Path zip, Path target) throws IOException {
        try (InputStream stream = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(stream)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
            }
        }
        return target;
    }
}
